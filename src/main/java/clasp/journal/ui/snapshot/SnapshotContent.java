package clasp.journal.ui.snapshot;

import clasp.journal.model.Param;
import clasp.journal.recovery.ParamChange;
import clasp.journal.recovery.ParamDiff;
import java.util.List;

/// What the viewer shows. Immutable.
public sealed interface SnapshotContent {
    /// No state is chosen.
    record Nothing() implements SnapshotContent {}

    record Loading() implements SnapshotContent {}

    /// The user did not want to wait.
    record Stopped() implements SnapshotContent {}

    /// The params of one state.
    ///
    /// @param shown those that pass the filter, in the chosen order
    record Params(LoadedState state, List<Param> shown) implements SnapshotContent {}

    /// What differs between two states.
    ///
    /// @param shown the changes that pass the filter, in the chosen order
    record Changes(LoadedState before, LoadedState after, ParamDiff diff, List<ParamChange> shown)
            implements SnapshotContent {}

    /// @param sentence what could not be read and why
    record Failed(String sentence) implements SnapshotContent {}
}
