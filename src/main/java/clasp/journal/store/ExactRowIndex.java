package clasp.journal.store;

/// The seqs of the set are the rows. Immutable.
public record ExactRowIndex(SeqBitmap seqs) implements RowIndex {
    @Override
    public long rows() {
        return seqs.size();
    }

    @Override
    public boolean exact() {
        return true;
    }

    @Override
    public long seqAt(long row) {
        return seqs.select(row);
    }

    @Override
    public long rowOf(long seq) {
        return seqs.rank(seq);
    }
}
