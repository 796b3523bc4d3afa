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
public record CompactionOrder(long beforeSeq, @Nullable Path backup, boolean snapshotFirst, boolean vacuum) {
    public Optional<Path> backupFile() {
        return Optional.ofNullable(backup);
    }
}
