package clasp.journal.router;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Lets a process that serves until it is told to stop (`Ctrl+C`, SIGTERM) end in order. The process goes on until
/// this is closed, and so does its log if nothing was logged before this was made. Thread-safe.
public final class StopSignal implements AutoCloseable {
    private final CountDownLatch told = new CountDownLatch(1);
    private final CountDownLatch done = new CountDownLatch(1);
    private volatile Runnable whenTold = () -> {};

    public StopSignal() {
        System.setProperty("java.util.logging.manager", LastingLog.class.getName());
        LastingLog.keepUntil(done);
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("stop").unstarted(() -> {
            told.countDown();
            whenTold.run();
            try {
                done.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }));
    }

    /// Runs the action when the process is told to stop, at once when it was already; it must be quick.
    public void onStop(Runnable action) {
        whenTold = action;
        if (told.getCount() == 0) {
            action.run();
        }
    }

    /// Blocks until the process is told to stop.
    public void await() throws InterruptedException {
        told.await();
    }

    /// Waits until the process is told to stop, at most so long.
    ///
    /// @return whether it was
    public boolean await(Duration most) throws InterruptedException {
        return told.await(most.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        done.countDown();
    }
}
