package clasp.journal.testing;

import clasp.journal.ui.fx.Later;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// A clock that only the test moves. Confined to the test's thread.
public final class ManualLater implements Later {
    private record Due(long atNanos, Runnable action) {}

    private final List<Due> waiting = new ArrayList<>();
    private long nowNanos;

    @Override
    public Runnable after(Duration wait, Runnable action) {
        var due = new Due(nowNanos + wait.toNanos(), action);
        waiting.add(due);
        return () -> waiting.remove(due);
    }

    /// Lets the time pass and runs what falls due, in order.
    public void advance(Duration time) {
        long end = nowNanos + time.toNanos();
        while (true) {
            Due next = waiting.stream()
                    .filter(due -> due.atNanos <= end)
                    .min(Comparator.comparingLong(Due::atNanos))
                    .orElse(null);
            if (next == null) {
                nowNanos = end;
                return;
            }
            waiting.remove(next);
            nowNanos = next.atNanos;
            next.action.run();
        }
    }

    public int waiting() {
        return waiting.size();
    }
}
