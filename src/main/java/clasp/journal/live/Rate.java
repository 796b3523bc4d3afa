package clasp.journal.live;

import java.util.ArrayDeque;
import java.util.Deque;

/// Counts what came in the last seconds. Confined to one thread.
final class Rate {
    private static final long SPAN_NANOS = 3_000_000_000L;

    private record Arrival(long nanos, int entries) {}

    private final Deque<Arrival> arrivals = new ArrayDeque<>();
    private long entries;

    /// @param nanos of a clock that only goes forward
    void add(long nanos, int arrived) {
        arrivals.addLast(new Arrival(nanos, arrived));
        entries += arrived;
        forget(nanos);
    }

    long perSecond(long nanos) {
        forget(nanos);
        return Math.round(entries * 1e9 / SPAN_NANOS);
    }

    private void forget(long nanos) {
        while (!arrivals.isEmpty() && nanos - arrivals.getFirst().nanos() > SPAN_NANOS) {
            entries -= arrivals.removeFirst().entries();
        }
    }
}
