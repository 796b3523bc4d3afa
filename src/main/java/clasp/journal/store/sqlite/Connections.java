package clasp.journal.store.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteLimits;
import org.sqlite.SQLiteOpenMode;

/// Opens connections that run nothing that a file brings along. Every path works, whatever characters are in it.
///
/// SQLite's defensive mode cannot be set through the driver. It keeps SQL of strangers from changing a schema by hand;
/// here
/// no SQL of a stranger runs: views are refused, triggers do not fire where nothing is written, and limits hold the
/// rest.
final class Connections {
    /// No value of CLASP comes near it, and one of this length still fits into memory.
    static final int MOST_VALUE_BYTES = 256 << 20;

    private static final int MOST_SQL_BYTES = 1 << 20;
    private static final int MOST_INSTRUCTIONS = 100_000;

    private Connections() {}

    /// @param cutOff whether pages are missing at the end: without this setting SQLite would not look at the file at
    /// all
    static Connection toRead(Access access) throws SQLException {
        Connection connection = open(
                access.database().path(),
                access.parameters(),
                "PRAGMA writable_schema = " + (access.cutOff() ? "ON" : "OFF"),
                "PRAGMA trusted_schema = OFF",
                "PRAGMA cell_size_check = ON",
                "PRAGMA mmap_size = 0",
                "PRAGMA cache_size = -8192",
                "PRAGMA temp_store = MEMORY",
                "PRAGMA query_only = ON");
        limit((SQLiteConnection) connection);
        return connection;
    }

    /// @param create whether the file is created when it is not there
    static Connection toWrite(Path database, boolean create) throws SQLException {
        return open(
                database,
                create ? "mode=rwc" : "mode=rw",
                "PRAGMA trusted_schema = OFF",
                "PRAGMA cell_size_check = ON",
                "PRAGMA mmap_size = 0",
                "PRAGMA cache_size = -65536");
    }

    /// Opens a journal that nobody else is to use until the connection is closed, from its first statement on.
    static Connection toReplace(Path database) throws SQLException {
        return open(
                database,
                "mode=rw",
                "PRAGMA locking_mode = EXCLUSIVE",
                "PRAGMA trusted_schema = OFF",
                "PRAGMA cell_size_check = ON",
                "PRAGMA mmap_size = 0");
    }

    /// What is read needs no second database, no trigger and no huge statement, whatever the file says.
    private static void limit(SQLiteConnection connection) throws SQLException {
        connection.setLimit(SQLiteLimits.SQLITE_LIMIT_LENGTH, MOST_VALUE_BYTES);
        connection.setLimit(SQLiteLimits.SQLITE_LIMIT_SQL_LENGTH, MOST_SQL_BYTES);
        connection.setLimit(SQLiteLimits.SQLITE_LIMIT_VDBE_OP, MOST_INSTRUCTIONS);
        connection.setLimit(SQLiteLimits.SQLITE_LIMIT_ATTACHED, 0);
        connection.setLimit(SQLiteLimits.SQLITE_LIMIT_TRIGGER_DEPTH, 1);
        connection.setLimit(SQLiteLimits.SQLITE_LIMIT_WORKER_THREADS, 0);
    }

    private static Connection open(Path database, String parameters, String... pragmas) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setOpenMode(SQLiteOpenMode.OPEN_URI);
        config.setBusyTimeout(1_000);
        config.setGetGeneratedKeys(false);
        Connection connection =
                config.createConnection("jdbc:sqlite:file:" + database.toUri().getRawPath() + "?" + parameters);
        try (Statement statement = connection.createStatement()) {
            for (String pragma : pragmas) {
                statement.execute(pragma);
            }
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }
}
