package clasp.journal.ui.main;

import clasp.journal.settings.Settings;
import clasp.journal.ui.fx.Debounce;
import clasp.journal.ui.fx.Later;
import java.time.Duration;
import java.util.function.Supplier;

/// Remembers what is open, a moment after it has changed; where that goes on and on, now and then. Confined to the FX
/// thread.
final class SessionKeeper {
    private static final String SECTION = "session";
    private static final Duration QUIET = Duration.ofSeconds(1);
    /// As while a live journal is followed, whose newest entry is another one all the time.
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final Settings settings;
    private final Supplier<Session> present;
    private final Session before;
    private final Later later;
    private final Debounce quiet;
    private Runnable withdraw = () -> {};
    private boolean pending;
    private boolean ended;

    /// @param present what is open now
    SessionKeeper(Settings settings, Later later, Supplier<Session> present) {
        this.settings = settings;
        this.later = later;
        this.present = present;
        before = settings.read(SECTION, Session.class, Session.NONE);
        quiet = new Debounce(later, QUIET, this::remember);
    }

    /// What was open when the program ended last.
    Session before() {
        return before;
    }

    /// Something about it has changed.
    void changed() {
        if (ended) {
            return;
        }
        quiet.touch();
        if (!pending) {
            pending = true;
            withdraw = later.after(LONGEST, this::remember);
        }
    }

    private void remember() {
        forget();
        settings.write(SECTION, present.get());
    }

    private void forget() {
        quiet.cancel();
        withdraw.run();
        pending = false;
    }

    /// The program ends as it should. That the tabs close then is no change.
    void end() {
        ended = true;
        forget();
        settings.write(SECTION, present.get().whole());
    }
}
