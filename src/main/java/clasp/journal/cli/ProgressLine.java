package clasp.journal.cli;

import clasp.journal.store.Progress;
import java.io.PrintWriter;
import java.util.function.LongSupplier;

/// Tells a person at a terminal how far work is that takes longer than a moment, and how long it takes still: in a line
/// of its own, which is gone when the work is done. Not thread-safe.
final class ProgressLine implements Progress, AutoCloseable {
    private static final long PATIENCE_NANOS = 1_000_000_000;
    private static final long INTERVAL_NANOS = 250_000_000;
    private static final long MOST_SECONDS = 100;

    private final PrintWriter terminal;
    private final LongSupplier nanos;
    private long begun;
    private long told;
    private double doneBefore = -1;
    private int shown;

    /// @param nanos a clock, such as `System::nanoTime`
    ProgressLine(PrintWriter terminal, LongSupplier nanos) {
        this.terminal = terminal;
        this.nanos = nanos;
    }

    @Override
    public void report(long done, long total) {
        if (total <= 0) {
            return;
        }
        long now = nanos.getAsLong();
        double share = Math.min(1, (double) done / total);
        if (doneBefore < 0 || share < doneBefore) {
            begun = now;
        }
        doneBefore = share;
        if (now - begun >= PATIENCE_NANOS && now - told >= INTERVAL_NANOS && share > 0) {
            told = now;
            show((int) (100 * share) + " %, about " + time((now - begun) / 1e9 * (1 - share) / share) + " left");
        }
    }

    private static String time(double seconds) {
        long whole = Math.max(1, Math.round(seconds));
        return whole <= MOST_SECONDS ? whole + " s" : Math.round(seconds / 60) + " min";
    }

    private void show(String words) {
        // What is printed next stands over it.
        terminal.print(words + " ".repeat(Math.max(0, shown - words.length())) + "\r");
        terminal.flush();
        shown = words.length();
    }

    @Override
    public void close() {
        if (shown > 0) {
            terminal.print(" ".repeat(shown) + "\r");
            terminal.flush();
        }
    }
}
