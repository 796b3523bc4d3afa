package clasp.journal.ui.compaction;

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
    BEYOND_SAFE_POINT;

    static Risk of(CompactionPreview preview, OptionalLong safePoint, boolean snapshotFirst) {
        if (preview.removed() == 0 || snapshotFirst) {
            return NONE;
        }
        if (preview.uncoveredCount() > 0) {
            return UNCOVERED;
        }
        if (safePoint.isEmpty()) {
            return NO_SNAPSHOT;
        }
        return preview.beforeSeq() > safePoint.getAsLong() ? BEYOND_SAFE_POINT : NONE;
    }
}
