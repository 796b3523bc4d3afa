package clasp.journal.store;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Who may read and write a file, on systems with an owner, a group and the others; elsewhere nothing is done.
/// Stateless.
public final class FileRights {
    private static final System.Logger LOG = System.getLogger(FileRights.class.getName());
    private static final Set<PosixFilePermission> OWN = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> OWN_FOLDER = PosixFilePermissions.fromString("rwx------");

    private FileRights() {}

    /// Creates an empty file that nobody but this user can open: for what is to get the rights of another file once it
    /// is whole.
    public static void createOwn(Path file) throws IOException {
        Files.createFile(file, only(OWN));
    }

    /// Creates a folder that nobody but this user can enter.
    public static void createOwnFolder(Path folder) throws IOException {
        Files.createDirectory(folder, only(OWN_FOLDER));
    }

    private static FileAttribute<?>[] only(Set<PosixFilePermission> rights) {
        boolean known = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return known ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(rights)} : new FileAttribute<?>[0];
    }

    /// Leaves a file to this user alone.
    public static void makeOwn(Path file) throws IOException {
        PosixFileAttributeView view = view(file);
        if (view != null) {
            view.setPermissions(OWN);
        }
    }

    /// Gives a file the rights of another, which it is a copy of or takes the place of, and its group and owner where
    /// this user may give them. A file that stays with another group lets that do what everybody may.
    public static void copy(Path from, Path to) throws IOException {
        PosixFileAttributeView source = view(from);
        PosixFileAttributeView target = view(to);
        if (source == null || target == null) {
            return;
        }
        PosixFileAttributes wanted = source.readAttributes();
        PosixFileAttributes found = target.readAttributes();
        Set<PosixFilePermission> rights = new HashSet<>(wanted.permissions());
        if (!found.owner().equals(wanted.owner())) {
            given(to, () -> target.setOwner(wanted.owner()));
        }
        if (!found.group().equals(wanted.group()) && !given(to, () -> target.setGroup(wanted.group()))) {
            keepForOthers(rights, PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ);
            keepForOthers(rights, PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);
            keepForOthers(rights, PosixFilePermission.GROUP_EXECUTE, PosixFilePermission.OTHERS_EXECUTE);
        }
        given(to, () -> target.setPermissions(rights));
    }

    private static void keepForOthers(
            Set<PosixFilePermission> rights, PosixFilePermission group, PosixFilePermission others) {
        if (!rights.contains(others)) {
            rights.remove(group);
        }
    }

    /// Only root gives files away, and a file system of another kind knows no rights: then it stays as it was created.
    private static boolean given(Path file, Change change) {
        try {
            change.make();
            return true;
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "Not all rights of the original could be given to " + file, e);
            return false;
        }
    }

    private static @Nullable PosixFileAttributeView view(Path file) {
        return Files.getFileAttributeView(file, PosixFileAttributeView.class);
    }

    @FunctionalInterface
    private interface Change {
        void make() throws IOException;
    }
}
