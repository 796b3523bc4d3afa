package clasp.journal.store;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What came of restoring a backup. Immutable.
///
/// @param notes sentences that the user should read: what of the backup could not be read, what became of a
///     damaged journal or log
/// @param kept where the journal as it was before was copied to; null when it is no file
public record RestoreOutcome(List<String> notes, @Nullable Path kept) {
    public RestoreOutcome {
        notes = List.copyOf(notes);
    }

    public Optional<Path> keptCopy() {
        return Optional.ofNullable(kept);
    }
}
