package clasp.journal.ui.fx;

import java.time.Duration;

/// Runs an action once things have been quiet for a while. Confined to the FX thread.
public final class Debounce {
    private final Later later;
    private final Duration quiet;
    private final Runnable action;
    private Runnable withdraw = () -> {};

    public Debounce(Later later, Duration quiet, Runnable action) {
        this.later = later;
        this.quiet = quiet;
        this.action = action;
    }

    /// Something happened: the wait begins anew.
    public void touch() {
        cancel();
        withdraw = later.after(quiet, action);
    }

    /// Forgets what is waiting.
    public void cancel() {
        withdraw.run();
        withdraw = () -> {};
    }
}
