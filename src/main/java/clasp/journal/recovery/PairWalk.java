package clasp.journal.recovery;

import clasp.journal.model.Entry;
import clasp.journal.recovery.JournalPair.Pair;
import clasp.journal.recovery.JournalPair.Position;
import clasp.journal.store.Cancellation;
import clasp.journal.store.JournalState;
import clasp.journal.store.Progress;
import org.jspecify.annotations.Nullable;

/// Goes through two journals row by row, and says how far it is. Confined to one search.
final class PairWalk {
    private static final int ROWS_PER_REPORT = 4_096;
    private static final long WHOLE = 1_000_000;

    private final JournalPair.Alignment alignment;
    private final PairFeed one;
    private final PairFeed other;
    private final Progress progress;
    private final Span here;
    private final Span there;
    private @Nullable Long afterLeft;
    private @Nullable Long afterRight;
    private long rows;

    PairWalk(JournalPair pair, Position from, Progress progress, Cancellation cancellation) {
        alignment = pair.alignment();
        one = new PairFeed(pair.left(), from.afterLeft(), cancellation);
        other = new PairFeed(pair.right(), from.afterRight(), cancellation);
        this.progress = progress;
        here = Span.of(pair.left().state(), from.afterLeft());
        there = Span.of(pair.right().state(), from.afterRight());
    }

    /// The next row; null at the end of both.
    @Nullable
    Pair next() {
        Entry first = one.peek();
        Entry second = other.peek();
        afterLeft = one.taken();
        afterRight = other.taken();
        if (first == null && second == null) {
            return null;
        }
        if (++rows % ROWS_PER_REPORT == 0) {
            report();
        }
        if (first == null || second == null) {
            return new Pair(first == null ? null : one.take(), second == null ? null : other.take(), false);
        }
        int order = switch (alignment) {
            case SEQ -> Long.compare(first.seq(), second.seq());
            case TIME -> byTime(first, second);
        };
        if (order != 0) {
            return order < 0 ? new Pair(one.take(), null, false) : new Pair(null, other.take(), false);
        }
        one.take();
        other.take();
        return new Pair(first, second, first.withSeq(second.seq()).equals(second));
    }

    /// Where the latest row begins, as a place where the journals part.
    Position parting() {
        return new Position(afterLeft, afterRight, true);
    }

    /// Which of two entries comes first. Seqs say in which order a journal was written, but its clock may have gone
    /// back: so the one that has a counterpart a little further on in the other journal waits for it.
    private int byTime(Entry first, Entry second) {
        int order = Long.compareUnsigned(first.timestampMicros(), second.timestampMicros());
        if (order == 0) {
            return 0;
        }
        int firstWaits = other.distance(first.timestampMicros());
        int secondWaits = one.distance(second.timestampMicros());
        return firstWaits == secondWaits ? order : Integer.compare(secondWaits, firstWaits);
    }

    /// As a share: seqs may be any numbers of 64 bits, whose differences are not.
    private void report() {
        double total = here.length() + there.length();
        progress.report(
                total > 0 ? (long) (WHOLE * ((here.to(afterLeft) + there.to(afterRight)) / total)) : 0,
                total > 0 ? WHOLE : -1);
    }

    /// The seqs to be gone through in a journal as it was at the beginning.
    private record Span(double first, double last) {
        static Span of(JournalState state, @Nullable Long after) {
            return new Span(after == null ? state.firstSeq() : after, state.latestSeq());
        }

        double length() {
            return Math.max(0, last - first);
        }

        double to(@Nullable Long seq) {
            return seq == null ? 0 : Math.clamp(seq - first, 0, length());
        }
    }
}
