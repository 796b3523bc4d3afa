package clasp.journal.recovery;

import clasp.journal.model.Snapshot;
import clasp.journal.model.SnapshotInfo;
import clasp.journal.store.Cancellation;
import clasp.journal.store.JournalReader;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Which snapshot a recovery begins with. Each is looked into once. Thread-safe.
final class BaseSnapshots {
    private final JournalReader journal;
    private final RecoveryRule rule;
    private final Map<SnapshotInfo, Boolean> usable = new ConcurrentHashMap<>();

    BaseSnapshots(JournalReader journal, RecoveryRule rule) {
        this.journal = journal;
        this.rule = rule;
    }

    /// @param seq the moment: snapshots taken later are not there yet
    Optional<SnapshotInfo> find(long seq, Cancellation cancellation) {
        for (SnapshotInfo info : journal.snapshots().reversed()) {
            cancellation.check();
            if (info.seqAt() <= seq) {
                if (isUsable(info, cancellation)) {
                    return Optional.of(info);
                }
                if (rule == RecoveryRule.CLASP_ROUTER) {
                    return Optional.empty();
                }
            }
        }
        return Optional.empty();
    }

    /// The snapshot that a recovery begins with where it can be loaded.
    static Optional<SnapshotInfo> newest(JournalReader journal, long seq) {
        return journal.snapshots().reversed().stream()
                .filter(info -> info.seqAt() <= seq)
                .findFirst();
    }

    /// What somebody has read need not be read again.
    void learn(Snapshot snapshot) {
        usable.put(snapshot.info(), snapshot.usable());
    }

    /// Ids stand for other snapshots now.
    void forget() {
        usable.clear();
    }

    /// Whether a recovery can begin with it.
    boolean isUsable(SnapshotInfo info, Cancellation cancellation) {
        return usable.computeIfAbsent(
                info,
                any -> journal.snapshot(info.id(), cancellation)
                        .filter(Snapshot::usable)
                        .isPresent());
    }
}
