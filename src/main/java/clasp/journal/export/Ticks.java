package clasp.journal.export;

import clasp.journal.store.Progress;

/// Passes progress on about twenty times a second, and looks at the clock only now and then. Not thread-safe.
final class Ticks {
    private static final long NANOS = 50_000_000;
    private static final int EVERY = 256;

    private final Progress progress;
    private final long total;
    private long next = System.nanoTime() + NANOS;

    Ticks(Progress progress, long total) {
        this.progress = progress;
        this.total = total;
    }

    void done(long entries) {
        if (entries % EVERY == 0 && System.nanoTime() - next >= 0) {
            next = System.nanoTime() + NANOS;
            progress.report(entries, total);
        }
    }

    void finished(long entries) {
        progress.report(entries, total);
    }
}
