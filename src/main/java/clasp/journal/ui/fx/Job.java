package clasp.journal.ui.fx;

import clasp.journal.store.Cancellation;
import clasp.journal.store.Progress;

/// Work for a background thread.
@FunctionalInterface
public interface Job<T> {
    T run(Progress progress, Cancellation cancellation) throws Exception;
}
