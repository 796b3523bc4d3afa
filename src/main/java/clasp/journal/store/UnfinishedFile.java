package clasp.journal.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// What is left of a file that could not be written to its end. Stateless.
public final class UnfinishedFile {
    private UnfinishedFile() {}

    /// Removes it, where it is there.
    ///
    /// @param failure why it is not finished; told, too, when the file stays
    public static void remove(Path file, Exception failure) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException stays) {
            failure.addSuppressed(stays);
        }
    }
}
