package clasp.journal.store.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteOpenMode;

/// Opens connections that run nothing that a file brings along. Every path works, whatever characters are in it.
final class Connections {
    private Connections() {}

    /// @param cutOff whether pages are missing at the end: without this setting SQLite would not look at the file at
    /// all
    static Connection toRead(Access access) throws SQLException {
        return open(
                access.database().path(),
                access.parameters(),
                "PRAGMA writable_schema = " + (access.cutOff() ? "ON" : "OFF"),
                "PRAGMA trusted_schema = OFF",
                "PRAGMA cell_size_check = ON",
                "PRAGMA mmap_size = 0",
                "PRAGMA cache_size = -8192",
                "PRAGMA temp_store = MEMORY",
                "PRAGMA query_only = ON");
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
