package clasp.journal.store.sqlite;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
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

        private static final MethodHandle OPEN = handle(
                "open",
                FunctionDescriptor.of(
                        ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT),
                2);
        private static final MethodHandle FCNTL = handle(
                "fcntl",
                FunctionDescriptor.of(
                        ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.ADDRESS),
                2);
        private static final MethodHandle CLOSE =
                handle("close", FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT), 1);

        /// @param get the command, and beside it the code of a write lock; then the offsets of the fields
        private record Flock(int get, short writeLock, long type, long whence, long start, long length) {}

        private static MethodHandle handle(String name, FunctionDescriptor descriptor, int fixedArguments) {
            Linker linker = Linker.nativeLinker();
            SymbolLookup lookup = linker.defaultLookup();
            return fixedArguments < descriptor.argumentLayouts().size()
                    ? linker.downcallHandle(
                            lookup.findOrThrow(name), descriptor, Linker.Option.firstVariadicArg(fixedArguments))
                    : linker.downcallHandle(lookup.findOrThrow(name), descriptor);
        }

        static boolean locked(Path path, long start, long count, Flock layout) {
            try (Arena arena = Arena.ofConfined()) {
                int descriptor = (int) OPEN.invokeExact(arena.allocateFrom(path.toString()), 0, 0);
                if (descriptor < 0) {
                    return false;
                }
                try {
                    MemorySegment flock = arena.allocate(64, 8);
                    flock.set(SHORT, layout.type(), layout.writeLock());
                    flock.set(SHORT, layout.whence(), (short) 0);
                    flock.set(LONG, layout.start(), start);
                    flock.set(LONG, layout.length(), count);
                    int failed = (int) FCNTL.invokeExact(descriptor, layout.get(), flock);
                    return failed != 0 || flock.get(SHORT, layout.type()) != UNLOCKED;
                } finally {
                    int ignored = (int) CLOSE.invokeExact(descriptor);
                }
            } catch (RuntimeException | Error e) {
                throw e;
            } catch (Throwable e) {
                throw new IllegalStateException("The system could not be asked for the locks on " + path + ".", e);
            }
        }
    }
}
