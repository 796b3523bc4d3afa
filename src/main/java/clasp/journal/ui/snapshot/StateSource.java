package clasp.journal.ui.snapshot;

import clasp.journal.model.SnapshotInfo;

/// A state of all params that can be looked at. Immutable.
public sealed interface StateSource {
    /// What a snapshot holds.
    record Stored(SnapshotInfo info) implements StateSource {}

    /// The state after the newest entry: the latest usable snapshot and the SETs after it.
    record Current() implements StateSource {}

    StateSource CURRENT = new Current();
}
