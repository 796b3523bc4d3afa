package clasp.journal.store.sqlite;

import clasp.journal.store.JournalException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/// Makes a database one that can be written as a journal.
final class JournalSchema {
    private JournalSchema() {}

    /// Brings it to the form that CLASP writes, as CLASP does when it opens a file: WAL, both tables, the `hmac`
    /// column, the indexes.
    /// @throws JournalException when it holds something else
    static void prepare(Connection connection, String name) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            boolean empty = isEmpty(statement);
            if (!empty) {
                SchemaReader.read(connection, name);
                refuseTriggers(statement, name);
            }
            statement.execute("PRAGMA journal_mode = WAL");
            statement.execute("PRAGMA synchronous = NORMAL");
            statement.execute("BEGIN IMMEDIATE");
            try {
                for (String table : ClaspTables.TABLES) {
                    statement.execute(table);
                }
                if (!SchemaReader.read(connection, name).hasHmac()) {
                    statement.execute("ALTER TABLE journal_entries ADD COLUMN hmac TEXT");
                }
                for (String index : ClaspTables.INDEXES) {
                    statement.execute(index);
                }
                statement.execute("COMMIT");
            } catch (SQLException | RuntimeException e) {
                statement.execute("ROLLBACK");
                throw e;
            }
        }
    }

    private static boolean isEmpty(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("SELECT count(*) FROM sqlite_schema")) {
            return row.next() && row.getLong(1) == 0;
        }
    }

    /// A trigger would run what the file says with every entry written.
    static void refuseTriggers(Statement statement, String name) throws SQLException {
        try (ResultSet row = statement.executeQuery("SELECT name FROM sqlite_schema WHERE type = 'trigger' LIMIT 1")) {
            if (row.next()) {
                throw new JournalException("“" + name + "” is not written to: it has a trigger (" + row.getString(1)
                        + ") that would run with every change. CLASP's journals have none. Export a slice of"
                        + " it, and write to that.");
            }
        }
    }
}
