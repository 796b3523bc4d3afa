package clasp.journal.recovery;

import clasp.journal.model.Snapshot;
import clasp.journal.model.SnapshotInfo;
import clasp.journal.store.Cancellation;
import clasp.journal.store.JournalReader;
import java.util.Optional;
import java.util.function.Consumer;

/// Says what a snapshot that cannot be loaded means for both recoveries: clasp-router looks at the newest only, and
/// does without any where that cannot be loaded; the documented recovery begins with the newest that can. Stateless.
final class UnreadableSnapshot {
    private UnreadableSnapshot() {}

    /// Tells nothing of one that can be loaded.
    static void tell(JournalReader journal, Snapshot snapshot, Consumer<Problem> found, Cancellation cancellation) {
        snapshot.problem()
                .ifPresent(reason -> found.accept(Problem.of(
                        ProblemKind.UNREADABLE_SNAPSHOT,
                        snapshot.info().seqAt(),
                        snapshot.refusedAddress().orElse(null),
                        Long.toString(snapshot.info().id()),
                        reason,
                        consequence(journal, snapshot.info(), cancellation),
                        advice(journal, snapshot, cancellation))));
    }

    private static String consequence(JournalReader journal, SnapshotInfo info, Cancellation cancellation) {
        boolean newest = journal.snapshots().getLast().id() == info.id();
        String router = RecoveryTexts.text(newest ? "recovery.snapshot.newest" : "recovery.snapshot.notNewest");
        String documented = base(journal, cancellation)
                .map(base -> RecoveryTexts.text(
                        base.id() > info.id() ? "recovery.snapshot.newer" : "recovery.snapshot.earlier",
                        Long.toString(base.id()),
                        Long.toString(base.seqAt())))
                .orElseGet(() -> RecoveryTexts.text("recovery.snapshot.nothing"));
        return router + " " + documented;
    }

    private static String advice(JournalReader journal, Snapshot snapshot, Cancellation cancellation) {
        if (base(journal, cancellation)
                .filter(base -> base.id() > snapshot.info().id())
                .isPresent()) {
            return RecoveryTexts.text("recovery.snapshot.adviceNewer");
        }
        return snapshot.refusedAddress()
                .map(address -> RecoveryTexts.text("recovery.snapshot.adviceValue", address))
                .orElseGet(() -> RecoveryTexts.text("recovery.snapshot.advice"));
    }

    private static Optional<SnapshotInfo> base(JournalReader journal, Cancellation cancellation) {
        return new BaseSnapshots(journal, RecoveryRule.DOCUMENTED).find(Long.MAX_VALUE, cancellation);
    }
}
