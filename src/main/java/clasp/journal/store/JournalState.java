package clasp.journal.store;

/// Where a journal stands at a moment. Cheap to ask for, many times a second. Immutable.
///
/// @param firstSeq lowest seq present; 0 when empty
/// @param latestSeq highest seq present; 0 when empty (as CLASP's own `latest_seq`, even after a full compaction)
/// @param highestSeqGiven highest seq ever assigned, which compaction and eviction do not lower
/// @param version changes whenever anything in the journal may have changed: entries, snapshots, compaction
/// @param generation another one when seqs stand for other entries than before: a relay that began anew
public record JournalState(long firstSeq, long latestSeq, long highestSeqGiven, long version, int generation) {
    /// Of a journal whose seqs stand for the same entries for as long as it is open.
    public JournalState(long firstSeq, long latestSeq, long highestSeqGiven, long version) {
        this(firstSeq, latestSeq, highestSeqGiven, version, 0);
    }

    public boolean isEmpty() {
        return latestSeq == 0;
    }
}
