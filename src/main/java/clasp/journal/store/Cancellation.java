package clasp.journal.store;

import java.util.ArrayList;
import java.util.List;

/// A request to stop, passed down to whatever takes long. Thread-safe.
public final class Cancellation {
    private final List<Runnable> actions = new ArrayList<>();
    private volatile boolean cancelled;

    /// One that nobody will cancel.
    public static Cancellation none() {
        return new Cancellation();
    }

    /// Cancels, once; every registered action runs on the calling thread.
    public void cancel() {
        List<Runnable> due;
        synchronized (actions) {
            if (cancelled) {
                return;
            }
            cancelled = true;
            due = List.copyOf(actions);
            actions.clear();
        }
        due.forEach(Runnable::run);
    }

    public boolean isCancelled() {
        return cancelled;
    }

    /// @throws CancelledException when cancelled
    public void check() {
        if (cancelled) {
            throw new CancelledException();
        }
    }

    /// Runs `action` at cancellation, or at once when that was already; closing the registration withdraws it.
    /// The action must be quick and may run on any thread.
    public Registration onCancel(Runnable action) {
        synchronized (actions) {
            if (!cancelled) {
                actions.add(action);
                return () -> {
                    synchronized (actions) {
                        actions.remove(action);
                    }
                };
            }
        }
        action.run();
        return () -> {};
    }

    /// Withdraws an action.
    @FunctionalInterface
    public interface Registration extends AutoCloseable {
        @Override
        void close();
    }
}
