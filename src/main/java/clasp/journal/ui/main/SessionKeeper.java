package clasp.journal.ui.main;

import clasp.journal.settings.Settings;
import clasp.journal.ui.fx.Debounce;
import clasp.journal.ui.fx.Later;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.function.Supplier;

/// Remembers what is open in all windows, a moment after it has changed; where that goes on and on, now and then.
/// Confined to the FX thread.
public final class SessionKeeper {
    private static final String SECTION = "session";
    private static final Duration QUIET = Duration.ofSeconds(1);
    /// As while a live journal is followed, whose newest entry is another one all the time.
    private static final Duration LONGEST = Duration.ofSeconds(10);

    /// Windows that are closed one after the other in so short a time were open together.
    private static final Duration TOGETHER = Duration.ofMinutes(1);

    private final Settings settings;
    private final Session before;
    private final Later later;
    private final Debounce quiet;
    private final SequencedMap<Joined, Supplier<OpenTabs>> windows = new LinkedHashMap<>();
    private Runnable withdraw = () -> {};
    private boolean pending;
    private boolean ended;

    SessionKeeper(Settings settings, Later later) {
        this.settings = settings;
        this.later = later;
        before = settings.read(SECTION, Session.class, Session.NONE);
        quiet = new Debounce(later, QUIET, this::remember);
    }

    /// What was open when the program ended last.
    public Session before() {
        return before;
    }

    /// A window of which is remembered what is open in it.
    final class Joined {
        private Joined() {}

        /// It has the keyboard now.
        void inFront() {
            Supplier<OpenTabs> present = windows.get(this);
            if (present != null && windows.firstEntry().getKey() != this) {
                windows.putFirst(this, present);
                changed();
            }
        }

        /// It is about to close while the program goes on: it will not come back, unless the program ends soon.
        void leave() {
            SessionKeeper.this.leave(this);
        }
    }

    /// From now on what is open in one more window is remembered, too.
    ///
    /// @param present what is open in it now
    Joined join(Supplier<OpenTabs> present) {
        var window = new Joined();
        windows.put(window, present);
        return window;
    }

    private void leave(Joined window) {
        Supplier<OpenTabs> present = windows.get(window);
        if (present != null && !ended) {
            OpenTabs last = present.get();
            windows.put(window, () -> last);
            later.after(TOGETHER, () -> {
                windows.remove(window);
                changed();
            });
        }
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
        settings.write(SECTION, present());
    }

    private Session present() {
        return new Session(windows.values().stream().map(Supplier::get).toList(), false);
    }

    private void forget() {
        quiet.cancel();
        withdraw.run();
        pending = false;
    }

    /// The program ends as it should. That the windows close then is no change.
    public void end() {
        if (!ended) {
            ended = true;
            forget();
            settings.write(SECTION, present().whole());
        }
    }
}
