package clasp.journal.model;

/// A range of seqs, both bounds inclusive; empty when `first > last`. Immutable.
public record SeqRange(long first, long last) {
    public static final SeqRange ALL = new SeqRange(Long.MIN_VALUE, Long.MAX_VALUE);
    public static final SeqRange NONE = new SeqRange(1, 0);

    public boolean contains(long seq) {
        return seq >= first && seq <= last;
    }

    public boolean isEmpty() {
        return first > last;
    }

    /// The seqs in both ranges.
    public SeqRange and(SeqRange other) {
        return new SeqRange(Math.max(first, other.first), Math.min(last, other.last));
    }

    /// The shortest range that holds both; neither may be empty.
    public SeqRange span(SeqRange other) {
        return new SeqRange(Math.min(first, other.first), Math.max(last, other.last));
    }
}
