package clasp.journal.store;

import clasp.journal.model.SeqRange;

/// Every seq of the range is a row. Immutable.
record LinearRowIndex(SeqRange range, boolean exact) implements RowIndex {
    /// Every row must have a number: of a range with more seqs than that, the last ones have none.
    @Override
    public long rows() {
        if (range.isEmpty()) {
            return 0;
        }
        long rows = range.last() - range.first() + 1;
        return rows > 0 ? rows : Long.MAX_VALUE;
    }

    @Override
    public long seqAt(long row) {
        return range.first() + row;
    }

    @Override
    public long rowOf(long seq) {
        if (seq <= range.first()) {
            return 0;
        }
        long lower = seq - range.first();
        return lower > 0 ? Math.min(lower, rows()) : rows();
    }
}
