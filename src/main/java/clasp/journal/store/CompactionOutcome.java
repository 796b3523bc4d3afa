package clasp.journal.store;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a compaction did. Immutable.
///
/// @param backup where the backup lies; null when none was asked for
/// @param warning a sentence on what could not be done although the entries were removed (such as no space for
///     VACUUM); null when all went well
public record CompactionOutcome(
        long removed,
        long sizeBefore,
        long sizeAfter,
        @Nullable Path backup,
        @Nullable String warning) {
    public Optional<Path> backupFile() {
        return Optional.ofNullable(backup);
    }
}
