package clasp.journal.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clasp.journal.testing.Entries;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteLimits;

/// Each of the defences with which a file from a stranger is opened is there.
class ConnectionsTest {
    @TempDir
    Path folder;

    private JournalFile file;

    @BeforeEach
    void write() {
        Path path = folder.resolve("show.db");
        try (SqliteJournal journal = new SqliteJournals().create(path, null)) {
            journal.append(Entries.set("/a", "1"));
        }
        file = JournalFile.existing(path);
    }

    @Test
    void aReadingConnectionHasEveryDefence() throws Exception {
        try (Connection connection = toRead()) {
            assertThat(pragmas(connection, "trusted_schema", "cell_size_check", "query_only", "writable_schema"))
                    .containsExactlyInAnyOrderEntriesOf(Map.of(
                            "trusted_schema", 0L, "cell_size_check", 1L, "query_only", 1L, "writable_schema", 0L));
            assertThat(mapped(connection)).isZero();
        }
    }

    @Test
    void aWritingConnectionTrustsTheFileNoMore() throws Exception {
        try (Connection connection = Connections.toWrite(file.path(), false)) {
            assertThat(pragmas(connection, "trusted_schema", "cell_size_check"))
                    .containsExactlyInAnyOrderEntriesOf(Map.of("trusted_schema", 0L, "cell_size_check", 1L));
            assertThat(mapped(connection)).isZero();
        }
    }

    @Test
    void whatAFileMayAskForIsLimited() throws Exception {
        try (Connection connection = toRead()) {
            var limits = (SQLiteConnection) connection;
            Map<SQLiteLimits, Integer> most = Map.of(
                    SQLiteLimits.SQLITE_LIMIT_LENGTH, 256 << 20,
                    SQLiteLimits.SQLITE_LIMIT_SQL_LENGTH, 1 << 20,
                    SQLiteLimits.SQLITE_LIMIT_VDBE_OP, 100_000,
                    SQLiteLimits.SQLITE_LIMIT_ATTACHED, 0,
                    SQLiteLimits.SQLITE_LIMIT_TRIGGER_DEPTH, 1,
                    SQLiteLimits.SQLITE_LIMIT_WORKER_THREADS, 0);
            for (var limit : most.entrySet()) {
                assertThat(limits.getDatabase().limit(limit.getKey().getId(), -1))
                        .as(limit.getKey().name())
                        .isEqualTo(limit.getValue());
            }
        }
    }

    @Test
    void nothingIsWrittenThroughAReadingConnection() throws Exception {
        for (String sql : List.of(
                "DELETE FROM journal_entries",
                "CREATE TABLE mine (x)",
                "ATTACH DATABASE ':memory:' AS other",
                "PRAGMA user_version = 7")) {
            try (Connection connection = toRead();
                    Statement statement = connection.createStatement()) {
                assertThatThrownBy(() -> statement.execute(sql)).as(sql).isInstanceOf(SQLException.class);
            }
        }
    }

    private Connection toRead() throws SQLException {
        return Connections.toRead(new Access.Immutable(file, FileStamp.of(file), false, List.of(), Optional.empty()));
    }

    private static long mapped(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                var row = statement.executeQuery("PRAGMA mmap_size")) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    private static Map<String, Long> pragmas(Connection connection, String... names) throws SQLException {
        Map<String, Long> values = new java.util.HashMap<>();
        try (Statement statement = connection.createStatement()) {
            for (String name : names) {
                try (var row = statement.executeQuery("PRAGMA " + name)) {
                    values.put(name, row.getLong(1));
                }
            }
        }
        return values;
    }
}
