package clasp.journal.testing;

import clasp.journal.model.Entry;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.List;

/// Journal files as CLASP writes them, made in the plainest way, for tests of what reads them.
public final class JournalFiles {
    private static final List<String> SCHEMA = List.of(
            "CREATE TABLE journal_entries (seq INTEGER PRIMARY KEY AUTOINCREMENT, timestamp INTEGER NOT NULL,"
                    + " author TEXT NOT NULL, address TEXT NOT NULL, signal_type TEXT NOT NULL,"
                    + " value_json TEXT NOT NULL, revision INTEGER, msg_type INTEGER NOT NULL, hmac TEXT)",
            "CREATE INDEX idx_entries_address ON journal_entries(address)",
            "CREATE INDEX idx_entries_timestamp ON journal_entries(timestamp)",
            "CREATE INDEX idx_entries_signal_type ON journal_entries(signal_type)",
            "CREATE TABLE snapshots (id INTEGER PRIMARY KEY AUTOINCREMENT, created_at INTEGER NOT NULL,"
                    + " seq_at INTEGER NOT NULL, data_json TEXT NOT NULL)");

    private JournalFiles() {}

    /// A new file with these entries under their own seqs, closed cleanly.
    public static Path write(Path file, List<Entry> entries) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA journal_mode = WAL");
            for (String sql : SCHEMA) {
                statement.execute(sql);
            }
            connection.setAutoCommit(false);
            insert(connection, entries);
            connection.commit();
            return file;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Adds entries under their own seqs.
    public static void insert(Connection connection, List<Entry> entries) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO journal_entries (seq, timestamp, author, address, signal_type,"
                        + " value_json, revision, msg_type) VALUES (?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (Entry entry : entries) {
                insert(insert, entry);
            }
            insert.executeBatch();
        }
    }

    private static void insert(PreparedStatement insert, Entry entry) throws SQLException {
        insert.setLong(1, entry.seq());
        insert.setLong(2, entry.timestampMicros());
        insert.setString(3, entry.author());
        insert.setString(4, entry.address());
        insert.setString(5, entry.signalType());
        insert.setString(6, entry.valueJson());
        insert.setObject(7, entry.revision(), Types.INTEGER);
        insert.setLong(8, entry.msgType());
        insert.addBatch();
    }
}
