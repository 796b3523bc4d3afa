package clasp.journal.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clasp.journal.model.Entry;
import clasp.journal.model.SeqRange;
import clasp.journal.query.Filter;
import clasp.journal.recovery.Problem;
import clasp.journal.recovery.ProblemKind;
import clasp.journal.recovery.ProblemScan;
import clasp.journal.store.Cancellation;
import clasp.journal.store.JournalException;
import clasp.journal.store.JournalReader;
import clasp.journal.store.PageRequest;
import clasp.journal.store.Progress;
import clasp.journal.store.ReplacedException;
import clasp.journal.testing.Entries;
import clasp.journal.testing.JournalRows;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is no journal, or a damaged one, is named in a sentence; what can be read is read.
class BadFileTest {
    private static final String COLUMNS =
            "seq INTEGER PRIMARY KEY, timestamp, author, address, signal_type, value_json, revision, msg_type";

    @TempDir
    Path folder;

    @Test
    void whatIsNoDatabaseIsNamed() throws Exception {
        refused(folder.resolve("nothing.db"), "There is no file");
        refused(folder, "is a folder");
        refused(Files.createFile(folder.resolve("empty.db")), "is empty");
        refused(Files.writeString(folder.resolve("notes.txt"), "Some notes\n".repeat(20)), "text file");
        refused(Files.write(folder.resolve("random"), bytes(5_000)), "no SQLite database");
        refused(
                Files.write(folder.resolve("zeros"), new byte[8_192]),
                "begins with zeros. The disk may have lost its content. Copy it again");
        refused(Files.createSymbolicLink(folder.resolve("dangling"), Path.of("gone")), "link");
    }

    @Test
    void aLogIsToldFromItsDatabase() throws Exception {
        Path file = folder.resolve("a.db");
        Path log = folder.resolve("copied-wal");
        try (SqliteJournal journal = new SqliteJournals().create(file, null)) {
            journal.append(Entries.set("/a", "1"));
            Files.copy(folder.resolve("a.db-wal"), log);
        }
        refused(log, "write-ahead log");
    }

    @Test
    void aDatabaseThatIsNoJournalSaysWhatItIs() throws Exception {
        refused(database("other.db", "CREATE TABLE songs (title)"), "songs");
        refused(database("none.db", "PRAGMA user_version = 1"), "no tables");
        refused(
                database("view.db", "CREATE VIEW journal_entries AS SELECT 1 AS seq, randomblob(9) AS value_json"),
                "is a view");
        refused(database("part.db", "CREATE TABLE journal_entries (seq INTEGER PRIMARY KEY, address)"), "no column");
    }

    @Test
    void oddTypesInColumnsAreReadAsTextOrNumbers() throws Exception {
        Path file = database("odd.db", "CREATE TABLE journal_entries (" + COLUMNS + ")");
        sql(
                file,
                "INSERT INTO journal_entries VALUES (1, NULL, NULL, NULL, NULL, NULL, NULL, NULL), (2, 'x', x'41',"
                        + " x'2f61', 5, x'ff00', 'y', 1.5), (3, 1e300, 7, '/a', 'param', x'2231', 2.9, '33')");
        try (JournalReader journal = open(file)) {
            List<Entry> entries = new ArrayList<>();
            journal.scan(Filter.ALL, SeqRange.ALL, entries::add, Cancellation.none());
            assertThat(entries)
                    .containsExactly(
                            new Entry(1, 0, "", "", "", "", null, 0),
                            new Entry(2, 0, "A", "/a", "5", "\uFFFD\0", 0L, 1),
                            new Entry(3, Long.MAX_VALUE, "7", "/a", "param", "\"1", 2L, 33));
            assertThat(journal.snapshots()).isEmpty();
            assertThat(journal.addresses(Progress.NONE, Cancellation.none())).hasSize(2);
        }
    }

    @Test
    void aFileThatVanishesIsReportedAndReadAgainWhenItIsBack() throws Exception {
        Path file = journal("a.db", 10);
        try (JournalReader journal = open(file)) {
            long version = journal.state().version();
            Files.move(file, folder.resolve("away"));
            assertThatThrownBy(journal::state)
                    .isInstanceOf(JournalException.class)
                    .hasMessageContaining("no longer");
            Files.move(folder.resolve("away"), file);
            assertThat(journal.state().latestSeq()).isEqualTo(10);
            assertThat(journal.state().version())
                    .as("whoever failed meanwhile reads again")
                    .isNotEqualTo(version);
        }
    }

    @Test
    void anotherJournalInItsPlaceIsNotTakenForTheOneThatWasOpened() throws Exception {
        Path file = journal("a.db", 10);
        Path original = Files.copy(file, folder.resolve("original.db"));
        Path shorter = journal("shorter.db", 5);
        Path other = folder.resolve("other.db");
        try (SqliteJournal journal = new SqliteJournals().create(other, null)) {
            journal.appendAll(Collections.nCopies(10, Entries.set("/something/else", "[1,2,3]")));
        }
        try (JournalReader journal = open(file)) {
            assertThat(journal.state().latestSeq()).isEqualTo(10);
            for (Path replacement : List.of(other, shorter)) {
                Files.copy(replacement, file, StandardCopyOption.REPLACE_EXISTING);
                assertThatThrownBy(journal::state)
                        .isInstanceOf(ReplacedException.class)
                        .hasMessageContaining("open it again");
                assertThatThrownBy(() -> journal.entry(1)).isInstanceOf(ReplacedException.class);
                try (JournalReader again = open(file)) {
                    assertThat(again.entry(1)).isPresent();
                }
            }
            Files.move(original, file, StandardCopyOption.REPLACE_EXISTING);
            assertThat(journal.entry(1)).isPresent();
        }
    }

    @Test
    void aCompactedJournalIsStillTheSame() throws Exception {
        Path file = journal("a.db", 10);
        try (JournalReader journal = open(file)) {
            assertThat(journal.state().latestSeq()).isEqualTo(10);
            sql(file, "DELETE FROM journal_entries");
            assertThat(journal.state().isEmpty()).isTrue();
            sql(
                    file,
                    "INSERT INTO journal_entries (timestamp, author, address, signal_type, value_json, msg_type)"
                            + " VALUES (1, 'a', '/a', 'param', '1', 33)");
            assertThat(journal.state().firstSeq()).isEqualTo(11);
        }
    }

    @Test
    void aNewerCopyOfTheSameJournalIsOpenedAnew() throws Exception {
        Path file = journal("a.db", 10);
        try (JournalReader journal = open(file)) {
            long version = journal.state().version();
            Files.move(journal("b.db", 20), file, StandardCopyOption.REPLACE_EXISTING);
            assertThat(journal.state().latestSeq()).isEqualTo(20);
            assertThat(journal.state().version()).isNotEqualTo(version);
            Files.writeString(file, "something else");
            assertThatThrownBy(journal::state)
                    .isInstanceOf(JournalException.class)
                    .hasMessageContaining("text file");
        }
    }

    @Test
    void aScanIsNeverAMixtureOfTwoFiles() throws Exception {
        Path file = journal("a.db", 10_000);
        Path other = journal("b.db", 20_000);
        try (JournalReader journal = open(file)) {
            List<Entry> entries = new ArrayList<>();
            assertThatThrownBy(() -> journal.scan(
                            Filter.ALL,
                            SeqRange.ALL,
                            entry -> {
                                entries.add(entry);
                                if (entry.seq() == 100) {
                                    move(other, file);
                                }
                                return true;
                            },
                            Cancellation.none()))
                    .isInstanceOf(JournalException.class)
                    .hasMessageContaining("replaced");
            assertThat(entries).hasSizeLessThan(10_000);
        }
    }

    private static void move(Path from, Path to) {
        try {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void whatLiesBeforeTheCutOfATruncatedFileIsShown() throws Exception {
        List<Entry> written = new ArrayList<>();
        for (int i = 0; i < 6_000; i++) {
            String value = i % 500 == 0 ? "\"" + "ü".repeat(3_000) + "\"" : "[" + i + ",2.50,\"ü\"]";
            written.add(Entries.set("/scene/" + i % 90 + "/größe", value));
        }
        Path whole = folder.resolve("whole.db");
        try (SqliteJournal journal = new SqliteJournals().create(whole, null)) {
            written.forEach(entry -> journal.appendAll(List.of(entry)));
        }
        List<Entry> all = JournalRows.entries(whole);
        long found = 0;
        for (int percent : new int[] {20, 50, 80, 95, 99}) {
            Path file = Files.copy(whole, folder.resolve("cut.db"), StandardCopyOption.REPLACE_EXISTING);
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.truncate(channel.size() * percent / 100);
            }
            byte[] before = Files.readAllBytes(file);
            try (JournalReader journal = open(file)) {
                assertThat(journal.info().notes())
                        .singleElement()
                        .asString()
                        .contains("cut off", "lost", "copy it again");
                List<Entry> entries = new ArrayList<>();
                journal.scan(Filter.ALL, SeqRange.ALL, entries::add, Cancellation.none());
                assertThat(entries).hasSizeGreaterThan((int) found).isSubsetOf(all);
                assertThat(journal.state().latestSeq())
                        .isEqualTo(entries.getLast().seq());
                found = entries.size();
                List<Problem> problems = new ArrayList<>();
                new ProblemScan(journal).run(problems::add, Progress.NONE, Cancellation.none());
                assertThat(problems.getFirst())
                        .returns(ProblemKind.CUT_OFF, Problem::kind)
                        .returns(entries.getLast().seq() + 1, Problem::seq)
                        .matches(problem -> problem.explanation().contains("cut off"));
            }
            assertThat(file).hasBinaryContent(before);
        }
        assertThat(found).isGreaterThan(all.size() * 9 / 10);
    }

    @Test
    void aFileThatIsCutOffWhileItIsReadIsNotTakenForAllOfIt() throws Exception {
        Path file = journal("a.db", 10_000);
        Path whole = Files.copy(file, folder.resolve("whole.db"));
        try (JournalReader journal = open(file)) {
            for (int reading = 0; reading < 2; reading++) {
                assertThatThrownBy(() -> journal.scan(
                                Filter.ALL,
                                SeqRange.ALL,
                                entry -> {
                                    if (entry.seq() == 100) {
                                        halve(file);
                                    }
                                    return true;
                                },
                                Cancellation.none()))
                        .isInstanceOf(JournalException.class)
                        .hasMessageContaining("a.db")
                        .hasMessageContaining("cut off while it was open");
            }
            try (JournalReader again = open(file)) {
                assertThat(again.info().notes()).singleElement().asString().contains("lost");
                assertThat(again.entry(1)).isPresent();
            }
            Files.copy(whole, file, StandardCopyOption.REPLACE_EXISTING);
            assertThat(journal.count(Filter.ALL, Progress.NONE, Cancellation.none()))
                    .isEqualTo(10_000);
        }
    }

    private static void halve(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(channel.size() / 2);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void entriesThatWereDeletedDoNotComeBackFromAFileThatIsCutOff() throws Exception {
        Path file = journal("a.db", 6_000);
        sql(file, "DELETE FROM journal_entries WHERE seq <= 3000");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(channel.size() * 95 / 100);
        }
        try (JournalReader journal = open(file)) {
            assertThat(journal.state().firstSeq()).isGreaterThan(3_000);
            assertThat(journal.count(Filter.ALL, Progress.NONE, Cancellation.none()))
                    .isGreaterThan(1_500);
        }
    }

    /// A pointer in the middle of the table's root leads back to its first leaf, whose seqs come again.
    @Test
    void aTableWhoseSeqsDoNotAscendIsReadToItsEnd() throws Exception {
        Path file = journal("a.db", 20_000);
        int root;
        int page;
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
            root = statement
                    .executeQuery("SELECT rootpage FROM sqlite_schema WHERE name = 'journal_entries'")
                    .getInt(1);
            page = statement.executeQuery("PRAGMA page_size").getInt(1);
        }
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
        int header = (root - 1) * page;
        assertThat(bytes.get(header)).as("an interior page of a table").isEqualTo((byte) 5);
        int firstCell = header + bytes.getShort(header + 12);
        int middle = bytes.getShort(header + 3) / 2;
        bytes.putInt(header + bytes.getShort(header + 12 + 2 * middle), bytes.getInt(firstCell));
        Files.write(file, bytes.array());

        try (JournalReader journal = open(file)) {
            List<Long> seqs = new ArrayList<>();
            assertThatThrownBy(() ->
                            journal.scan(Filter.ALL, SeqRange.ALL, entry -> seqs.add(entry.seq()), Cancellation.none()))
                    .isInstanceOf(JournalException.class)
                    .hasMessageContaining("a.db");

            assertThat(seqs).hasSizeGreaterThan(1_000).isSorted().doesNotHaveDuplicates();
        }
    }

    @Test
    void flippedBitsNeverDoMoreThanASentence() throws Exception {
        byte[] whole = Files.readAllBytes(journal("whole.db", 3_000));
        Random random = new Random(5);
        for (int round = 0; round < 60; round++) {
            byte[] bytes = whole.clone();
            for (int flip = 0; flip < 1 + round; flip++) {
                bytes[100 + random.nextInt(bytes.length - 100)] ^= (byte) (1 << random.nextInt(8));
            }
            Path file = Files.write(folder.resolve("flipped.db"), bytes);
            try (JournalReader journal = open(file)) {
                journal.state();
                journal.page(PageRequest.forward(Filter.ALL, 0, 5_000), Cancellation.none());
                journal.rowIndex(Filter.ALL, Progress.NONE, Cancellation.none());
                journal.addresses(Progress.NONE, Cancellation.none());
            } catch (JournalException e) {
                assertThat(e).hasMessageContaining("flipped.db");
            }
        }
    }

    @Test
    void aHugeValueIsCutInAPageAndWholeInItsEntry() throws Exception {
        Path file = folder.resolve("a.db");
        String value = "\"" + "ä".repeat(25_000_000) + "\"";
        try (SqliteJournal journal = new SqliteJournals().create(file, null)) {
            journal.append(Entries.set("/big", value));
            var row = journal.page(PageRequest.forward(Filter.ALL, 1, 5), Cancellation.none())
                    .getFirst();
            assertThat(row.valueCut()).isTrue();
            assertThat(row.entry().valueJson()).hasSize(PageRequest.CELL_VALUE_CHARS);
            assertThat(journal.entry(1).orElseThrow().valueJson().equals(value)).isTrue();
        }
    }

    private void refused(Path file, String reason) {
        assertThatThrownBy(() -> open(file))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining(reason)
                .hasMessageContaining(file.getFileName().toString());
    }

    private static JournalReader open(Path file) {
        return new SqliteJournals().open(file, Progress.NONE, Cancellation.none());
    }

    private Path journal(String name, int entries) {
        Path file = folder.resolve(name);
        try (SqliteJournal journal = new SqliteJournals().create(file, null)) {
            journal.appendAll(Collections.nCopies(entries, Entries.set("/a/b", "[1,2,3]")));
        }
        return file;
    }

    private Path database(String name, String sql) throws SQLException {
        Path file = folder.resolve(name);
        sql(file, sql);
        return file;
    }

    private static void sql(Path file, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static byte[] bytes(int count) throws IOException {
        byte[] bytes = new byte[count];
        new Random(3).nextBytes(bytes);
        return ByteBuffer.wrap(bytes).putInt(0, 0x81828384).array();
    }
}
