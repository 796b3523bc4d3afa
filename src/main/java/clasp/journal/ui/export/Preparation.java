package clasp.journal.ui.export;

import clasp.journal.store.JournalInfo;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/// What has to be known before there is anything to choose. Immutable.
///
/// @param journal its name
/// @param folder where the file may go
/// @param name of the file, without an ending
record Preparation(String journal, Path folder, String name) {
    /// Where the last export went, else where the journal lies, else the user's own folder. Blocks.
    ///
    /// @param lastFolder empty for none
    static Preparation of(JournalInfo info, String lastFolder) {
        Path folder = folder(lastFolder)
                .or(() -> info.path().map(file -> file.toAbsolutePath().getParent()))
                .filter(Files::isDirectory)
                .orElseGet(() -> Path.of(System.getProperty("user.home", "")));
        return new Preparation(info.name(), folder, baseName(info.name()));
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

    /// The journal's name without what no file system takes, and without the ending of a database.
    private static String baseName(String journal) {
        String name = journal.replaceFirst("\\.(db|sqlite3?)$", "")
                .replaceAll("[\\p{Cntrl}/\\\\:*?\"<>|]+", "-")
                .replaceAll("^[-. ]+|[-. ]+$", "");
        return name.isEmpty() ? "journal" : name;
    }
}
