package clasp.journal.store;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a compaction shall do. Immutable.
///
/// @param beforeSeq entries with a lower seq are deleted
/// @param backup where a complete copy is written first; null for none
/// @param snapshotFirst whether to store a snapshot of the state at the latest seq before deleting
/// @param vacuum whether to give the freed space back to the file system
/// @param forClaspRouter whether the SETs that stay are given the revisions with which clasp-router 4.5
///     takes every one of them on top of that snapshot, see [RouterRevisions]; implies the snapshot
public record CompactionOrder(
        long beforeSeq, @Nullable Path backup, boolean snapshotFirst, boolean vacuum, boolean forClaspRouter) {
    public CompactionOrder {
        snapshotFirst |= forClaspRouter;
    }

    /// One that leaves the entries that stay as they are.
    public CompactionOrder(long beforeSeq, @Nullable Path backup, boolean snapshotFirst, boolean vacuum) {
        this(beforeSeq, backup, snapshotFirst, vacuum, false);
    }

    public Optional<Path> backupFile() {
        return Optional.ofNullable(backup);
    }
}
