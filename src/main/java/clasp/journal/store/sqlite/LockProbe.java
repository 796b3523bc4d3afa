package clasp.journal.store.sqlite;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Finds out whether another process has a database open, by asking the system who holds SQLite's locks. On Linux and
/// macOS it only asks (`F_GETLK`); elsewhere it has to take a lock for a moment.
///
/// Must not be used on a file on which SQLite holds locks in this process: closing a file drops every lock that the
/// process has on it. [FileUse] takes care of that. Thread-safe.
final class LockProbe {
    /// Every connection holds a shared lock on this byte of the `-shm` file while it is open.
    private static final long SHM_FIRST = 120;

    private static final long SHM_COUNT = 9;

    /// A connection to a WAL database holds a shared lock in here from its first read on; any other only while it
    /// reads.
    private static final long DATABASE_FIRST = 0x4000_0000L;

    private static final long DATABASE_COUNT = 512;

    private LockProbe() {}

    /// Whether a connection of another process exists, as far as locks tell.
    static boolean inUseElsewhere(JournalFile file) {
        return locked(file.path(), DATABASE_FIRST, DATABASE_COUNT) || sharedMemoryInUseElsewhere(file);
    }

    /// The same of the shared memory alone.
    static boolean sharedMemoryInUseElsewhere(JournalFile file) {
        return locked(file.shm(), SHM_FIRST, SHM_COUNT);
    }

    private static boolean locked(Path path, long start, long count) {
        if (!Files.isRegularFile(path)) {
            return false;
        }
        String os = System.getProperty("os.name", "");
        if (os.startsWith("Linux")) {
            return Posix.locked(path, start, count, Posix.LINUX);
        }
        return os.startsWith("Mac") ? Posix.locked(path, start, count, Posix.MAC) : tryLock(path, start, count);
    }

    private static boolean tryLock(Path path, long start, long count) {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock(start, count, false)) {
            return lock == null;
        } catch (java.io.IOException | java.nio.channels.OverlappingFileLockException e) {
            return true;
        }
    }

    /// `fcntl(fd, F_GETLK, …)` with the layout of `struct flock` on 64-bit systems.
    private static final class Posix {
        private static final ValueLayout.OfShort SHORT = ValueLayout.JAVA_SHORT;
        private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG;
        private static final short UNLOCKED = 2;

        static final Flock LINUX = new Flock(5, (short) 1, 0, 2, 8, 16);
        static final Flock MAC = new Flock(7, (short) 3, 20, 22, 0, 8);

        /// One shape for all three, as Java makes two dozen classes for each. An `int` is the lower half of a
        /// `long` where arguments are passed in registers, and one too many is passed over. Two are fixed, as
        /// those of `open` and `fcntl` are; the third matters to `fcntl` alone.
        private static final FunctionDescriptor CALL = FunctionDescriptor.of(
                ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG, ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG);

        private static final MethodHandle OPEN = handle("open");
        private static final MethodHandle FCNTL = handle("fcntl");
        private static final MethodHandle CLOSE = handle("close");

        /// @param get the command, and beside it the code of a write lock; then the offsets of the fields
        private record Flock(int get, short writeLock, long type, long whence, long start, long length) {}

        private static MethodHandle handle(String name) {
            Linker linker = Linker.nativeLinker();
            return linker.downcallHandle(
                    linker.defaultLookup().findOrThrow(name), CALL, Linker.Option.firstVariadicArg(2));
        }

        static boolean locked(Path path, long start, long count, Flock layout) {
            try (Arena arena = Arena.ofConfined()) {
                int descriptor = (int)
                        OPEN.invokeExact(arena.allocateFrom(path.toString()).address(), 0, 0L);
                if (descriptor < 0) {
                    return false;
                }
                try {
                    MemorySegment flock = arena.allocate(64, 8);
                    flock.set(SHORT, layout.type(), layout.writeLock());
                    flock.set(SHORT, layout.whence(), (short) 0);
                    flock.set(LONG, layout.start(), start);
                    flock.set(LONG, layout.length(), count);
                    int failed = (int) FCNTL.invokeExact((long) descriptor, layout.get(), flock.address());
                    return failed != 0 || flock.get(SHORT, layout.type()) != UNLOCKED;
                } finally {
                    int ignored = (int) CLOSE.invokeExact((long) descriptor, 0, 0L);
                }
            } catch (RuntimeException | Error e) {
                throw e;
            } catch (Throwable e) {
                throw new IllegalStateException("The system could not be asked for the locks on " + path + ".", e);
            }
        }
    }
}
