package clasp.journal.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Where a running window waits for files: a socket in a folder that nobody but this user can enter. Immutable.
///
/// @param socket the socket
/// @param lock locked by the window that listens
record HandoverPlace(Path socket, Path lock) {
    private static final String NAME = "clasp-journal-browser";
    private static final Set<PosixFilePermission> ONLY_MINE = PosixFilePermissions.fromString("rwx------");

    /// Empty where there is no such folder: then every start has a window of its own.
    ///
    /// @param temporary the folder for temporary files
    /// @param user the name of the user
    static Optional<HandoverPlace> find(Map<String, String> environment, Path temporary, String user) {
        String runtime = environment.getOrDefault("XDG_RUNTIME_DIR", "");
        Path folder = runtime.isBlank() ? temporary.resolve(NAME + "-" + user) : Path.of(runtime);
        try {
            if (runtime.isBlank()) {
                make(temporary, folder);
            }
            return isOnlyMine(folder)
                    ? Optional.of(new HandoverPlace(folder.resolve(NAME + ".sock"), folder.resolve(NAME + ".lock")))
                    : Optional.empty();
        } catch (IOException | UnsupportedOperationException e) {
            return Optional.empty();
        }
    }

    private static void make(Path parent, Path folder) throws IOException {
        if (Files.notExists(folder, LinkOption.NOFOLLOW_LINKS)) {
            if (isPosix(parent)) {
                Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(ONLY_MINE));
            } else {
                Files.createDirectory(folder);
            }
        }
    }

    /// On systems without such rights, temporary folders are the user's own.
    private static boolean isOnlyMine(Path folder) throws IOException {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        if (!isPosix(folder)) {
            return true;
        }
        Path probe = Files.createTempFile(folder, NAME, ".probe");
        try {
            boolean mine = Files.getOwner(probe).equals(Files.getOwner(folder));
            return mine && Files.getPosixFilePermissions(folder).equals(ONLY_MINE);
        } finally {
            Files.delete(probe);
        }
    }

    private static boolean isPosix(Path path) {
        return Files.getFileAttributeView(path, PosixFileAttributeView.class) != null;
    }
}
