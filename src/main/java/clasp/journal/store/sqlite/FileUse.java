package clasp.journal.store.sqlite;

import clasp.journal.store.OwnChange;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/// What this process itself does with a database file. One for each file, shared by all that open it, because POSIX
/// locks belong to the process: whoever opens a file on the side and closes it drops SQLite's locks, and SQLite keeps
/// one shared view of the `-shm` file, so a reader that has it read-only would make a writer's fail. Thread-safe.
final class FileUse {
    private static final Map<Path, FileUse> ALL = new ConcurrentHashMap<>();

    private final ReentrantLock opening = new ReentrantLock();
    private final List<SqliteSource> sources = new ArrayList<>();
    private final List<OwnChange> changes = new ArrayList<>();
    private final ReentrantLock copying = new ReentrantLock();
    private final ReentrantLock changing = new ReentrantLock();
    private final List<Closeable> aside = new ArrayList<>();
    private final SharedIndex index = new SharedIndex(this);
    private int locking;
    private int writing;

    private FileUse() {}

    static FileUse of(JournalFile file) {
        return ALL.computeIfAbsent(file.path(), path -> new FileUse());
    }

    synchronized void join(SqliteSource source) {
        sources.add(source);
    }

    synchronized void leave(SqliteSource source) {
        sources.remove(source);
    }

    /// Connections that take locks were opened; the returned action says that they are closed.
    synchronized Runnable lock() {
        locking++;
        return once(this::unlocked);
    }

    /// A connection that writes was opened, which takes locks as well; the returned action says that it is closed.
    synchronized Runnable write(OwnChange.Kind kind) {
        locking++;
        writing++;
        var begun = new OwnChange(kind, Instant.now(), null);
        changes.add(begun);
        return once(() -> {
            unlocked();
            writing--;
            // The same change, not an equal one: two may begin at the same moment.
            changes.replaceAll(each -> each == begun ? begun.over(Instant.now()) : each);
        });
    }

    private void unlocked() {
        locking--;
        if (locking == 0) {
            aside.forEach(FileUse::close);
            aside.clear();
        }
    }

    /// Closes a file of the journal that was opened on the side: at once, or as soon as SQLite holds no locks here that
    /// this would drop.
    synchronized void closeAside(Closeable opened) {
        if (locking == 0) {
            close(opened);
        } else {
            aside.add(opened);
        }
    }

    private static void close(Closeable opened) {
        try {
            opened.close();
        } catch (IOException e) {
            System.getLogger(FileUse.class.getName())
                    .log(System.Logger.Level.DEBUG, "A file that was only read could not be closed", e);
        }
    }

    /// What the shared memory says while SQLite has it open in this process.
    SharedIndex index() {
        return index;
    }

    /// Held by whoever copies the file with a damaged log, which may take long; nobody has to wait for it.
    ReentrantLock copying() {
        return copying;
    }

    /// Held by whoever compacts or restores the file, which may take long; nobody has to wait for it.
    ReentrantLock changing() {
        return changing;
    }

    /// What this process did to the file, oldest first.
    synchronized List<OwnChange> changes() {
        return List.copyOf(changes);
    }

    /// A backup takes the place of what was there.
    synchronized void restored() {
        Instant now = Instant.now();
        changes.add(new OwnChange(OwnChange.Kind.RESTORATION, now, now));
    }

    /// Finding out how a file can be opened and opening it happen under this lock, so that nothing is opened on the
    /// side while SQLite is about to lock it. Taken after a source's own gate, never before.
    ReentrantLock opening() {
        return opening;
    }

    /// Whether SQLite may hold locks on the file in this process: then it must not be opened on the side.
    synchronized boolean lockedHere() {
        return locking > 0;
    }

    synchronized boolean writtenHere() {
        return writing > 0;
    }

    /// Runs the work while no reader of this process has a connection to the file; they wait until it is done.
    <T> T alone(Supplier<T> work) {
        List<SqliteSource> paused;
        synchronized (this) {
            paused = List.copyOf(sources);
        }
        return alone(paused, 0, work);
    }

    /// This program itself puts another content into the file, which its readers shall take for the same journal.
    synchronized void replacedHere() {
        sources.forEach(source -> source.newest().forget());
    }

    private static <T> T alone(List<SqliteSource> sources, int next, Supplier<T> work) {
        return next == sources.size() ? work.get() : sources.get(next).paused(() -> alone(sources, next + 1, work));
    }

    private Runnable once(Runnable action) {
        boolean[] done = {false};
        return () -> {
            synchronized (this) {
                if (!done[0]) {
                    done[0] = true;
                    action.run();
                }
            }
        };
    }
}
