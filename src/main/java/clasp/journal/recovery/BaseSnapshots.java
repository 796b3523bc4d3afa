package clasp.journal.recovery;

import clasp.journal.model.Snapshot;
import clasp.journal.model.SnapshotInfo;
import clasp.journal.store.Cancellation;
import clasp.journal.store.JournalReader;
import java.util.Optional;

/// Which snapshot a recovery begins with. Thread-safe.
record BaseSnapshots(JournalReader journal, RecoveryRule rule) {
    /// @param seq the moment: snapshots taken later are not there yet
    Optional<Snapshot> at(long seq, Cancellation cancellation) {
        for (SnapshotInfo info : journal.snapshots().reversed()) {
            cancellation.check();
            if (info.seqAt() <= seq) {
                Optional<Snapshot> usable =
                        journal.snapshot(info.id(), cancellation).filter(Snapshot::usable);
                if (usable.isPresent() || rule == RecoveryRule.CLASP_ROUTER) {
                    return usable;
                }
            }
        }
        return Optional.empty();
    }
}
