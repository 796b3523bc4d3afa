package clasp.journal.store.sqlite;

import clasp.journal.store.Cancellation;
import clasp.journal.store.JournalException;
import clasp.journal.store.Progress;
import clasp.journal.store.WorkFolder;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteOpenMode;

/// A new journal that is written as a whole: without log or rollback, the indexes last. Not thread-safe.
final class BulkDatabase implements AutoCloseable {
    private static final List<String> SETTINGS = List.of(
            "PRAGMA main.page_size = 4096",
            "PRAGMA main.journal_mode = OFF",
            "PRAGMA main.synchronous = OFF",
            "PRAGMA main.locking_mode = EXCLUSIVE",
            "PRAGMA main.cache_size = -65536",
            "PRAGMA trusted_schema = OFF",
            "PRAGMA threads = 2");

    private final Path file;
    private final Connection connection;

    private BulkDatabase(Path file, Connection connection) {
        this.file = file;
        this.connection = connection;
    }

    /// @param file does not exist, or is empty
    static BulkDatabase create(Path file) {
        SQLiteConfig config = new SQLiteConfig();
        config.setOpenMode(SQLiteOpenMode.OPEN_URI);
        config.setGetGeneratedKeys(false);
        try {
            Connection connection = config.createConnection("jdbc:sqlite:" + uri(file));
            try (Statement statement = connection.createStatement()) {
                for (String setting : SETTINGS) {
                    statement.execute(setting);
                }
                for (String table : ClaspTables.TABLES) {
                    statement.execute(table);
                }
                return new BulkDatabase(file, connection);
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw failure(file, e);
        }
    }

    static String uri(Path file) {
        return "file:" + file.toUri().getRawPath();
    }

    Connection connection() {
        return connection;
    }

    void begin() throws SQLException {
        execute("BEGIN");
    }

    /// Commits, builds the indexes and switches to WAL, as CLASP has its files.
    void finish(Cancellation cancellation) throws SQLException {
        finish(Progress.NONE, cancellation);
    }

    /// As the other one, told of the indexes that are built.
    ///
    /// @param progress in indexes
    void finish(Progress progress, Cancellation cancellation) throws SQLException {
        int built = 0;
        for (String index : ClaspTables.INDEXES) {
            cancellation.check();
            execute(index);
            progress.report(++built, ClaspTables.INDEXES.size());
        }
        execute("COMMIT");
        execute("PRAGMA main.journal_mode = WAL");
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /// Stops what runs now; for another thread.
    void interrupt() {
        try {
            connection.unwrap(SQLiteConnection.class).getDatabase().interrupt();
        } catch (SQLException e) {
            System.getLogger(BulkDatabase.class.getName())
                    .log(System.Logger.Level.DEBUG, "The interrupt failed; the next look will stop it", e);
        }
    }

    JournalException failure(SQLException e) {
        return failure(file, e);
    }

    private static JournalException failure(Path file, SQLException e) {
        return JdbcErrors.of(
                e,
                Attempt.to("store.tried.newJournal"),
                WorkFolder.knownOf(file).toString());
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw failure(e);
        }
    }
}
