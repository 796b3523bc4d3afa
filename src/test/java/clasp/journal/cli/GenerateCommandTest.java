package clasp.journal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.demo.ShowPlan;
import clasp.journal.demo.ShowSimulator;
import clasp.journal.model.Entry;
import clasp.journal.model.SnapshotInfo;
import clasp.journal.model.SnapshotJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenerateCommandTest {
    @TempDir
    private Path folder;

    private final Session session = Session.withoutFiles();

    @Test
    void theFileHoldsTheShowEntryByEntryWithThreeSnapshots() throws SQLException {
        Path file = folder.resolve("new journal.db");
        assertThat(session.run("generate", file, "--entries", 4_000, "--seed", 7))
                .isZero();
        assertThat(session.err()).contains("4000 entries");
        assertThat(session.out()).isEmpty();

        ShowSimulator show = new ShowSimulator(ShowPlan.ofSeed(7));
        List<Entry> expected = Stream.generate(show::next).limit(4_000).toList();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            assertThat(entries(connection)).isEqualTo(expected);
            assertThat(strings(connection, "SELECT seq_at FROM snapshots ORDER BY id"))
                    .containsExactly("1000", "2000", "3000");
            String json = strings(connection, "SELECT data_json FROM snapshots WHERE id = 1")
                    .getFirst();
            ShowSimulator quarter = new ShowSimulator(ShowPlan.ofSeed(7));
            Stream.generate(quarter::next).limit(1_000).forEach(entry -> {});
            assertThat(SnapshotJson.read(new SnapshotInfo(1, 0, 1_000, json.length()), json)
                            .params())
                    .isEqualTo(quarter.currentParams());
            assertThat(strings(connection, "PRAGMA journal_mode")).containsExactly("wal");
            assertThat(strings(connection, "PRAGMA integrity_check")).containsExactly("ok");
            assertThat(strings(connection, "SELECT seq FROM sqlite_sequence WHERE name = 'journal_entries'"))
                    .containsExactly("4000");
            assertThat(strings(connection, "SELECT name FROM sqlite_schema WHERE type = 'index' ORDER BY name"))
                    .containsExactly("idx_entries_address", "idx_entries_signal_type", "idx_entries_timestamp");
        }
    }

    @Test
    void anExistingFileIsReplacedOnlyWhenForced() throws IOException {
        Path file = Files.writeString(folder.resolve("x.db"), "precious");
        assertThat(session.run("generate", file, "--entries", 1)).isEqualTo(ExitStatus.FAILED);
        assertThat(session.err()).contains("--force").hasLineCount(1);
        assertThat(file).hasContent("precious");
        assertThat(session.run("generate", file, "--entries", 1, "--force")).isZero();
        assertThat(Files.size(file)).isGreaterThan(4_096);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void aShowCanHaveManyAddresses() throws SQLException {
        Path file = folder.resolve("wide.db");
        assertThat(session.run("generate", file, "--entries", 20_000, "--addresses", 200_000))
                .isZero();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            assertThat(Integer.parseInt(strings(connection, "SELECT count(DISTINCT address) FROM journal_entries")
                            .getFirst()))
                    .isGreaterThan(6_000);
            assertThat(strings(connection, "SELECT count(*) FROM snapshots")).containsExactly("0");
        }
    }

    @Test
    void anEmptyJournalIsOneToo() throws SQLException {
        Path file = folder.resolve("empty.db");
        assertThat(session.run("generate", file, "--entries", 0)).isZero();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            assertThat(entries(connection)).isEmpty();
        }
    }

    private static List<Entry> entries(Connection connection) throws SQLException {
        List<Entry> entries = new ArrayList<>();
        try (ResultSet rows = connection.createStatement().executeQuery("SELECT * FROM journal_entries ORDER BY seq")) {
            while (rows.next()) {
                long revision = rows.getLong(7);
                Long revisionOrNull = rows.wasNull() ? null : revision;
                entries.add(new Entry(
                        rows.getLong(1),
                        rows.getLong(2),
                        rows.getString(3),
                        rows.getString(4),
                        rows.getString(5),
                        rows.getString(6),
                        revisionOrNull,
                        rows.getLong(8)));
                assertThat(rows.getString(9)).isNull();
            }
        }
        return entries;
    }

    private static List<String> strings(Connection connection, String sql) throws SQLException {
        List<String> found = new ArrayList<>();
        try (ResultSet rows = connection.createStatement().executeQuery(sql)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }
}
