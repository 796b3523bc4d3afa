package clasp.journal.store.sqlite;

import clasp.journal.store.JournalException;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/// Takes the log of a journal that is written into its database, beside the writer: SQLite itself would let every so
/// many commits do it, and whoever waits for such a commit would wait for the disk twice.
///
/// A connection of its own copies the frames while the writer goes on, until few are left. The writer takes those
/// between two commits, so that the whole log is in the database for a moment and the next commit begins it anew: only
/// so does it stay small. Nothing of this exists before many entries were written. Where this falls behind, SQLite's
/// own way still bounds the log. Thread-safe.
final class Checkpoints implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Checkpoints.class.getName());

    /// A log shorter than this is left alone: copying the same pages more often costs more than a longer log.
    private static final long LONG_LOG = 8_192;

    /// So few frames the writer may take by itself.
    private static final long FEW_FRAMES = 400;

    private static final int MOST_ROUNDS = 6;

    /// How many entries are written between two looks at the log.
    private static final int ENTRIES_BETWEEN = 1_000;

    private final JournalFile file;
    private final Runnable finish;
    private final Semaphore wanted = new Semaphore(0);
    private long entries;
    private @Nullable Thread thread;
    private volatile boolean closed;
    private boolean failing;

    /// @param finish has the writer take what is left, between two commits
    Checkpoints(JournalFile file, Runnable finish) {
        this.file = file;
        this.finish = finish;
    }

    /// So many entries were committed.
    synchronized void written(int more) {
        entries += more;
        if (entries >= ENTRIES_BETWEEN && !closed) {
            entries = 0;
            if (thread == null) {
                thread = Thread.ofPlatform()
                        .daemon()
                        .name("journal-checkpoint " + file.name())
                        .start(this::run);
            }
            if (wanted.availablePermits() == 0) {
                wanted.release();
            }
        }
    }

    /// Waits for what is under way. To be called before the writer is closed, so that the writer is the last one.
    @Override
    public void close() {
        Thread running;
        synchronized (this) {
            closed = true;
            running = thread;
        }
        wanted.release();
        boolean interrupted = false;
        while (running != null && running.isAlive()) {
            try {
                running.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try (Connection connection = open()) {
            while (!closed) {
                wanted.acquireUninterruptibly();
                if (!closed) {
                    look(connection);
                }
            }
        } catch (SQLException e) {
            LOG.log(Level.WARNING, "The log of “" + file.name() + "” is left to its writer.", e);
        }
    }

    private Connection open() throws SQLException {
        FileUse use = FileUse.of(file);
        use.opening().lock();
        try {
            return Connections.toWrite(file.path(), false);
        } finally {
            use.opening().unlock();
        }
    }

    /// What fails, such as on a full disk, is tried again later; the entries are in the log, and safe.
    private void look(Connection connection) {
        try {
            if (left(connection, "NOOP") >= LONG_LOG) {
                checkpoint(connection);
            }
            failing = false;
        } catch (SQLException | JournalException e) {
            Level level = failing ? Level.DEBUG : Level.WARNING;
            LOG.log(level, "The log of “" + file.name() + "” could not be taken into it; this is tried again.", e);
            failing = true;
        }
    }

    private void checkpoint(Connection connection) throws SQLException {
        long left = Long.MAX_VALUE;
        for (int round = 0; round < MOST_ROUNDS && left > FEW_FRAMES && !closed; round++) {
            long before = left;
            left = left(connection, "PASSIVE");
            if (left >= before) {
                // A reader holds the rest back.
                return;
            }
            left = left(connection, "NOOP");
        }
        if (left <= FEW_FRAMES && !closed) {
            finish.run();
        }
    }

    /// How many frames of the log are not in the database after this.
    private static long left(Connection connection, String mode) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA wal_checkpoint(" + mode + ")")) {
            return row.next() ? Math.max(0, row.getLong(2) - row.getLong(3)) : 0;
        }
    }
}
