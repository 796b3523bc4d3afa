package clasp.journal.ui.main;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/// A file as it was at a moment, to know it again. Immutable.
record FileMark(long sizeBytes, long modifiedMillis) {
    /// Blocks. Empty when the file cannot be asked: whoever opens it says why.
    static Optional<FileMark> of(Path file) {
        try {
            var now = Files.readAttributes(file, BasicFileAttributes.class);
            return Optional.of(new FileMark(now.size(), now.lastModifiedTime().toMillis()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
