package clasp.journal.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clasp.journal.model.Entry;
import clasp.journal.model.Hmacs;
import clasp.journal.model.Param;
import clasp.journal.query.Filter;
import clasp.journal.store.Cancellation;
import clasp.journal.store.JournalException;
import clasp.journal.store.JournalReader;
import clasp.journal.store.Progress;
import clasp.journal.testing.Entries;
import clasp.journal.testing.JournalRows;
import clasp.journal.testing.SharedJournals;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqliteJournalWritingTest {
    private static final String KEY = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";

    @TempDir
    Path folder;

    private final SqliteJournals journals = new SqliteJournals();

    @Test
    void theFramesOfItsLogAreThoseThatItHasByNow(@TempDir Path folder) {
        Path file = folder.resolve("grows.db");
        try (SqliteJournal journal = new SqliteJournals().create(file, null);
                JournalReader watching = new SqliteJournals().open(file, Progress.NONE, Cancellation.none())) {
            long before = journal.info().walFrames();
            for (int i = 0; i < 50; i++) {
                journal.append(Entries.set("/a", "1"));
            }
            assertThat(journal.info().walFrames()).isGreaterThanOrEqualTo(before + 50);
            assertThat(watching.info().walFrames()).isEqualTo(journal.info().walFrames());

            journal.settle();
            assertThat(journal.info().walFrames()).isZero();
        }
    }

    @Test
    void whoAppendsDoesNotWaitForAllOfACompaction() throws Exception {
        int entries = 50_000;
        try (SqliteJournal journal = journals.create(folder.resolve("a.db"), null);
                var compacting = Executors.newSingleThreadExecutor()) {
            journal.appendAll(Collections.nCopies(entries, Entries.set("/a", "1")));
            Set<Long> begins = new TreeSet<>();

            Future<Long> removed = compacting.submit(() -> journal.compact(entries, 1));
            while (!removed.isDone()) {
                journal.append(Entries.set("/b", "2"));
                begins.add(journal.state().firstSeq());
            }

            assertThat(removed.get()).isEqualTo(entries - 1);
            assertThat(journal.state().firstSeq()).isEqualTo(entries);
            assertThat(begins).anyMatch(first -> first > 1 && first < entries);
        }
    }

    @Test
    void whatIsAppendedIsReadAtOnceAndByOthers() throws Exception {
        Path file = folder.resolve("a.db");
        try (SqliteJournal journal = journals.create(file, null)) {
            assertThat(journal.append(Entries.set("/a", "1.0"))).isEqualTo(1);
            try (JournalReader reader = journals.open(file, Progress.NONE, Cancellation.none())) {
                long version = reader.state().version();
                assertThat(journal.appendAll(List.of(Entries.set("/b", "2"), Entries.publish("/c", "event", "null"))))
                        .containsExactly(2L, 3L);
                assertThat(reader.state().latestSeq()).isEqualTo(3);
                assertThat(reader.state().version()).isNotEqualTo(version);
                assertThat(reader.entry(3)).isEqualTo(journal.entry(3)).isPresent();
            }
        }
        assertThat(folder).isDirectoryContaining("glob:**/a.db").isDirectoryNotContaining("glob:**/*-{wal,shm}");
        assertThat(JournalRows.entries(file)).extracting(Entry::valueJson).containsExactly("1.0", "2", "null");
    }

    @Test
    void aNewFileHasThePlainFormOfOneThatClaspWrote() throws Exception {
        Path file = folder.resolve("a.db");
        journals.create(file, null).close();
        assertThat(schema(file)).isEqualTo(schema(SharedJournals.copy("session-20k.db", folder)));
    }

    @Test
    void appendersSideBySideGetEachTheirOwnSeqs() throws Exception {
        try (SqliteJournal journal = journals.create(folder.resolve("a.db"), null);
                var threads = Executors.newFixedThreadPool(16)) {
            List<Callable<List<Long>>> work = new ArrayList<>();
            for (int thread = 0; thread < 16; thread++) {
                String address = "/thread/" + thread;
                work.add(() -> {
                    List<Long> seqs = new ArrayList<>();
                    for (int i = 0; i < 100; i++) {
                        seqs.add(journal.append(Entries.set(address, Integer.toString(i))));
                        seqs.addAll(journal.appendAll(List.of(Entries.set(address, "-1"), Entries.set(address, "-2"))));
                    }
                    return seqs;
                });
            }
            Set<Long> all = new TreeSet<>();
            for (Future<List<Long>> result : threads.invokeAll(work)) {
                assertThat(result.get()).isSorted();
                for (int i = 1; i < result.get().size(); i += 3) {
                    assertThat(result.get().get(i + 1)).isEqualTo(result.get().get(i) + 1);
                }
                all.addAll(result.get());
            }
            assertThat(all).hasSize(4_800).first().isEqualTo(1L);
            assertThat(journal.state().latestSeq()).isEqualTo(4_800);
            Entry last = journal.entry(4_800).orElseThrow();
            assertThat(last.address()).startsWith("/thread/");
        }
    }

    @Test
    void anEntryThatCannotBeStoredFailsAtItsCallerOnly() throws Exception {
        Path file = folder.resolve("a.db");
        try (SqliteJournal journal = journals.create(file, null);
                var threads = Executors.newFixedThreadPool(8)) {
            sql(file, "CREATE UNIQUE INDEX once ON journal_entries(address) WHERE address = '/once'");
            List<Callable<Long>> work = new ArrayList<>();
            for (int i = 0; i < 400; i++) {
                String address = i % 4 == 0 ? "/once" : "/often";
                work.add(() -> journal.append(Entries.set(address, "1")));
            }
            int failed = 0;
            for (Future<Long> result : threads.invokeAll(work)) {
                if (result.state() == Future.State.FAILED) {
                    assertThat(result.exceptionNow()).isInstanceOf(JournalException.class);
                    failed++;
                }
            }
            assertThat(failed).isEqualTo(99);
            assertThat(journal.len()).isEqualTo(301);
        }
    }

    @Test
    void allOrNothingOfACallIsAppended() throws Exception {
        Path file = folder.resolve("a.db");
        try (SqliteJournal journal = journals.create(file, null)) {
            sql(file, "CREATE UNIQUE INDEX once ON journal_entries(address) WHERE address = '/once'");
            journal.append(Entries.set("/once", "1"));
            assertThatThrownBy(() -> journal.appendAll(List.of(Entries.set("/x", "1"), Entries.set("/once", "2"))))
                    .isInstanceOf(JournalException.class)
                    .hasMessageContaining("append");
            assertThat(journal.len()).isEqualTo(1);
            assertThat(journal.append(Entries.set("/x", "1"))).isPositive();
        }
    }

    @Test
    void whoeverAppendsToAClosedJournalIsToldSo() {
        SqliteJournal journal = journals.create(folder.resolve("a.db"), null);
        journal.close();
        assertThatThrownBy(() -> journal.append(Entries.set("/a", "1")))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("closed");
    }

    @Test
    void aFileOfAnOlderClaspGetsItsHmacColumnAndKeepsItsEntries() throws Exception {
        Path file = folder.resolve("old.db");
        sql(
                file,
                "CREATE TABLE journal_entries (seq INTEGER PRIMARY KEY AUTOINCREMENT, timestamp INTEGER NOT NULL,"
                        + " author TEXT NOT NULL, address TEXT NOT NULL, signal_type TEXT NOT NULL, value_json TEXT NOT"
                        + " NULL, revision INTEGER, msg_type INTEGER NOT NULL)");
        sql(file, "INSERT INTO journal_entries VALUES (7, 1, 'a', '/a', 'param', '1', 1, 33)");
        Hmacs hmacs = Hmacs.withKey(KEY);
        try (SqliteJournal journal = journals.openForWriting(file, hmacs)) {
            assertThat(journal.append(Entries.set("/b", "2"))).isEqualTo(8);
            assertThat(journal.snapshot(List.of(new Param("/b", "2", 1, "w", 5))))
                    .isEqualTo(8);
            assertThat(journal.compact(8)).isEqualTo(1);
            assertThat(journal.state().firstSeq()).isEqualTo(8);
        }
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement();
                var row = statement.executeQuery("SELECT hmac FROM journal_entries")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getString(1)).isEqualTo(hmacs.of(Entries.set("/b", "2")));
        }
    }

    @Test
    void theHighestSeqIsRememberedWhenEveryEntryIsGone() {
        try (SqliteJournal journal = journals.create(folder.resolve("a.db"), null)) {
            journal.appendAll(List.of(Entries.set("/a", "1"), Entries.set("/a", "2")));
            assertThat(journal.compact(Long.MAX_VALUE)).isEqualTo(2);
            assertThat(journal.state().latestSeq()).isZero();
            assertThat(journal.state().highestSeqGiven()).isEqualTo(2);
            assertThat(journal.append(Entries.set("/a", "3"))).isEqualTo(3);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        a trigger (x)                   | CREATE TRIGGER x AFTER INSERT ON journal_entries BEGIN DELETE FROM snapshots; END
        an index over an expression (x) | CREATE INDEX x ON journal_entries(length(hex(zeroblob(msg_type))))
        an index with a condition (x)   | CREATE INDEX x ON journal_entries(seq) WHERE length(value_json) > 3
        a computed column (x)           | ALTER TABLE journal_entries ADD COLUMN x AS (length(value_json))
        """)
    void aFileThatRunsSomethingWithEachEntryIsNotWritten(String what, String sql) throws Exception {
        Path file = folder.resolve("a.db");
        journals.create(file, null).close();
        sql(file, sql);
        assertThatThrownBy(() -> journals.openForWriting(file, null))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("is not written to: it has " + what + " that would run with every change");
    }

    @Test
    void whatOtherTablesRunConcernsNoEntry() throws Exception {
        Path file = folder.resolve("a.db");
        journals.create(file, null).close();
        sql(file, "CREATE TABLE notes(a, b AS (a + 1))");
        sql(file, "CREATE INDEX x ON notes(length(a)) WHERE a > 3");
        journals.openForWriting(file, null).close();
    }

    @Test
    void nothingIsCreatedOverAnotherFile() throws Exception {
        Path file = Files.writeString(folder.resolve("a.db"), "notes");
        assertThatThrownBy(() -> journals.create(file, null)).isInstanceOf(JournalException.class);
        assertThatThrownBy(() -> journals.openForWriting(file, null)).isInstanceOf(JournalException.class);
        assertThat(file).hasContent("notes");
    }

    @Test
    void countsFollowWhatIsAppended() {
        try (SqliteJournal journal = journals.create(folder.resolve("a.db"), null)) {
            for (int i = 1; i <= 50; i++) {
                journal.append(Entries.set("/a", "1"));
                assertThat(journal.count(Filter.ALL, Progress.NONE, Cancellation.none()))
                        .isEqualTo(i);
            }
        }
    }

    private static void sql(Path file, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> schema(Path file) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT type, name, sql FROM sqlite_schema ORDER BY type, name")) {
            while (rows.next()) {
                found.add(rows.getString(1) + " " + rows.getString(2) + " " + rows.getString(3));
            }
        }
        return found;
    }
}
