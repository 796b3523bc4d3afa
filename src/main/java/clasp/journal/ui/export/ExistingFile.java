package clasp.journal.ui.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.Optional;

/// A file that an export would replace. Immutable.
record ExistingFile(Path path, long sizeBytes, Instant changed) {
    /// Empty when there is none, or something that is no file. Blocks.
    static Optional<ExistingFile> at(Path path) {
        try {
            BasicFileAttributes found = Files.readAttributes(path, BasicFileAttributes.class);
            return found.isRegularFile()
                    ? Optional.of(new ExistingFile(
                            path, found.size(), found.lastModifiedTime().toInstant()))
                    : Optional.empty();
        } catch (IOException e) {
            // Nothing there, or nothing that may be looked at: writing there will fail and say why.
            return Optional.empty();
        }
    }
}
