package clasp.journal.ui.snapshot;

import clasp.journal.model.Param;
import clasp.journal.model.Snapshot;
import clasp.journal.model.SnapshotInfo;
import clasp.journal.recovery.ReplayedState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A state with its params. Immutable.
///
/// @param seq the seq up to which entries are in it
/// @param damage why a snapshot could be read in part only; null when all of it was read
/// @param claspRefusal why CLASP cannot load the snapshot; null when it can
/// @param base for the current state the snapshot that the replay began with, if any
/// @param setsApplied for the current state the SETs applied to it
public record LoadedState(
        StateSource source,
        long seq,
        List<Param> params,
        @Nullable String damage,
        @Nullable String claspRefusal,
        @Nullable SnapshotInfo base,
        long setsApplied) {

    static LoadedState of(Snapshot snapshot) {
        return new LoadedState(
                new StateSource.Stored(snapshot.info()),
                snapshot.info().seqAt(),
                snapshot.params(),
                snapshot.damage(),
                snapshot.claspRefusal(),
                null,
                0);
    }

    static LoadedState of(ReplayedState state) {
        return new LoadedState(
                StateSource.CURRENT, state.seq(), state.params(), null, null, state.base(), state.setsApplied());
    }

    /// Whether this one comes after the other in the journal: the current state last, of snapshots at the same seq the
    /// one with the higher id.
    boolean isLaterThan(LoadedState other) {
        if (seq != other.seq) {
            return seq > other.seq;
        }
        return switch (source) {
            case StateSource.Current _ -> true;
            case StateSource.Stored stored ->
                other.source instanceof StateSource.Stored that
                        && stored.info().id() > that.info().id();
        };
    }
}
