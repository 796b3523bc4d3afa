package clasp.journal.ui.main;

import clasp.journal.settings.Settings;
import clasp.journal.ui.fx.Debounce;
import clasp.journal.ui.fx.Later;
import java.time.Duration;
import java.util.function.Supplier;

/// Remembers what is open, a moment after it has changed. Confined to the FX thread.
final class SessionKeeper {
    private static final String SECTION = "session";
    private static final Duration QUIET = Duration.ofSeconds(1);

    private final Settings settings;
    private final Supplier<Session> present;
    private final Session before;
    private final Debounce quiet;

    /// @param present what is open now
    SessionKeeper(Settings settings, Later later, Supplier<Session> present) {
        this.settings = settings;
        this.present = present;
        before = settings.read(SECTION, Session.class, Session.NONE);
        quiet = new Debounce(later, QUIET, () -> settings.write(SECTION, present.get()));
    }

    /// What was open when the program ended last.
    Session before() {
        return before;
    }

    /// Something about it has changed.
    void changed() {
        quiet.touch();
    }

    /// The program ends as it should.
    void end() {
        quiet.cancel();
        settings.write(SECTION, present.get().whole());
    }
}
