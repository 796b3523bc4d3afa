package clasp.journal.ui.recovery;

import clasp.journal.model.SnapshotInfo;
import clasp.journal.recovery.RecoveryRule;

/// A state that can be compared. Immutable.
sealed interface StateChoice {
    /// What a rule comes to at the cursor.
    record AtCursor(RecoveryRule rule) implements StateChoice {}

    /// The documented state after the newest entry.
    record Newest() implements StateChoice {}

    /// What the router that writes the journal holds now.
    record Live() implements StateChoice {}

    /// What a snapshot holds.
    record Stored(SnapshotInfo info) implements StateChoice {}

    /// The documented state at the seq that is typed beside the choice.
    record AtSeq() implements StateChoice {}

    /// The newest state of the other journal.
    record Elsewhere() implements StateChoice {}
}
