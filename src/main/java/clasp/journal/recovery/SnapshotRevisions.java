package clasp.journal.recovery;

import clasp.journal.model.SnapshotInfo;
import java.util.Arrays;
import java.util.List;

/// Which revision each address has in the latest snapshot taken before its latest SET, as far as the SETs tell it:
/// snapshots themselves are long to read. Confined to one scan.
final class SnapshotRevisions {
    private final long[] seqs;
    /// Of each address that revision, and nothing.
    private final LongPairs revisions = new LongPairs();

    SnapshotRevisions(List<SnapshotInfo> snapshots) {
        seqs = snapshots.stream()
                .mapToLong(SnapshotInfo::seqAt)
                .sorted()
                .distinct()
                .toArray();
    }

    void ahead(int id) {
        revisions.ahead(id);
    }

    /// Whether one was taken before the entry with this seq.
    boolean any(long seq) {
        return seqs.length > 0 && seqs[0] < seq;
    }

    /// Whether one was taken after the one entry, or right after it, and before the other.
    boolean isBetween(long one, long other) {
        int place = Arrays.binarySearch(seqs, other);
        int before = (place < 0 ? -place - 1 : place) - 1;
        return before >= 0 && seqs[before] >= one;
    }

    /// The revision; [LongPairs#NONE] where no snapshot was taken before the address's latest SET.
    long revision(int id) {
        return revisions.first(id);
    }

    /// Takes the next SET of the address into account.
    ///
    /// @param setBefore the seq of the SET before it; [LongPairs#NONE] for none
    /// @param before the revision that the address had before it
    void take(long seq, int id, long setBefore, long before) {
        if (isBetween(setBefore, seq)) {
            revisions.set(id, before, 0);
        }
    }
}
