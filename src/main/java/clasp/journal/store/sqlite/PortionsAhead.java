package clasp.journal.store.sqlite;

import clasp.journal.model.SeqRange;
import clasp.journal.store.Cancellation;
import clasp.journal.store.sqlite.EntryScan.Portion;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Future;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// Reads the portions of a range in order, a few of them ahead and side by side. The range is cut into stretches of
/// seqs that hold about a portion each: their length follows from how much was found in the one before. A stretch that
/// holds more than a portion is read to its end by whoever asks. Used by one thread.
final class PortionsAhead implements AutoCloseable {
    static final long FIRST_STRETCH = 4_096;
    private static final long MAX_STRETCH = 1 << 18;
    private static final int FEW = 1_024;

    private record Stretch(SeqRange range, Future<Portion> portion) {}

    private final BiFunction<SeqRange, Cancellation, Portion> reader;
    private final Cancellation stop = new Cancellation();
    private final Cancellation.Registration registration;
    private final Deque<Stretch> underWay = new ArrayDeque<>();
    private final long longest;
    private SeqRange uncut;
    private SeqRange current = SeqRange.NONE;
    private long stretch = FIRST_STRETCH;

    PortionsAhead(SeqRange range, BiFunction<SeqRange, Cancellation, Portion> reader, Cancellation cancellation) {
        this.reader = reader;
        uncut = range;
        // Seqs may lie far apart: then even the longest stretches must not be too many.
        longest = Math.max(MAX_STRETCH, (range.last() >> 10) - (range.first() >> 10));
        registration = cancellation.onCancel(stop::cancel);
    }

    /// Null at the end.
    @Nullable
    Portion next() {
        Portion portion;
        if (current.isEmpty()) {
            request();
            if (underWay.isEmpty()) {
                return null;
            }
            Stretch next = underWay.remove();
            current = next.range();
            portion = Segments.await(next.portion());
            request();
        } else {
            portion = reader.apply(current, stop);
        }
        if (portion.full()) {
            stretch = Math.max(FIRST_STRETCH, stretch / 2);
        } else if (portion.entries().size() < FEW) {
            stretch = Math.min(longest, stretch * 2);
        }
        boolean done = portion.last() >= current.last();
        current = done ? SeqRange.NONE : new SeqRange(portion.last() + 1, current.last());
        return portion;
    }

    private void request() {
        while (!uncut.isEmpty() && underWay.size() <= Segments.AT_ONCE) {
            long left = uncut.last() - uncut.first();
            long last = left >= 0 && left < stretch ? uncut.last() : uncut.first() + stretch - 1;
            SeqRange range = new SeqRange(uncut.first(), last);
            underWay.add(new Stretch(range, Segments.submit(() -> reader.apply(range, stop))));
            uncut = last == uncut.last() ? SeqRange.NONE : new SeqRange(last + 1, uncut.last());
        }
    }

    /// Stops what is still being read.
    @Override
    public void close() {
        registration.close();
        stop.cancel();
    }
}
