package clasp.journal.recovery;

import clasp.journal.model.Param;
import clasp.journal.model.SnapshotInfo;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The params that a recovery comes to. Immutable.
///
/// @param seq the seq up to which entries were taken into account, inclusive
/// @param base the snapshot that the recovery began with; null when it began with nothing
/// @param entriesTaken how many entries changed the state on top of the snapshot
/// @param params one for each address, those of the snapshot first, in its order, then in order of their first SET
public record RecoveredState(long seq, @Nullable SnapshotInfo base, long entriesTaken, List<RecoveredParam> params) {
    public RecoveredState {
        params = List.copyOf(params);
    }

    public Optional<SnapshotInfo> baseSnapshot() {
        return Optional.ofNullable(base);
    }

    /// The params alone, in the same order.
    public List<Param> plainParams() {
        return params.stream().map(RecoveredParam::param).toList();
    }
}
