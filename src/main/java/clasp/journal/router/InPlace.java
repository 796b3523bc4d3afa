package clasp.journal.router;

import java.util.concurrent.Executor;

/// Runs what the thread that watches the sockets wants done on that thread itself, one thing after the other. For a
/// connector whose clients are never waited for: what comes in is decoded and queued in microseconds, while handing
/// each frame to another thread wakes one up and has it change places with this one. Whatever may block must not be
/// served by such a connector. Thread-safe.
final class InPlace implements Executor {
    private final Executor threads;
    private final ThreadLocal<Boolean> inside = new ThreadLocal<>();

    /// @param threads from where the first task of a thread comes
    InPlace(Executor threads) {
        this.threads = threads;
    }

    @Override
    public void execute(Runnable task) {
        if (inside.get() == null) {
            threads.execute(() -> within(task));
        } else {
            task.run();
        }
    }

    private void within(Runnable task) {
        inside.set(true);
        try {
            task.run();
        } finally {
            inside.remove();
        }
    }
}
