package clasp.journal.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clasp.journal.demo.ShowPlan;
import clasp.journal.demo.ShowSimulator;
import clasp.journal.export.ExportFormat;
import clasp.journal.export.Exported;
import clasp.journal.export.Exporter;
import clasp.journal.model.Entry;
import clasp.journal.model.Hmacs;
import clasp.journal.model.SeqRange;
import clasp.journal.query.Filter;
import clasp.journal.query.Query;
import clasp.journal.store.Cancellation;
import clasp.journal.store.CancelledException;
import clasp.journal.store.HmacReport;
import clasp.journal.store.JournalReader;
import clasp.journal.store.Progress;
import clasp.journal.store.Selection;
import clasp.journal.store.memory.MemoryJournal;
import clasp.journal.testing.SharedJournals;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqliteSlicesTest {
    private static final Hmacs KEY = Hmacs.withKey("ab".repeat(32));

    @TempDir
    private Path folder;

    private final Exporter exporter = new Exporter(new SqliteSlices());

    @ParameterizedTest
    @ValueSource(strings = {"", "/lumen/*/3/**", "type:event", "seq:500..600", "value>0.5 -type:param", "/nothing"})
    void theSliceHoldsExactlyTheMatchesWithEveryColumnAsStored(String query) throws SQLException {
        Path journal = show(3_000, KEY);
        Filter filter = Query.parse(query).filter();
        Path slice = folder.resolve("slice of it.db");
        List<Entry> expected = new ArrayList<>();
        try (JournalReader reader = open(journal)) {
            reader.scan(filter, SeqRange.ALL, expected::add, Cancellation.none());
            Exported exported = export(Selection.of(reader, filter), slice);
            assertThat(exported.entries()).isEqualTo(expected.size());
        }
        String seqs = expected.stream()
                .map(entry -> Long.toString(entry.seq()))
                .reduce((a, b) -> a + "," + b)
                .orElse("");
        assertThat(rows(slice, "1")).isEqualTo(rows(journal, "seq IN (" + seqs + ")"));
    }

    @Test
    void rangeAndLimitHoldTogether() throws SQLException {
        Path journal = show(1_000, null);
        Path slice = folder.resolve("slice.db");
        try (JournalReader reader = open(journal)) {
            Filter params = Query.parse("type:param").filter();
            List<Entry> expected = new ArrayList<>();
            reader.scan(params, new SeqRange(300, 700), expected::add, Cancellation.none());
            export(new Selection(reader, params, new SeqRange(300, 700), 50), slice);
            try (JournalReader read = open(slice)) {
                List<Entry> found = new ArrayList<>();
                read.scan(Filter.ALL, SeqRange.ALL, found::add, Cancellation.none());
                assertThat(found).isEqualTo(expected.subList(0, 50));
            }
            export(new Selection(reader, params, SeqRange.NONE, 50), slice);
            assertThat(rows(slice, "1")).isEmpty();
        }
    }

    @Test
    void hmacsStillVerifyInTheSlice() {
        Path journal = show(500, KEY);
        Path slice = folder.resolve("slice.db");
        try (JournalReader reader = open(journal)) {
            export(Selection.of(reader, Query.parse("/lumen/**").filter()), slice);
        }
        HmacReport result = new HmacVerification(KEY).verify(slice, seq -> {}, Progress.NONE, Cancellation.none());
        assertThat(result.good()).isPositive();
        assertThat(result.bad()).isZero();
        assertThat(result.without()).isZero();
    }

    @Test
    void aSliceIsAClaspFileWithoutSnapshotsAndWithNothingBesideIt() throws Exception {
        Path journal = show(500, null);
        Path slice = folder.resolve("slice.db");
        try (JournalReader reader = open(journal)) {
            export(Selection.of(reader, Filter.ALL), slice);
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())).doesNotContain("slice.db-wal", "slice.db-shm");
        }
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + slice);
                Statement statement = connection.createStatement()) {
            assertThat(text(statement, "PRAGMA integrity_check")).isEqualTo("ok");
            assertThat(text(statement, "PRAGMA journal_mode")).isEqualTo("wal");
            assertThat(text(statement, "SELECT count(*) FROM snapshots")).isEqualTo("0");
            assertThat(text(statement, "SELECT seq FROM sqlite_sequence WHERE name = 'journal_entries'"))
                    .isEqualTo("500");
            assertThat(text(
                            statement,
                            "SELECT group_concat(name) FROM (SELECT name FROM sqlite_schema"
                                    + " WHERE type = 'index' ORDER BY name)"))
                    .isEqualTo("idx_entries_address,idx_entries_signal_type,idx_entries_timestamp");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"edge.db", "foreign-values.db", "session-20k.db"})
    void filesOfClaspAreSlicedWithoutALoss(String name) throws Exception {
        Path journal = SharedJournals.copy(name, folder);
        Path slice = folder.resolve("slice.db");
        byte[] before = Files.readAllBytes(journal);
        try (JournalReader reader = open(journal)) {
            export(Selection.of(reader, Filter.ALL), slice);
        }
        assertThat(Files.readAllBytes(journal)).isEqualTo(before);
        assertThat(rows(slice, "1")).isEqualTo(rows(journal, "1"));
    }

    @Test
    void whatIsStillInTheLogOfACrashedWriterIsInTheSlice() throws IOException {
        Path folderOfRouter = Files.createDirectory(folder.resolve("router"));
        try (Stream<Path> files = Files.list(SharedJournals.file("unclean-stop"))) {
            for (Path file : files.toList()) {
                Files.copy(file, folderOfRouter.resolve(file.getFileName()));
            }
        }
        Path slice = folder.resolve("slice.db");
        try (JournalReader reader = open(folderOfRouter.resolve("live.db"))) {
            assertThat(export(Selection.of(reader, Filter.ALL), slice).entries())
                    .isEqualTo(13);
        }
    }

    @Test
    void aMemoryJournalIsSlicedToo() {
        MemoryJournal memory = new MemoryJournal();
        ShowSimulator show = new ShowSimulator(ShowPlan.ofSeed(1));
        Stream.generate(show::next).limit(200).forEach(memory::append);
        Path slice = folder.resolve("slice.db");
        assertThat(export(Selection.of(memory, Filter.ALL).limitedTo(150), slice)
                        .entries())
                .isEqualTo(150);
        try (JournalReader reader = open(slice)) {
            assertThat(reader.entry(150)).isEqualTo(memory.entry(150));
            assertThat(reader.entry(151)).isEmpty();
        }
    }

    @Test
    void aCancelledSliceLeavesNothing() throws IOException {
        Path journal = show(100_000, null);
        try (JournalReader reader = open(journal)) {
            Cancellation cancellation = new Cancellation();
            assertThatThrownBy(() -> exporter.export(
                            Selection.of(reader, Query.parse("type:param").filter()),
                            new ExportFormat.Slice(),
                            folder.resolve("slice.db"),
                            (done, total) -> cancellation.cancel(),
                            cancellation))
                    .isInstanceOf(CancelledException.class);
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(journal);
        }
    }

    private Exported export(Selection selection, Path slice) {
        return exporter.export(selection, new ExportFormat.Slice(), slice, Progress.NONE, Cancellation.none());
    }

    /// A journal of a show with gaps in its seqs.
    private Path show(int entries, Hmacs hmacs) {
        Path file = folder.resolve("journal.db");
        ShowSimulator show = new ShowSimulator(ShowPlan.ofSeed(1));
        try (SqliteJournal journal = new SqliteJournals().create(file, hmacs)) {
            journal.appendAll(Stream.generate(show::next).limit(entries).toList());
            journal.snapshot(show.currentParams());
        }
        return file;
    }

    private static JournalReader open(Path file) {
        return new SqliteJournals().open(file, Progress.NONE, Cancellation.none());
    }

    private static List<List<Object>> rows(Path file, String condition) throws SQLException {
        List<List<Object>> rows = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT seq, timestamp, hex(author), hex(address),"
                        + " hex(signal_type), hex(value_json), typeof(value_json), revision, msg_type, hmac"
                        + " FROM journal_entries WHERE " + condition + " ORDER BY seq")) {
            while (row.next()) {
                Object[] columns = new Object[10];
                for (int i = 0; i < columns.length; i++) {
                    columns[i] = row.getObject(i + 1);
                }
                rows.add(Arrays.asList(columns));
            }
        }
        return rows;
    }

    private static String text(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getString(1) : "";
        }
    }
}
