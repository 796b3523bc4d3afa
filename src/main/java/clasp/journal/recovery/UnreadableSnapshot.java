package clasp.journal.recovery;

import clasp.journal.model.Snapshot;
import clasp.journal.model.SnapshotInfo;
import clasp.journal.store.Cancellation;
import clasp.journal.store.JournalReader;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Says what a snapshot that cannot be loaded means for both recoveries: clasp-router looks at the newest only, and
/// does without any where that cannot be loaded; the documented recovery begins with the newest that can. Confined to
/// one
/// scan, which looks for that snapshot once.
final class UnreadableSnapshot {
    private final JournalReader journal;
    private final Consumer<Problem> found;
    private final Cancellation cancellation;
    private @Nullable Optional<SnapshotInfo> base;

    UnreadableSnapshot(JournalReader journal, Consumer<Problem> found, Cancellation cancellation) {
        this.journal = journal;
        this.found = found;
        this.cancellation = cancellation;
    }

    /// Tells nothing of one that can be loaded.
    void tell(Snapshot snapshot) {
        snapshot.problem()
                .ifPresent(reason -> found.accept(Problem.of(
                        ProblemKind.UNREADABLE_SNAPSHOT,
                        snapshot.info().seqAt(),
                        snapshot.refusedAddress().orElse(null),
                        Long.toString(snapshot.info().id()),
                        reason,
                        consequence(snapshot.info()),
                        advice(snapshot))));
    }

    private String consequence(SnapshotInfo info) {
        boolean newest = journal.snapshots().getLast().id() == info.id();
        String router = RecoveryTexts.text(newest ? "recovery.snapshot.newest" : "recovery.snapshot.notNewest");
        String documented = base().map(base -> RecoveryTexts.text(
                        base.id() > info.id() ? "recovery.snapshot.newer" : "recovery.snapshot.earlier",
                        Long.toString(base.id()),
                        Long.toString(base.seqAt())))
                .orElseGet(() -> RecoveryTexts.text("recovery.snapshot.nothing"));
        return router + " " + documented;
    }

    private String advice(Snapshot snapshot) {
        if (base().filter(base -> base.id() > snapshot.info().id()).isPresent()) {
            return RecoveryTexts.text("recovery.snapshot.adviceNewer");
        }
        return snapshot.refusedAddress()
                .map(address -> RecoveryTexts.text("recovery.snapshot.adviceValue", address))
                .orElseGet(() -> RecoveryTexts.text("recovery.snapshot.advice"));
    }

    private Optional<SnapshotInfo> base() {
        if (base == null) {
            base = new BaseSnapshots(journal, RecoveryRule.DOCUMENTED).find(Long.MAX_VALUE, cancellation);
        }
        return base;
    }
}
