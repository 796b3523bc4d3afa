package clasp.journal.ui.table;

import clasp.journal.store.RowIndex;
import java.util.Arrays;

/// An exact row index over listed seqs. Immutable.
record ListedRows(long... seqs) implements RowIndex {
    @Override
    public long rows() {
        return seqs.length;
    }

    @Override
    public boolean exact() {
        return true;
    }

    @Override
    public long seqAt(long row) {
        return seqs[(int) row];
    }

    @Override
    public long rowOf(long seq) {
        int at = Arrays.binarySearch(seqs, seq);
        return at >= 0 ? at : -at - 1;
    }
}
