package clasp.journal.ui.compaction;

import clasp.journal.recovery.CompactionProof;
import clasp.journal.store.CompactionPreview;
import java.util.OptionalLong;

/// What a cut puts at risk. All but NONE need the user's deliberate consent.
enum Risk {
    NONE,
    /// Values of some addresses could not be recovered any more.
    UNCOVERED,
    /// No usable snapshot: recovery would have the kept entries only.
    NO_SNAPSHOT,
    /// Entries after the latest usable snapshot go.
    BEYOND_SAFE_POINT,
    /// Although a snapshot is taken or has all: what is documented to come back is not what is there now.
    COMES_BACK_OTHERWISE,
    /// As documented all comes back; but clasp-router 4.5 loses what it comes back with rightly without the compaction.
    ROUTER_LOSES,
    /// As documented all comes back that does so now; but what goes is the last that tells of some addresses.
    FORGOTTEN;

    static Risk of(CompactionPreview preview, OptionalLong safePoint, boolean snapshotFirst, Proof proof) {
        if (preview.removed() == 0) {
            return NONE;
        }
        Risk risk = snapshotFirst ? NONE : ofTheCut(preview, safePoint);
        if (risk == NONE && proof instanceof Proof.Ready ready) {
            risk = ofTheOutcome(ready.proof());
        }
        return risk == NONE && preview.forgottenCount() > 0 ? FORGOTTEN : risk;
    }

    private static Risk ofTheOutcome(CompactionProof proof) {
        if (!proof.documented().right()) {
            return COMES_BACK_OTHERWISE;
        }
        return proof.routerLoses() > 0 ? ROUTER_LOSES : NONE;
    }

    private static Risk ofTheCut(CompactionPreview preview, OptionalLong safePoint) {
        if (preview.uncoveredCount() > 0) {
            return UNCOVERED;
        }
        if (safePoint.isEmpty()) {
            return NO_SNAPSHOT;
        }
        return preview.beforeSeq() > safePoint.getAsLong() ? BEYOND_SAFE_POINT : NONE;
    }
}
