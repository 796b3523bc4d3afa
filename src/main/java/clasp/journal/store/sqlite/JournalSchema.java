package clasp.journal.store.sqlite;

import clasp.journal.model.CoreTexts;
import clasp.journal.store.JournalException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/// Makes a database one that can be written as a journal.
final class JournalSchema {
    private static final String OURS = " COLLATE NOCASE IN ('journal_entries', 'snapshots')";

    /// Whatever of the file would run with every entry that is written or deleted.
    private static final List<Running> RUNNING = List.of(
            new Running("store.runs.trigger", "SELECT name FROM sqlite_schema WHERE type = 'trigger'"),
            new Running(
                    "store.runs.expression",
                    "SELECT s.name FROM sqlite_schema AS s, pragma_index_xinfo(s.name) AS x"
                            + " WHERE s.type = 'index' AND x.cid = -2 AND s.tbl_name" + OURS),
            new Running(
                    "store.runs.condition",
                    "SELECT i.name FROM sqlite_schema AS s, pragma_index_list(s.name) AS i"
                            + " WHERE s.type = 'table' AND i.partial AND s.name" + OURS),
            new Running(
                    "store.runs.column",
                    "SELECT x.name FROM sqlite_schema AS s, pragma_table_xinfo(s.name) AS x"
                            + " WHERE s.type = 'table' AND x.hidden IN (2, 3) AND s.name" + OURS));

    /// @param what key of what it is
    /// @param query for its name
    private record Running(String what, String query) {}

    private JournalSchema() {}

    /// Brings it to the form that CLASP writes, as CLASP does when it opens a file: WAL, both tables, the `hmac`
    /// column, the indexes.
    /// @throws JournalException when it holds something else
    static void prepare(Connection connection, String name) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            boolean empty = isEmpty(statement);
            if (!empty) {
                SchemaReader.read(connection, name);
                refuseWhatRuns(statement, name);
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
                RollBack.after(e, statement::execute);
                throw e;
            }
        }
    }

    private static boolean isEmpty(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("SELECT count(*) FROM sqlite_schema")) {
            return row.next() && row.getLong(1) == 0;
        }
    }

    /// What the file says must not run with what is written to it.
    static void refuseWhatRuns(Statement statement, String name) throws SQLException {
        for (Running kind : RUNNING) {
            try (ResultSet row = statement.executeQuery(kind.query() + " LIMIT 1")) {
                if (row.next()) {
                    throw new JournalException(
                            CoreTexts.text("store.runs", name, CoreTexts.text(kind.what()), row.getString(1)));
                }
            }
        }
    }
}
