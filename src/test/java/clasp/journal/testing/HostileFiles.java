package clasp.journal.testing;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Databases whose schema somebody made who means harm, by the name of what is wrong with them. They are made anew each
/// time: no one has to trust a file in the repository.
public final class HostileFiles {
    private static final String COLUMNS = "seq INTEGER PRIMARY KEY AUTOINCREMENT, timestamp INTEGER, author TEXT,"
            + " address TEXT, signal_type TEXT, value_json TEXT, revision INTEGER, msg_type INTEGER, hmac TEXT";
    public static final String PLAIN = "CREATE TABLE journal_entries (" + COLUMNS + ")";
    public static final String ROWS =
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 300) INSERT INTO"
                    + " journal_entries (timestamp, author, address, signal_type, value_json, revision, msg_type)"
                    + " SELECT i, 'a', '/a/' || i % 9, 'param', '[' || i || ']', i, 33 FROM n";
    private static final String ENDLESS =
            "(WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n)";

    private HostileFiles() {}

    /// What is wrong, with the statements that make such a database.
    public static Map<String, List<String>> schemas() {
        Map<String, List<String>> all = new LinkedHashMap<>();
        all.put("an endless view", List.of("CREATE VIEW journal_entries AS SELECT " + ENDLESS + " AS seq"));
        all.put(
                "a view over a table like it",
                List.of(PLAIN.replace("journal_entries", "x"), "CREATE VIEW journal_entries AS SELECT * FROM x"));
        all.put(
                "a view named as the snapshots",
                List.of(
                        PLAIN,
                        ROWS,
                        "CREATE VIEW snapshots AS SELECT " + ENDLESS
                                + " AS id, 1 AS created_at, 1 AS seq_at, '[]' AS data_json"));
        all.put(
                "triggers",
                List.of(
                        PLAIN,
                        ROWS,
                        "CREATE TRIGGER t AFTER INSERT ON journal_entries BEGIN DELETE FROM journal_entries; END",
                        "CREATE TRIGGER u AFTER DELETE ON journal_entries BEGIN INSERT INTO journal_entries"
                                + " (address) VALUES ('/evil'); END"));
        all.put(
                "a generated column for the value",
                List.of("CREATE TABLE journal_entries ("
                        + COLUMNS.replace(
                                "value_json TEXT", "value_json TEXT AS (hex(zeroblob(100000000))), other TEXT")
                        + ")"));
        all.put(
                "one more generated column",
                List.of(
                        PLAIN,
                        ROWS,
                        "PRAGMA writable_schema = ON",
                        "UPDATE sqlite_schema SET sql = replace(sql, 'hmac TEXT', 'hmac TEXT, x TEXT AS"
                                + " (hex(zeroblob(400000000)))')"));
        all.put(
                "hostile defaults and checks",
                List.of(
                        "CREATE TABLE journal_entries ("
                                + COLUMNS.replace(
                                        "author TEXT",
                                        "author TEXT DEFAULT (randomblob(999999)) CHECK (length(author) < 9)")
                                + ")",
                        ROWS));
        all.put(
                "a collation of its own",
                List.of(
                        PLAIN,
                        ROWS,
                        "PRAGMA writable_schema = ON",
                        "UPDATE sqlite_schema SET sql = replace(sql, 'address TEXT', 'address TEXT COLLATE EVIL')"));
        all.put(
                "an index over an expression",
                List.of(PLAIN, ROWS, "CREATE INDEX i ON journal_entries (hex(value_json) || seq)"));
        all.put(
                "an index that only looks like one",
                List.of(PLAIN, ROWS, "CREATE INDEX i ON journal_entries (address) WHERE seq < 9"));
        all.put("a virtual table", List.of("CREATE VIRTUAL TABLE journal_entries USING fts5(seq, address)"));
        all.put(
                "a virtual table beside it",
                List.of(PLAIN, ROWS, "CREATE VIRTUAL TABLE snapshots USING fts5(id, created_at, seq_at, data_json)"));
        all.put(
                "a virtual table of a module that is not there",
                List.of(
                        PLAIN,
                        ROWS,
                        "PRAGMA writable_schema = ON",
                        "INSERT INTO sqlite_schema VALUES ('table', 'evil', 'evil', 0,"
                                + " 'CREATE VIRTUAL TABLE evil USING evil(x)')"));
        all.put(
                "a schema that is no SQL",
                List.of(
                        PLAIN,
                        ROWS,
                        "PRAGMA writable_schema = ON",
                        "INSERT INTO sqlite_schema VALUES ('table', 'x', 'x', 2, 'CREATE TABLE ((((')"));
        all.put(
                "a schema without names",
                List.of(
                        PLAIN,
                        ROWS,
                        "PRAGMA writable_schema = ON",
                        "INSERT INTO sqlite_schema VALUES ('table', NULL, NULL, 2, NULL)"));
        all.put(
                "two tables in the same pages",
                List.of(
                        PLAIN,
                        ROWS,
                        "CREATE TABLE snapshots (id INTEGER PRIMARY KEY, created_at, seq_at, data_json)",
                        "PRAGMA writable_schema = ON",
                        "UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema WHERE"
                                + " name = 'journal_entries') WHERE name = 'snapshots'"));
        all.put(
                "the schema's own page as the table",
                List.of(
                        PLAIN,
                        ROWS,
                        "PRAGMA writable_schema = ON",
                        "UPDATE sqlite_schema SET rootpage = 1 WHERE name = 'journal_entries'"));
        all.put(
                "a table far beyond the file",
                List.of(
                        PLAIN,
                        ROWS,
                        "PRAGMA writable_schema = ON",
                        "UPDATE sqlite_schema SET rootpage = 4000000000 WHERE name = 'journal_entries'"));
        all.put(
                "two thousand columns",
                List.of(
                        "CREATE TABLE journal_entries (" + COLUMNS + ", "
                                + IntStream.range(0, 1_950)
                                        .mapToObj(i -> "c" + i)
                                        .collect(Collectors.joining(", ")) + ")",
                        ROWS));
        all.put(
                "a table without rowid",
                List.of(
                        "CREATE TABLE journal_entries (" + COLUMNS.replace(" AUTOINCREMENT", "") + ") WITHOUT ROWID",
                        "INSERT INTO journal_entries" + " VALUES (1, 1, 'a', '/a', 'param', '1', 1, 33, NULL)"));
        all.put(
                "seqs that are texts",
                List.of(
                        "CREATE TABLE journal_entries (" + COLUMNS.replace("INTEGER PRIMARY KEY AUTOINCREMENT", "BLOB")
                                + ")",
                        "INSERT INTO journal_entries (seq, address) VALUES ('x', '/a'), (NULL, '/b'), (1e300, '/c')"));
        all.put(
                "a schema that attaches and loads",
                List.of(
                        PLAIN,
                        ROWS,
                        "CREATE VIEW v AS SELECT load_extension('./evil'), writefile('evil', 'x')",
                        "CREATE TRIGGER t AFTER INSERT ON journal_entries BEGIN SELECT load_extension('./evil'); END",
                        "CREATE TABLE x (y DEFAULT (load_extension('./evil')))",
                        "PRAGMA writable_schema = ON",
                        "INSERT INTO sqlite_schema VALUES ('table', 'evil', 'evil', 0,"
                                + " 'ATTACH DATABASE ''evil.db'' AS evil')"));
        all.put(
                "an index that loads",
                List.of(
                        PLAIN,
                        ROWS,
                        "CREATE INDEX i ON journal_entries (address)",
                        "PRAGMA writable_schema = ON",
                        "UPDATE sqlite_schema SET sql = 'CREATE INDEX i ON journal_entries (address) WHERE"
                                + " load_extension(''./evil'')' WHERE name = 'i'"));
        all.put(
                "a hundred thousand columns",
                List.of(
                        PLAIN,
                        ROWS,
                        "PRAGMA writable_schema = ON",
                        "UPDATE sqlite_schema SET sql = replace(sql, 'hmac TEXT', 'hmac TEXT"
                                + IntStream.range(0, 100_000)
                                        .mapToObj(i -> ", c" + i)
                                        .collect(Collectors.joining())
                                + "')"));
        all.put(
                "names of hundreds of kilobytes",
                List.of(
                        PLAIN,
                        ROWS,
                        "CREATE TABLE \"" + "n".repeat(150_000) + "\" (\"" + "c".repeat(150_000) + "\")",
                        "ALTER TABLE journal_entries ADD COLUMN \"" + "d".repeat(150_000) + "\""));
        all.put(
                "statistics that lie",
                List.of(
                        PLAIN,
                        ROWS,
                        "CREATE INDEX i ON journal_entries (address)",
                        "ANALYZE",
                        "UPDATE sqlite_stat1 SET stat = '-1 9999999999999999999 x unordered sz=0'",
                        "UPDATE sqlite_sequence SET seq = 'x'"));
        return all;
    }

    public static void make(Path file, List<String> statements) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /// A sound journal with a few hundred entries and a snapshot table, to damage.
    public static Path sound(Path file) throws Exception {
        make(
                file,
                List.of(
                        PLAIN,
                        ROWS,
                        "CREATE INDEX idx_entries_address ON journal_entries(address)",
                        "CREATE TABLE snapshots (id INTEGER PRIMARY KEY, created_at INTEGER, seq_at INTEGER,"
                                + " data_json TEXT)",
                        "INSERT INTO snapshots VALUES (1, 1, 9, '[]')"));
        return file;
    }
}
