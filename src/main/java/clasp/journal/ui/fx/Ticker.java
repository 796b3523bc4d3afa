package clasp.journal.ui.fx;

import java.time.Duration;

/// Does something again and again while it runs, without keeping the toolkit awake in between, as an animation would.
/// Confined to the FX thread.
public final class Ticker {
    private final Later later;
    private final Duration interval;
    private final Runnable action;
    private Runnable withdraw = () -> {};

    public Ticker(Later later, Duration interval, Runnable action) {
        this.later = later;
        this.interval = interval;
        this.action = action;
    }

    /// Begins with the first time after the interval; begun anew when it runs already.
    public void start() {
        withdraw.run();
        withdraw = later.after(interval, this::tick);
    }

    public void stop() {
        withdraw.run();
    }

    private void tick() {
        start();
        action.run();
    }
}
