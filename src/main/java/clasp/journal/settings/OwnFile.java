package clasp.journal.settings;

import clasp.journal.store.UnfinishedFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/// Files that only this user reads, where the system knows permissions. Stateless.
final class OwnFile {
    private static final FileAttribute<?>[] OWN = only("rw-------");
    private static final FileAttribute<?>[] OWN_FOLDER = only("rwx------");

    private OwnFile() {}

    private static FileAttribute<?>[] only(String permissions) {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    /// With those above it that are missing. One that is there stays as it is.
    ///
    /// @throws NotDirectoryException when something else is in its place
    static void createFolderOf(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            try {
                Files.createDirectories(folder, OWN_FOLDER);
            } catch (FileAlreadyExistsException e) {
                throw new NotDirectoryException(e.getFile());
            }
        }
    }

    /// Puts a new file in the place of the old one, which is whole at any time. Of one that fails, nothing stays.
    static void replace(Path file, byte[] content) throws IOException {
        Path temporary = file.resolveSibling(file.getFileName() + ".new");
        write(temporary, content);
        try {
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            UnfinishedFile.remove(temporary, e);
            throw e;
        }
    }

    /// Writes the file anew, down to the disk. A link in its place is removed, not followed. Of one that cannot be
    /// written to its end, as on a full disk, nothing stays.
    static void write(Path file, byte[] content) throws IOException {
        Files.deleteIfExists(file);
        try (FileChannel channel =
                FileChannel.open(file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), OWN)) {
            ByteBuffer bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        } catch (IOException e) {
            UnfinishedFile.remove(file, e);
            throw e;
        }
    }
}
