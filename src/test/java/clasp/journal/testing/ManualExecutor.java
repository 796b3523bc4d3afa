package clasp.journal.testing;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;

/// Runs what it was given only when the test says so, on the test's thread. Confined to that thread.
public final class ManualExecutor implements Executor {
    private final Deque<Runnable> queue = new ArrayDeque<>();

    @Override
    public void execute(Runnable command) {
        queue.add(command);
    }

    public int queued() {
        return queue.size();
    }

    /// Runs the oldest one.
    public void runNext() {
        queue.remove().run();
    }

    /// Runs the newest one.
    public void runLast() {
        queue.removeLast().run();
    }

    /// Runs all, also those that come in meanwhile.
    public void runAll() {
        while (!queue.isEmpty()) {
            runNext();
        }
    }
}
