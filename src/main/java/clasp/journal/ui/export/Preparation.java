package clasp.journal.ui.export;

import clasp.journal.store.JournalInfo;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/// What has to be known before there is anything to choose. Immutable.
///
/// @param journal its name
/// @param folder where the file may go
/// @param name of the file, without an ending
record Preparation(String journal, Path folder, String name) {
    /// Where the last export went, else where the journal lies, else where any file went. Blocks.
    ///
    /// @param lastFolder of the last export; empty for none
    /// @param usedFolder of any file
    static Preparation of(JournalInfo info, String lastFolder, Supplier<Path> usedFolder) {
        Path folder = folder(lastFolder)
                .or(() -> info.path().map(file -> file.toAbsolutePath().getParent()))
                .filter(Files::isDirectory)
                .orElseGet(usedFolder);
        return new Preparation(info.name(), folder, info.stem());
    }

    private static Optional<Path> folder(String remembered) {
        try {
            return remembered.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Path.of(remembered)).filter(Files::isDirectory);
        } catch (InvalidPathException e) {
            // Settings from another system.
            return Optional.empty();
        }
    }
}
