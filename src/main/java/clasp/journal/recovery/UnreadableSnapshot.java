package clasp.journal.recovery;

import clasp.journal.model.CoreTexts;
import clasp.journal.model.Snapshot;
import clasp.journal.model.SnapshotInfo;
import clasp.journal.store.Damage;
import clasp.journal.store.JournalReader;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Says what a snapshot that cannot be loaded means for both recoveries: clasp-router looks at the newest only, and
/// does without any where that cannot be loaded; the documented recovery begins with the newest that can. Confined to
/// one scan.
final class UnreadableSnapshot {
    private final JournalReader journal;
    private final List<SnapshotInfo> listed;
    private final Consumer<Problem> found;
    private final Optional<SnapshotInfo> base;

    /// @param listed all, the newest last
    /// @param base the newest that can be loaded
    UnreadableSnapshot(
            JournalReader journal, List<SnapshotInfo> listed, Optional<SnapshotInfo> base, Consumer<Problem> found) {
        this.journal = journal;
        this.listed = listed;
        this.base = base;
        this.found = found;
    }

    /// Tells nothing of one that can be loaded.
    ///
    /// @param snapshot one of those that were listed
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
        boolean last = listed.getLast().id() == info.id();
        String router = CoreTexts.text(last ? "recovery.snapshot.newest" : "recovery.snapshot.notNewest");
        String documented = base.map(newest -> CoreTexts.text(
                        newest.id() > info.id() ? "recovery.snapshot.newer" : "recovery.snapshot.earlier",
                        Long.toString(newest.id()),
                        Long.toString(newest.seqAt())))
                .orElseGet(() -> CoreTexts.text("recovery.snapshot.nothing"));
        return router + " " + documented;
    }

    /// Nobody should write to a file that is damaged.
    private String advice(Snapshot snapshot) {
        if (snapshot.fileDamaged() || snapshot.damage() != null && journal.damage() != Damage.NONE) {
            return CoreTexts.text("recovery.snapshot.adviceDamaged");
        }
        if (base.filter(newest -> newest.id() > snapshot.info().id()).isPresent()) {
            return CoreTexts.text("recovery.snapshot.adviceNewer");
        }
        return snapshot.refusedAddress()
                .map(address -> CoreTexts.text("recovery.snapshot.adviceValue", address))
                .orElseGet(() -> CoreTexts.text("recovery.snapshot.advice"));
    }
}
