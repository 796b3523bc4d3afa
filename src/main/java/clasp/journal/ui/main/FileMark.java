package clasp.journal.ui.main;

import clasp.journal.store.Companion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.Set;

/// A file as it was at a moment, to know it again; with what SQLite keeps beside it, as that is written first.
/// Immutable.
///
/// @param besideBytes size of what lies beside it; 0 where that is nothing
/// @param besideMillis when the latest of that was written; 0 where that is nothing
record FileMark(long sizeBytes, long modifiedMillis, long besideBytes, long besideMillis) {
    private static final Set<Companion> WRITTEN = Set.of(Companion.WAL, Companion.ROLLBACK_JOURNAL);

    /// Blocks. Empty when the file cannot be asked: whoever opens it says why.
    static Optional<FileMark> of(Path file) {
        try {
            Path real = file.toRealPath();
            var now = Files.readAttributes(real, BasicFileAttributes.class);
            long bytes = 0;
            long millis = 0;
            for (Companion beside : WRITTEN) {
                Optional<BasicFileAttributes> found = ifThere(beside.of(real));
                if (found.isPresent() && found.get().size() > 0) {
                    bytes += found.get().size();
                    millis = Math.max(millis, found.get().lastModifiedTime().toMillis());
                }
            }
            return Optional.of(new FileMark(now.size(), now.lastModifiedTime().toMillis(), bytes, millis));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<BasicFileAttributes> ifThere(Path file) throws IOException {
        try {
            return Optional.of(Files.readAttributes(file, BasicFileAttributes.class));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }
}
