package clasp.journal.store.sqlite;

import clasp.journal.model.CoreTexts;
import clasp.journal.store.JournalException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads what a file has of a journal, and refuses what only looks like one.
final class SchemaReader {
    private static final String ENTRIES = "journal_entries";
    private static final String SNAPSHOTS = "snapshots";
    private static final List<String> NEEDED =
            List.of("seq", "timestamp", "author", "address", "signal_type", "value_json", "revision", "msg_type");
    private static final List<String> SNAPSHOT_COLUMNS = List.of("id", "created_at", "seq_at", "data_json");
    private static final List<String> NUMBERS = List.of("seq", "timestamp", "revision", "msg_type");
    private static final int MOST_SHOWN = 12;

    private final Statement statement;
    private final String name;
    private final String withoutTables;

    private SchemaReader(Statement statement, String name, String withoutTables) {
        this.statement = statement;
        this.name = name;
        this.withoutTables = withoutTables;
    }

    /// @throws JournalException when the database is no journal, saying what it is
    static Schema read(Connection connection, Access access) throws SQLException {
        return read(connection, access.database().name(), WithoutTables.sentence(access));
    }

    /// @throws JournalException when the database is no journal, saying what it is
    static Schema read(Connection connection, String name) throws SQLException {
        return read(connection, name, CoreTexts.text("store.noTables"));
    }

    private static Schema read(Connection connection, String name, String withoutTables) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return new SchemaReader(statement, name, withoutTables).read();
        }
    }

    private Schema read() throws SQLException {
        Map<String, String> tables = new TreeMap<>();
        List<String> shown = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(
                "SELECT name, type, sql FROM sqlite_schema WHERE type IN ('table', 'view') AND name NOT NULL"
                        + " ORDER BY name")) {
            while (rows.next()) {
                String type = rows.getString(2);
                String sql = rows.getString(3);
                boolean virtual = sql != null && sql.toUpperCase(Locale.ROOT).startsWith("CREATE VIRTUAL");
                tables.put(rows.getString(1).toLowerCase(Locale.ROOT), virtual ? "virtual table" : type);
                if (!rows.getString(1).startsWith("sqlite_")) {
                    shown.add(rows.getString(1));
                }
            }
        }
        String kind = tables.get(ENTRIES);
        if (kind == null) {
            throw new JournalException(noJournal(shown));
        }
        refuseOther(ENTRIES, kind);
        Columns entries = columns(ENTRIES);
        List<String> missing = missing(NEEDED, entries);
        if (!missing.isEmpty()) {
            throw lacking(ENTRIES, missing);
        }
        if (!entries.notNumbers.isEmpty()) {
            throw new JournalException(CoreTexts.text("store.notNumbers", name, String.join(", ", entries.notNumbers)));
        }
        Map<String, String> indexed = entries.rowid ? indexes() : Map.of();
        return new Schema(
                entries.names,
                indexed.get("address"),
                indexed.get("timestamp"),
                indexed.get("signal_type"),
                entries.rowid,
                tables.containsKey("sqlite_sequence"),
                hasSnapshots(tables.get(SNAPSHOTS)),
                entries.rowid && asClaspDeclares());
    }

    /// What only looks like the snapshots is refused, too: read without it, the journal would seem to have none.
    private boolean hasSnapshots(@Nullable String kind) throws SQLException {
        if (kind == null) {
            return false;
        }
        refuseOther(SNAPSHOTS, kind);
        List<String> missing = missing(SNAPSHOT_COLUMNS, columns(SNAPSHOTS));
        if (!missing.isEmpty()) {
            throw lacking(SNAPSHOTS, missing);
        }
        return true;
    }

    private static List<String> missing(List<String> needed, Columns found) {
        return needed.stream().filter(column -> !found.names.contains(column)).toList();
    }

    private boolean asClaspDeclares() throws SQLException {
        List<String> stored = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery("PRAGMA table_xinfo(journal_entries)")) {
            while (rows.next()) {
                // A generated column may have its place in the rows or not.
                stored.add(rows.getInt("hidden") == 0 ? rows.getString("name").toLowerCase(Locale.ROOT) : "");
            }
        }
        try (ResultSet row = statement.executeQuery("PRAGMA encoding")) {
            return row.next()
                    && "UTF-8".equals(row.getString(1))
                    && stored.subList(0, NEEDED.size()).equals(NEEDED);
        }
    }

    private String noJournal(List<String> tables) {
        if (tables.isEmpty()) {
            return CoreTexts.text("store.noJournal", name, withoutTables);
        }
        String shown = String.join(", ", tables.subList(0, Math.min(tables.size(), MOST_SHOWN)));
        if (tables.size() > MOST_SHOWN) {
            shown = CoreTexts.text("store.noJournal.more", shown, Integer.toString(tables.size() - MOST_SHOWN));
        }
        String holds = CoreTexts.text("store.noJournal.tables", shown, Integer.toString(tables.size()));
        return CoreTexts.text("store.noJournal", name, holds);
    }

    private void refuseOther(String table, String kind) {
        if (!"table".equals(kind)) {
            String key = "view".equals(kind) ? "store.notPlain.view" : "store.notPlain.virtual";
            throw new JournalException(CoreTexts.text(key, name, table));
        }
    }

    /// @param missing what the table has none of that it stores as it was given
    private JournalException lacking(String table, List<String> missing) throws SQLException {
        List<String> generated = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery("PRAGMA table_xinfo(" + table + ")")) {
            while (rows.next()) {
                String column = rows.getString("name").toLowerCase(Locale.ROOT);
                if (missing.contains(column)) {
                    generated.add(column);
                }
            }
        }
        return new JournalException(
                generated.isEmpty()
                        ? CoreTexts.text("store.noColumns", name, String.join(", ", missing), table)
                        : CoreTexts.text(
                                "store.computed",
                                name,
                                String.join(", ", generated),
                                Integer.toString(generated.size()),
                                table));
    }

    /// @param notNumbers columns of numbers that keep texts or rounded numbers, with which
    private record Columns(Set<String> names, boolean rowid, List<String> notNumbers) {}

    private Columns columns(String table) throws SQLException {
        Set<String> names = new HashSet<>();
        Map<String, Integer> keys = new HashMap<>();
        boolean integer = false;
        List<String> notNumbers = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery("PRAGMA table_info(" + table + ")")) {
            while (rows.next()) {
                String column = rows.getString("name").toLowerCase(Locale.ROOT);
                names.add(column);
                String kept = otherwiseKept(rows.getString("type"));
                if (NUMBERS.contains(column) && !kept.isEmpty()) {
                    notNumbers.add(column + " " + kept);
                }
                if (rows.getInt("pk") > 0) {
                    keys.put(column, rows.getInt("pk"));
                    integer = "INTEGER".equalsIgnoreCase(rows.getString("type"));
                }
            }
        }
        return new Columns(names, integer && keys.keySet().equals(Set.of("seq")) && hasRowid(table), notNumbers);
    }

    /// What SQLite makes of integers in a column of this declared type; empty where they stay integers. Its rule goes
    /// by
    /// parts of the name, see <https://sqlite.org/datatype3.html#determination_of_column_affinity>.
    private static String otherwiseKept(String declared) {
        String type = declared.toUpperCase(Locale.ROOT);
        if (type.contains("INT")) {
            return "";
        }
        if (Stream.of("CHAR", "CLOB", "TEXT").anyMatch(type::contains)) {
            return "TEXT";
        }
        return !type.contains("BLOB") && Stream.of("REAL", "FLOA", "DOUB").anyMatch(type::contains) ? "REAL" : "";
    }

    private boolean hasRowid(String table) throws SQLException {
        try (ResultSet rows = statement.executeQuery("SELECT wr FROM pragma_table_list('" + table + "')")) {
            return rows.next() && rows.getInt(1) == 0;
        }
    }

    /// By column, the quoted names of the indexes that cover all rows by this column alone in ascending
    /// byte order.
    private Map<String, String> indexes() throws SQLException {
        Map<String, String> found = new HashMap<>();
        try (ResultSet rows =
                statement.executeQuery("SELECT x.name, l.name FROM pragma_index_list('journal_entries') AS l,"
                        + " pragma_index_xinfo(l.name) AS x WHERE l.partial = 0 AND x.seqno = 0 AND x.\"desc\" = 0"
                        + " AND x.coll = 'BINARY' AND x.name IS NOT NULL AND"
                        + " (SELECT count(*) FROM pragma_index_xinfo(l.name) AS k WHERE k.key = 1) = 1")) {
            while (rows.next()) {
                String index = "\"" + rows.getString(2).replace("\"", "\"\"") + "\"";
                found.putIfAbsent(rows.getString(1).toLowerCase(Locale.ROOT), index);
            }
        }
        return found;
    }
}
