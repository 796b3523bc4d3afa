package clasp.journal.ui.table;

import clasp.journal.model.SeqRange;
import clasp.journal.store.RowIndex;
import java.util.Arrays;

/// Which row of the whole view a seq is, and back: at first an estimate, then exact, and kept exact while the journal
/// grows at its end and loses entries at its start, without asking for a whole index again. Confined to the FX thread.
final class RowNumbers {
    private RowIndex base = RowIndex.linear(SeqRange.NONE, false);
    private boolean exact;
    private long evicted;
    private long[] tail = new long[0];
    private int tailSize;
    private int tailStart;

    /// Forgets what was known: every seq of the range may be a row.
    void estimate(SeqRange range) {
        set(RowIndex.linear(range, false), false);
    }

    /// The index of every match.
    void exactly(RowIndex index) {
        set(index, index.exact());
    }

    private void set(RowIndex index, boolean isExact) {
        base = index;
        exact = isExact;
        evicted = 0;
        tailSize = 0;
        tailStart = 0;
    }

    boolean exact() {
        return exact;
    }

    /// The highest seq among the rows; `Long.MIN_VALUE` without any.
    long lastSeq() {
        if (tailSize > 0) {
            return tail[tailSize - 1];
        }
        return base.rows() == 0 ? Long.MIN_VALUE : base.seqAt(base.rows() - 1);
    }

    /// How many rows were added since the index was made.
    int added() {
        return tailSize;
    }

    /// Matches have been appended to the journal.
    /// @param seqs ascending, beyond [#lastSeq()]
    void append(long[] seqs) {
        if (tailSize + seqs.length > tail.length) {
            tail = Arrays.copyOf(tail, Math.max(tailSize + seqs.length, tail.length * 2));
        }
        System.arraycopy(seqs, 0, tail, tailSize, seqs.length);
        tailSize += seqs.length;
    }

    /// Every entry below this seq has left the journal.
    void evictBelow(long seq) {
        evicted = Math.max(evicted, base.rowOf(seq));
        tailStart = Math.max(tailStart, tailBelow(seq));
    }

    long rows() {
        return baseRows() + tailSize - tailStart;
    }

    /// A seq at which a page shows this row; out of range, the nearest row's.
    long seqAt(long row) {
        long rows = rows();
        if (rows <= 0) {
            return Long.MIN_VALUE;
        }
        long inside = Math.clamp(row, 0, rows - 1);
        return inside < baseRows() ? base.seqAt(inside + evicted) : tail[(int) (inside - baseRows()) + tailStart];
    }

    /// How many rows have a lower seq.
    long rowOf(long seq) {
        return Math.max(0, base.rowOf(seq) - evicted) + Math.max(0, tailBelow(seq) - tailStart);
    }

    private long baseRows() {
        return Math.max(0, base.rows() - evicted);
    }

    private int tailBelow(long seq) {
        int at = Arrays.binarySearch(tail, 0, tailSize, seq);
        return at >= 0 ? at : -at - 1;
    }
}
