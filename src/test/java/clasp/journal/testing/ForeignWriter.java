package clasp.journal.testing;

import clasp.journal.model.Entry;
import clasp.journal.model.MsgType;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/// Appends to a journal as another program does, CLASP's router for one: through SQLite alone, knowing nothing of what
/// this program claims. Used by one thread.
public final class ForeignWriter implements AutoCloseable {
    /// SQLite's code for a full disk.
    private static final int SQLITE_FULL = 13;

    private final Connection connection;
    private final Statement statement;

    private ForeignWriter(Connection connection) throws SQLException {
        this.connection = connection;
        statement = connection.createStatement();
    }

    public static ForeignWriter open(Path file) throws SQLException {
        ForeignWriter writer = new ForeignWriter(DriverManager.getConnection("jdbc:sqlite:" + file));
        writer.statement.execute("PRAGMA journal_mode = WAL");
        writer.statement.execute("PRAGMA synchronous = NORMAL");
        writer.statement.execute("PRAGMA busy_timeout = 30000");
        return writer;
    }

    /// Appends one SET to a journal that may be open here.
    public static void set(Path file, String address, String valueJson, long revision) throws SQLException {
        try (ForeignWriter writer = open(file)) {
            writer.append(List.of(new Entry(0, 1, "foreign", address, "param", valueJson, revision, MsgType.SET)));
        }
    }

    /// Stores all of them, or none.
    ///
    /// @return the seq of the last one
    public long append(List<Entry> entries) throws SQLException {
        statement.execute("BEGIN IMMEDIATE");
        try {
            long last = latestSeq();
            List<Entry> numbered = new ArrayList<>();
            for (Entry entry : entries) {
                numbered.add(entry.withSeq(++last));
            }
            JournalFiles.insert(connection, numbered);
            statement.execute("COMMIT");
            return last;
        } catch (SQLException e) {
            rollBack(e);
            throw e;
        }
    }

    /// Whether it failed because there is no room on the disk.
    public static boolean isFull(SQLException failure) {
        return failure.getErrorCode() == SQLITE_FULL;
    }

    private long latestSeq() throws SQLException {
        try (ResultSet latest = statement.executeQuery("SELECT coalesce(max(seq), 0) FROM journal_entries")) {
            latest.next();
            return latest.getLong(1);
        }
    }

    /// SQLite has done so itself after some failures.
    private void rollBack(SQLException failure) {
        try {
            statement.execute("ROLLBACK");
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }

    @Override
    public void close() throws SQLException {
        statement.close();
        connection.close();
    }
}
