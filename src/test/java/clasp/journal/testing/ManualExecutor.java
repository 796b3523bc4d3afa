package clasp.journal.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executor;

/// Runs what it was given only when the test says so, on the test's thread. Confined to that thread.
public final class ManualExecutor implements Executor {
    private final List<Runnable> queue = new ArrayList<>();

    @Override
    public void execute(Runnable command) {
        queue.add(command);
    }

    public int queued() {
        return queue.size();
    }

    /// Runs the oldest one.
    public void runNext() {
        queue.removeFirst().run();
    }

    /// Runs the newest one.
    public void runLast() {
        queue.removeLast().run();
    }

    /// Runs any one of them.
    public void runAny(Random random) {
        queue.remove(random.nextInt(queue.size())).run();
    }

    /// Runs all, also those that come in meanwhile.
    public void runAll() {
        while (!queue.isEmpty()) {
            runNext();
        }
    }
}
