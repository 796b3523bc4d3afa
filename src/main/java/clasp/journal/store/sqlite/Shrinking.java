package clasp.journal.store.sqlite;

import clasp.journal.store.Progress;
import clasp.journal.store.Uninterruptibly;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;

/// Gives the space of deleted entries back, and tells how far that is, which SQLite does not. It writes the rest anew
/// into a file that nobody sees: for each row, and for each of its places in an index, as many operations as for any
/// other. Then it takes that file into the log, which grows by a known size meanwhile, and the log into the database,
/// which shows nothing until it is done. The first part can be stopped; the others are the commit. Used by one thread.
final class Shrinking {
    private static final String CHECKPOINT = "PRAGMA wal_checkpoint(TRUNCATE)";
    private static final long UNITS = 1_000;
    /// About as long as the parts take, of [#UNITS].
    private static final long REWRITTEN = 500;

    private static final long LOGGED = 750;

    private static final long OPERATIONS_PER_ROW = 5;
    private static final long OPERATIONS_PER_INDEX = 4;
    private static final int FRAME_HEADER = 24;
    private static final long LOOK_MILLIS = 50;

    private final StoppableConnection connection;
    private final Path log;
    private final Progress progress;

    Shrinking(StoppableConnection connection, JournalFile file, Progress progress) {
        this.connection = connection;
        this.log = file.wal();
        this.progress = progress;
    }

    void run() throws SQLException {
        // The log is empty then, unless somebody reads.
        connection.execute(CHECKPOINT);
        long before = sizeNow();
        long indexes = number("SELECT count(*) FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'journal_entries'"
                + " COLLATE NOCASE");
        long operations =
                number("SELECT count(*) FROM journal_entries") * (OPERATIONS_PER_ROW + OPERATIONS_PER_INDEX * indexes);
        long pages = number("PRAGMA page_count") - number("PRAGMA freelist_count");
        long logged = pages * (number("PRAGMA page_size") + FRAME_HEADER);
        connection.watch(done -> report(0, done, operations, REWRITTEN));
        Thread looking = Thread.ofVirtual().name("journal-shrinking").start(() -> watchLog(before, logged));
        try {
            connection.execute("VACUUM");
        } finally {
            connection.unwatch();
            looking.interrupt();
            Uninterruptibly.join(looking);
        }
        connection.execute(CHECKPOINT);
        progress.report(UNITS, UNITS);
    }

    private void report(long from, long done, long all, long to) {
        progress.report(from + (all <= 0 ? 0 : Math.round((double) (to - from) * Math.min(done, all) / all)), UNITS);
    }

    /// Until it is interrupted.
    private void watchLog(long before, long expected) {
        try {
            while (true) {
                Thread.sleep(LOOK_MILLIS);
                long grown = size() - before;
                if (grown > 0) {
                    report(REWRITTEN, grown, expected, LOGGED);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            notKnown(e);
        }
    }

    private long sizeNow() {
        try {
            return size();
        } catch (IOException e) {
            notKnown(e);
            return 0;
        }
    }

    private static void notKnown(IOException e) {
        System.getLogger(Shrinking.class.getName())
                .log(System.Logger.Level.DEBUG, "How far the log has grown is not known", e);
    }

    private long size() throws IOException {
        try {
            return Files.size(log);
        } catch (NoSuchFileException e) {
            return 0;
        }
    }

    private long number(String sql) throws SQLException {
        try (ResultSet row = connection.prepare(sql).executeQuery()) {
            return row.next() ? row.getLong(1) : 0;
        }
    }
}
