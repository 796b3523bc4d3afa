package clasp.journal.recovery;

import clasp.journal.model.Entry;
import clasp.journal.query.Filter;
import clasp.journal.store.Cancellation;
import clasp.journal.store.JournalReader;
import clasp.journal.store.PageRequest;
import clasp.journal.store.Progress;
import clasp.journal.store.Row;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Two journals side by side, entry by entry in seq order. Thread-safe.
public record JournalPair(JournalReader left, JournalReader right, Alignment alignment) {
    private static final int PAGE = 512;
    private static final int ROWS_PER_REPORT = 4_096;

    /// What makes two entries stand in one row.
    public enum Alignment {
        /// The same seq. Then everything else has to be the same, too.
        SEQ,
        /// The same timestamp. Then everything but the seq has to be the same.
        TIME
    }

    /// What stands side by side; at least one of them is there.
    public record Pair(@Nullable Entry left, @Nullable Entry right, boolean alike) {
        /// The seq in the left journal, or else in the right one.
        public long seq() {
            Entry shown = left != null ? left : right;
            return shown == null ? 0 : shown.seq();
        }
    }

    /// From which seqs on to look.
    public record Position(long left, long right) {
        public static final Position START = new Position(Long.MIN_VALUE, Long.MIN_VALUE);
    }

    /// Rows around a place where the journals part.
    ///
    /// @param from where it was looked from
    /// @param rows some that are alike, then what comes from the divergence on
    /// @param divergence the index of the first row that is not alike; -1 when there is none to the end
    /// @param alike how many rows were alike before it
    /// @param next where to look on for the next divergence: where they are alike again, or behind
    ///     the rows; null when nothing more is to be compared
    public record Part(
            Position from,
            List<Pair> rows,
            int divergence,
            long alike,
            @Nullable Position next) {
        public Part {
            rows = List.copyOf(rows);
        }

        /// Whether it was looked from the beginning.
        public boolean first() {
            return from.equals(Position.START);
        }
    }

    /// Looks for the first rows that are not alike.
    ///
    /// @param before how many rows before them are given, at most
    /// @param after how many rows from there on are given, at most
    public Part divergence(Position from, int before, int after, Progress progress, Cancellation cancellation) {
        var one = new Feed(left, from.left(), cancellation);
        var other = new Feed(right, from.right(), cancellation);
        long latest = left.state().latestSeq();
        Deque<Pair> alike = new ArrayDeque<>();
        long count = 0;
        Pair pair = next(one, other);
        while (pair != null && pair.alike()) {
            count++;
            alike.add(pair);
            if (alike.size() > before) {
                alike.remove();
            }
            if (count % ROWS_PER_REPORT == 0) {
                progress.report(pair.seq(), latest);
            }
            pair = next(one, other);
        }
        List<Pair> rows = new ArrayList<>(alike);
        int divergence = pair == null ? -1 : rows.size();
        Position next = null;
        for (int i = 0; pair != null && i < after; i++) {
            rows.add(pair);
            if (i + 1 < after) {
                var here = new Position(one.position(), other.position());
                pair = next(one, other);
                if (next == null && pair != null && pair.alike()) {
                    next = here;
                }
            }
        }
        if (next == null && (one.peek() != null || other.peek() != null)) {
            next = new Position(one.position(), other.position());
        }
        return new Part(from, rows, divergence, count, next);
    }

    private @Nullable Pair next(Feed one, Feed other) {
        Entry first = one.peek();
        Entry second = other.peek();
        if (first == null && second == null) {
            return null;
        }
        if (first == null || second == null) {
            return new Pair(first == null ? null : one.take(), second == null ? null : other.take(), false);
        }
        int order = switch (alignment) {
            case SEQ -> Long.compare(first.seq(), second.seq());
            case TIME -> byTime(one, first, other, second);
        };
        if (order != 0) {
            return order < 0 ? new Pair(one.take(), null, false) : new Pair(null, other.take(), false);
        }
        one.take();
        other.take();
        return new Pair(first, second, first.withSeq(second.seq()).equals(second));
    }

    /// Which of two entries comes first. Seqs say in which order a journal was written, but its clock may have gone
    /// back: so the one that has a counterpart a little further on in the other journal waits for it.
    private static int byTime(Feed one, Entry first, Feed other, Entry second) {
        int order = Long.compareUnsigned(first.timestampMicros(), second.timestampMicros());
        if (order == 0) {
            return 0;
        }
        int firstWaits = other.distance(first.timestampMicros());
        int secondWaits = one.distance(second.timestampMicros());
        return firstWaits == secondWaits ? order : Integer.compare(secondWaits, firstWaits);
    }

    /// The entries of one journal in order, fetched in pages. Confined to one search.
    private static final class Feed {
        static final int NOWHERE = Integer.MAX_VALUE;
        private static final int NEARBY = 256;

        private final JournalReader journal;
        private final Cancellation cancellation;
        private final Deque<Entry> ahead = new ArrayDeque<>();
        private long nextSeq;
        private boolean ended;

        Feed(JournalReader journal, long fromSeq, Cancellation cancellation) {
            this.journal = journal;
            this.cancellation = cancellation;
            nextSeq = fromSeq;
        }

        @Nullable
        Entry peek() {
            if (ahead.isEmpty()) {
                fetch();
            }
            return ahead.peek();
        }

        /// How far ahead there is an entry of this time; [#NOWHERE] when there is none nearby.
        int distance(long micros) {
            if (ahead.size() < NEARBY) {
                fetch();
            }
            int distance = 0;
            for (Entry entry : ahead) {
                if (entry.timestampMicros() == micros) {
                    return distance;
                }
                if (++distance == NEARBY) {
                    break;
                }
            }
            return NOWHERE;
        }

        private void fetch() {
            if (!ended) {
                cancellation.check();
                var request = new PageRequest(
                        Filter.ALL, nextSeq, clasp.journal.store.Direction.FORWARD, PAGE, Integer.MAX_VALUE);
                List<Row> rows = journal.page(request, cancellation);
                rows.forEach(row -> ahead.add(row.entry()));
                ended = rows.isEmpty() || ahead.getLast().seq() == Long.MAX_VALUE;
                nextSeq = ended ? nextSeq : ahead.getLast().seq() + 1;
            }
        }

        @Nullable
        Entry take() {
            return ahead.poll();
        }

        long position() {
            Entry first = ahead.peek();
            return first == null ? nextSeq : first.seq();
        }
    }
}
