package clasp.journal.recovery;

import clasp.journal.model.Param;
import clasp.journal.model.SnapshotInfo;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The params as they stood right after the entry with a certain seq. Immutable.
///
/// @param seq the seq up to which entries were taken into account, inclusive
/// @param base the snapshot that the replay began with; null when no usable one was there and it began with nothing
/// @param setsApplied SET entries applied on top of the snapshot
/// @param params one for each address, those of the snapshot first, in its order, then in order of their first SET
public record ReplayedState(long seq, @Nullable SnapshotInfo base, long setsApplied, List<Param> params) {
    public ReplayedState {
        params = List.copyOf(params);
    }

    public Optional<SnapshotInfo> baseSnapshot() {
        return Optional.ofNullable(base);
    }
}
