package clasp.journal.ui.fx;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/// The threads on which background work runs: one a job, as most of them wait for the disk. Thread-safe.
public final class BackgroundThreads implements AutoCloseable {
    private static final long STOP_SECONDS = 5;

    private final ExecutorService executor = Executors.newThreadPerTaskExecutor(
            Thread.ofPlatform().daemon().name("work-", 1).factory());

    public ExecutorService executor() {
        return executor;
    }

    /// Waits a little for what still runs, then interrupts it.
    @Override
    public void close() {
        executor.shutdown();
        try {
            if (!executor.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                executor.shutdownNow();
            }
        } catch (InterruptedException e) {
            executor.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
