package clasp.journal.faults;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.store.sqlite.SqliteJournal;
import clasp.journal.store.sqlite.SqliteJournals;
import clasp.journal.testing.Entries;
import clasp.journal.testing.ForeignWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The fault matrix notices what a kill could do: not only entries that are gone, but also contents that are others.
class VerdictTest {
    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void write() {
        file = Originals.journal(folder.resolve("show.db"));
    }

    private void change(Path journal, String sql) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + journal);
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isPositive();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"COMPACTION", "EXPORT", "SNAPSHOT", "SETTINGS"})
    void nothingIsWrongWithAJournalAsItWas(Job job) throws Exception {
        assertThat(Verdict.alone(job).of(file, 0)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE journal_entries SET value_json = '[16,2,4]' WHERE seq = 17",
                "UPDATE journal_entries SET timestamp = timestamp + 1 WHERE seq = 20000",
                "UPDATE journal_entries SET author = 'Author' WHERE seq = 1",
                "UPDATE journal_entries SET address = '/a/0 ' WHERE seq = 1",
                "UPDATE journal_entries SET signal_type = 'event' WHERE seq = 9",
                "UPDATE journal_entries SET revision = NULL WHERE seq = 9",
                "UPDATE journal_entries SET msg_type = 32 WHERE seq = 9",
                "DELETE FROM journal_entries WHERE seq = 17",
                "DELETE FROM journal_entries WHERE seq = 20000"
            })
    void anyColumnOfAnyEntryCounts(String sql) throws Exception {
        change(file, sql);
        assertThat(Verdict.alone(Job.SNAPSHOT).of(file, 0)).startsWith("in the journal: found ");
    }

    @Test
    void whatAnotherProcessHasStoredCounts() throws Exception {
        try (ForeignWriter writer = ForeignWriter.open(file)) {
            writer.append(Originals.entries(StubbornWriter.BATCH));
            writer.append(Originals.entries(StubbornWriter.BATCH));
        }
        Verdict verdict = new Verdict(Job.SNAPSHOT, Faults.ENTRIES + 2 * StubbornWriter.BATCH);
        assertThat(verdict.of(file, 0)).isEmpty();
        change(file, "UPDATE journal_entries SET value_json = '[0]' WHERE seq = 20202");
        assertThat(verdict.of(file, 0)).contains("found ").contains("[1,2,3]");
        change(file, "DELETE FROM journal_entries WHERE seq > 20200");
        assertThat(verdict.of(file, 0)).contains("found 20200 entries of 20400");
    }

    @Test
    void aCompactionIsTheWholeOfItOrNone() throws Exception {
        Work.compact(file);
        assertThat(Verdict.alone(Job.COMPACTION).of(file, 1)).isEmpty();
        change(folder.resolve("backup.db"), "UPDATE journal_entries SET value_json = '0' WHERE seq = 3");
        assertThat(Verdict.alone(Job.COMPACTION).of(file, 1)).startsWith("in the backup: found ");
        Files.delete(folder.resolve("backup.db"));
        assertThat(Verdict.alone(Job.COMPACTION).of(file, 1)).isEqualTo("compacted without a backup");
        change(file, "DELETE FROM journal_entries WHERE seq < 10010");
        assertThat(Verdict.alone(Job.COMPACTION).of(file, 1)).startsWith("in the journal: found ");
    }

    @Test
    void aCompactionThatWasSaidToBeDoneIsThere() throws Exception {
        assertThat(Verdict.alone(Job.COMPACTION).of(file, 1)).isEqualTo("what was compacted is as before");
    }

    @ParameterizedTest
    @EnumSource(names = {"COMPACTION", "EXPORT", "SETTINGS"})
    void nothingOfAnInterruptedJobStaysWhenItIsDoneAgain(Job job) throws Exception {
        Verdict verdict = Verdict.alone(job);
        assertThat(verdict.afterwards(file)).isEmpty();
        Files.createFile(folder.resolve(".another.csv.part"));
        assertThat(verdict.afterwards(file)).isEqualTo("left behind: [.another.csv.part]");
    }

    @Test
    void anExportIsWholeAndOfThisJournal() throws Exception {
        Verdict verdict = Verdict.alone(Job.EXPORT);
        assertThat(verdict.of(file, 1)).isEqualTo("what was exported is gone");
        Work.export(file, folder);
        assertThat(verdict.of(file, 1)).isEmpty();
        Path csv = folder.resolve("export.csv");
        String whole = Files.readString(csv);
        Files.writeString(csv, whole.replace("[77,2,3]", "[78,2,3]"));
        assertThat(verdict.of(file, 1)).contains("differs");
        Files.writeString(csv, whole.substring(0, whole.length() - 1));
        assertThat(verdict.of(file, 1)).contains("differs");
        // Beside a writer it may end earlier, but not within what was there before.
        change(
                file,
                "INSERT INTO journal_entries SELECT seq + 1, timestamp, author, address, signal_type, '[0,2,3]',"
                        + " revision, msg_type, hmac FROM journal_entries WHERE seq = 20000");
        change(file, "UPDATE journal_entries SET address = '/a/0' WHERE seq = 20001");
        Verdict beside = new Verdict(Job.EXPORT, Faults.ENTRIES + 1);
        Files.writeString(csv, whole);
        assertThat(beside.of(file, 1)).isEmpty();
        Files.writeString(csv, whole.substring(0, whole.lastIndexOf('\n', whole.length() - 2) + 1));
        assertThat(beside.of(file, 1)).contains("an export of 19999 rows");
    }

    @Test
    void aSnapshotHoldsWhatWasStored() throws Exception {
        try (SqliteJournal journal = new SqliteJournals().openForWriting(file, null)) {
            journal.snapshot(Work.params());
        }
        assertThat(Verdict.alone(Job.SNAPSHOT).of(file, 1)).isEmpty();
        assertThat(Verdict.alone(Job.SNAPSHOT).of(file, 2)).isEqualTo("2 were stored, 1 found");
        change(file, "UPDATE snapshots SET data_json = replace(data_json, '/a/1999', '/a/1998')");
        assertThat(Verdict.alone(Job.SNAPSHOT).of(file, 1)).isEqualTo("one does not hold what was stored");
    }

    @Test
    void aRecordingHoldsWhatWasHeard() throws Exception {
        Path recorded = folder.resolve("recorded.db");
        Verdict verdict = Verdict.alone(Job.RECORDING);
        assertThat(verdict.of(recorded, 0)).isEmpty();
        try (SqliteJournal journal = new SqliteJournals().create(recorded, null)) {
            journal.appendAll(LongStream.rangeClosed(1, 100)
                    .mapToObj(seq -> Contents.heard(seq, Entries.set("", "")))
                    .toList());
        }
        assertThat(verdict.of(recorded, 100)).isEmpty();
        assertThat(verdict.of(recorded, 101)).isEqualTo("stored 101, found 100");
        for (String sql : List.of(
                "UPDATE journal_entries SET author = 'another' WHERE seq = 50",
                "UPDATE journal_entries SET value_json = '7' WHERE seq = 8")) {
            change(recorded, sql);
            assertThat(verdict.of(recorded, 100)).startsWith("in the recording: found ");
        }
    }

    @Test
    void settingsAreWhole() throws Exception {
        Path settings = folder.resolve("settings.json");
        Files.writeString(settings, "{\"long\":\"" + "x".repeat(50_000) + "\",\"count\":3}");
        assertThat(Verdict.alone(Job.SETTINGS).of(file, 3)).isEmpty();
        assertThat(Verdict.alone(Job.SETTINGS).of(file, 4)).isEqualTo("written 4, found 3");
        Files.writeString(settings, "{\"long\":\"" + "x".repeat(49_999) + "\",\"count\":3}");
        assertThat(Verdict.alone(Job.SETTINGS).of(file, 3)).isEqualTo("a text of them is not whole");
    }
}
