package clasp.journal.store;

import clasp.journal.model.SeqRange;

/// Relates the rows of a filtered view, counted from 0 in seq order, to seqs. Immutable.
public interface RowIndex {
    /// Number of rows; an estimate unless [#exact()].
    long rows();

    /// Whether every answer is exact; otherwise they are good enough to place a scroll bar's thumb.
    boolean exact();

    /// A seq at which a page shows this row: the row's own when exact.
    /// @param row 0 <= row < rows()
    long seqAt(long row);

    /// How many rows have a lower seq.
    long rowOf(long seq);

    /// As if every seq of the range were a row.
    static RowIndex linear(SeqRange range, boolean exact) {
        return new LinearRowIndex(range, exact);
    }
}
