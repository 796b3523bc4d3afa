package clasp.journal.router.core;

import clasp.journal.wire.Message;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.PriorityQueue;

/// Bundles whose time is yet to come, in the order of their times, those of one time in the order of their arrival.
/// Confined to one thread.
public final class WaitingBundles {
    /// A time farther off is a mistake, such as milliseconds taken for microseconds.
    private static final long MAX_AHEAD_MICROS = 24L * 60 * 60 * 1_000_000;

    private final PriorityQueue<Waiting> queue =
            new PriorityQueue<>(Comparator.comparingLong(Waiting::dueMicros).thenComparingLong(Waiting::number));
    private final int most;
    private long count;

    /// @param session the sender
    public record Waiting(String session, Message.Bundle bundle, long dueMicros, long number) {}

    public WaitingBundles(int most) {
        this.most = most;
    }

    /// Whether the message must wait.
    public static boolean concerns(Message message, long nowMicros) {
        return message instanceof Message.Bundle(Long timestamp, var _)
                && timestamp != null
                && Long.compareUnsigned(timestamp, nowMicros) > 0;
    }

    /// @param bundle one with a time
    public Optional<Refusal> add(String session, Message.Bundle bundle, long nowMicros) {
        long due = bundle.timestampMicros() == null ? nowMicros : bundle.timestampMicros();
        if (Long.compareUnsigned(due - nowMicros, MAX_AHEAD_MICROS) > 0) {
            return Optional.of(new Refusal(
                    ErrorCodes.REFUSED, "The bundle's time is more than a day away. Times are in microseconds.", null));
        }
        if (queue.size() == most) {
            return Optional.of(new Refusal(ErrorCodes.TOO_MANY, most + " bundles wait for their time already.", null));
        }
        queue.add(new Waiting(session, bundle, due, count++));
        return Optional.empty();
    }

    /// Takes out those whose time has come.
    public List<Waiting> due(long nowMicros) {
        List<Waiting> due = new ArrayList<>();
        for (Waiting next = queue.peek(); next != null && next.dueMicros <= nowMicros; next = queue.peek()) {
            due.add(queue.remove());
        }
        return due;
    }

    public OptionalLong nextDue() {
        Waiting next = queue.peek();
        return next == null ? OptionalLong.empty() : OptionalLong.of(next.dueMicros);
    }

    public int size() {
        return queue.size();
    }
}
