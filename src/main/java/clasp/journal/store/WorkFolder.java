package clasp.journal.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// A folder that only this user can enter, for files that are not finished yet or not to stay. Closing it removes it
/// with all files in it. A lock in it says that its process lives; what killed processes left goes when the next such
/// folder is made. Thread-safe.
public final class WorkFolder implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(WorkFolder.class.getName());
    private static final String TEMPORARY = "clasp-journal-";
    private static final String UNFINISHED = ".part";
    private static final int MOST_OF_NAME = 40;
    private static final int ID_LENGTH = 36;

    /// There only while, or after, it was locked.
    private static final String GUARD = ".clasp-in-use";

    private static final String GUARD_BEFORE_IT_IS_LOCKED = ".clasp-new";

    /// Folders of this process: looking at their guards would drop the locks on them. Guards itself, and so a folder
    /// that is being made from being looked at.
    private static final Set<Path> OWN = new HashSet<>();

    private final Path folder;
    private final @Nullable FileChannel guard;

    private WorkFolder(Path folder, @Nullable FileChannel guard) {
        this.folder = folder;
        this.guard = guard;
    }

    /// One in the system's folder for temporary files.
    ///
    /// @param purpose a part of its name
    public static WorkFolder temporary(String purpose) throws IOException {
        synchronized (OWN) {
            removeTemporary();
            return guarded(Files.createTempDirectory(temporaries(), TEMPORARY + purpose + "-"));
        }
    }

    /// One beside a file that is to be made or replaced, from which that can be moved into place. What is removed are
    /// those that were made for a file of the same name.
    public static WorkFolder beside(Path target) throws IOException {
        Path absolute = target.toAbsolutePath();
        Path parent = absolute.getParent();
        if (parent == null) {
            throw new NoSuchFileException(target.toString());
        }
        Path real = parent.toRealPath();
        String begin = "." + shortName(absolute) + ".";
        synchronized (OWN) {
            removeLeft(real, name -> isUnfinished(name, begin));
            Path folder = real.resolve(begin + UUID.randomUUID() + UNFINISHED);
            FileRights.createOwnFolder(folder);
            return guarded(folder);
        }
    }

    /// Removes what killed processes left in the system's folder for temporary files.
    public static void removeTemporary() {
        synchronized (OWN) {
            removeLeft(temporaries(), name -> name.startsWith(TEMPORARY));
        }
    }

    public Path path() {
        return folder;
    }

    /// Where in it a file can be made that is to get this name elsewhere; SQLite can add to it, for it is short.
    public Path place(Path target) {
        return folder.resolve(shortName(target));
    }

    /// The folder that people know of this file: in which it lies, or for one in a work folder of this process, in
    /// which that was made.
    public static Path knownOf(Path file) {
        Path parent = Objects.requireNonNull(file.toAbsolutePath().getParent());
        synchronized (OWN) {
            return OWN.contains(parent) ? Objects.requireNonNull(parent.getParent()) : parent;
        }
    }

    private static Path temporaries() {
        return Path.of(System.getProperty("java.io.tmpdir")).toAbsolutePath();
    }

    /// Windows takes no name that ends in a space or a dot, as one can where it is cut.
    private static String shortName(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.substring(
                        0, name.offsetByCodePoints(0, Math.min(name.codePointCount(0, name.length()), MOST_OF_NAME)))
                .replaceFirst("[ .]+$", "_");
    }

    private static boolean isUnfinished(String name, String begin) {
        return name.startsWith(begin)
                && name.endsWith(UNFINISHED)
                && name.length() == begin.length() + ID_LENGTH + UNFINISHED.length();
    }

    private static WorkFolder guarded(Path folder) {
        OWN.add(folder);
        return new WorkFolder(folder, lock(folder));
    }

    /// Null where files cannot be locked: then nobody else removes the folder.
    private static @Nullable FileChannel lock(Path folder) {
        Path unlocked = folder.resolve(GUARD_BEFORE_IT_IS_LOCKED);
        try {
            FileChannel channel = FileChannel.open(unlocked, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            try {
                channel.lock();
                Files.move(unlocked, folder.resolve(GUARD), StandardCopyOption.ATOMIC_MOVE);
                return channel;
            } catch (IOException e) {
                channel.close();
                throw e;
            }
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "Nothing can be locked in " + folder, e);
            return null;
        }
    }

    private static void removeLeft(Path parent, Predicate<String> named) {
        try (DirectoryStream<Path> found =
                Files.newDirectoryStream(parent, each -> named.test(String.valueOf(each.getFileName())))) {
            for (Path each : found) {
                if (!OWN.contains(each)) {
                    removeAbandoned(each);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            LOG.log(System.Logger.Level.DEBUG, "The folder cannot be listed: " + parent, e);
        }
    }

    /// Where everybody writes, anything can have such a name: links are not followed, and opening a pipe would wait for
    /// ever.
    private static void removeAbandoned(Path found) {
        Path guard = found.resolve(GUARD);
        if (!Files.isDirectory(found, LinkOption.NOFOLLOW_LINKS)
                || !Files.isWritable(found)
                || !isMine(found)
                || !Files.isRegularFile(guard, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (FileChannel channel = FileChannel.open(guard, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            if (lock == null) {
                return;
            }
            empty(found);
        } catch (IOException | OverlappingFileLockException e) {
            LOG.log(System.Logger.Level.DEBUG, "Not removed: " + found, e);
            return;
        }
        try {
            removeEmpty(found);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "What a killed process left could not be removed: " + found, e);
        }
    }

    /// In the folder of another user, everything could become something else while it is looked at. Where files have no
    /// such owners, the folder for temporary files is the user's own.
    private static boolean isMine(Path found) {
        try {
            return Files.getFileAttributeView(found, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS) == null
                    || Files.getOwner(found, LinkOption.NOFOLLOW_LINKS)
                            .equals(found.getFileSystem()
                                    .getUserPrincipalLookupService()
                                    .lookupPrincipalByName(System.getProperty("user.name")));
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "Whose folder it is cannot be told: " + found, e);
            return false;
        }
    }

    /// All but the guard, which goes last.
    private static void empty(Path folder) throws IOException {
        try (DirectoryStream<Path> content = Files.newDirectoryStream(folder)) {
            for (Path each : content) {
                if (!each.endsWith(GUARD)) {
                    Files.deleteIfExists(each);
                }
            }
        } catch (NoSuchFileException gone) {
            return;
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
    }

    private static void removeEmpty(Path folder) throws IOException {
        Files.deleteIfExists(folder.resolve(GUARD));
        Files.deleteIfExists(folder);
    }

    /// @throws IOException when something stays; it goes as what a killed process left does
    @Override
    public void close() throws IOException {
        try {
            empty(folder);
        } finally {
            // Windows keeps a file that is open.
            if (guard != null) {
                guard.close();
            }
            synchronized (OWN) {
                OWN.remove(folder);
            }
        }
        removeEmpty(folder);
    }
}
