package clasp.journal.recovery;

import clasp.journal.model.Param;
import clasp.journal.model.Snapshot;
import clasp.journal.model.SnapshotInfo;
import clasp.journal.store.Cancellation;
import clasp.journal.store.JournalReader;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Which revisions the snapshot has that a router goes on from where the SETs do not tell it: a newer
/// snapshot cannot be loaded, or entries after it are not there any more. Snapshots are long to read:
/// elsewhere none is. Confined to one scan.
final class StoredRevisions {
    private static final int MOST_KEPT = 4;

    private final JournalReader journal;
    private final BaseSnapshots bases;
    private final Cancellation cancellation;
    private final List<SnapshotInfo> newestFirst;
    private final long firstSeq;
    /// Of some snapshots, by their ids; the one asked for last at the end.
    private final Map<Long, Map<String, Long>> lately = new LinkedHashMap<>(0, 0.75f, true);

    /// @param bases of the documented recovery
    StoredRevisions(JournalReader journal, BaseSnapshots bases, Cancellation cancellation) {
        this.journal = journal;
        this.bases = bases;
        this.cancellation = cancellation;
        newestFirst = journal.snapshots().reversed();
        firstSeq = journal.state().firstSeq();
    }

    /// Whether a SET with this revision is the first one of its address after that snapshot was taken over.
    ///
    /// @param taken the snapshot was taken before the entry with this seq
    boolean isFollowedBy(long carried, String address, long taken) {
        Long stored = at(taken).get(address);
        return stored != null && carried == stored + 1;
    }

    /// What it has; nothing where the SETs tell it.
    private Map<String, Long> at(long seq) {
        List<SnapshotInfo> taken =
                newestFirst.stream().filter(info -> info.seqAt() < seq).toList();
        if (taken.isEmpty() || isTold(taken.getFirst())) {
            return Map.of();
        }
        return taken.stream()
                .filter(info -> bases.isUsable(info, cancellation))
                .findFirst()
                .map(this::revisions)
                .orElse(Map.of());
    }

    private boolean isTold(SnapshotInfo newest) {
        return bases.isUsable(newest, cancellation) && newest.seqAt() + 1 >= firstSeq;
    }

    private Map<String, Long> revisions(SnapshotInfo base) {
        Map<String, Long> known = lately.get(base.id());
        if (known == null) {
            known = read(base);
            lately.put(base.id(), known);
            if (lately.size() > MOST_KEPT) {
                lately.remove(lately.keySet().iterator().next());
            }
        }
        return known;
    }

    private Map<String, Long> read(SnapshotInfo base) {
        List<Param> params =
                journal.snapshot(base.id(), cancellation).map(Snapshot::params).orElse(List.of());
        Map<String, Long> revisions = HashMap.newHashMap(params.size());
        params.forEach(param -> revisions.put(param.address(), param.revision()));
        return revisions;
    }
}
