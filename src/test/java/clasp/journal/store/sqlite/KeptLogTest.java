package clasp.journal.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import clasp.journal.store.JournalException;
import clasp.journal.store.LogReport;
import clasp.journal.testing.Entries;
import clasp.journal.testing.JournalFiles;
import clasp.journal.testing.Mounts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// SQLite begins a log anew that it cannot read to its end as soon as somebody opens the journal for writing. What was
/// there is kept beside it then. Entries 1 to 40 are in the database, 41 to 60 in the log.
class KeptLogTest extends CrashedLog {
    @ParameterizedTest
    @EnumSource
    void whatOpeningForWritingLosesIsKeptBesideTheJournalAsItWas(Loss loss) throws Exception {
        lose(loss);
        Map<String, byte[]> before = files();
        LogReport told = report(file);

        try (SqliteJournal journal = new SqliteJournals().openForWriting(file, null)) {
            assertThat(journal.info().incomplete()).isTrue();
            assertThat(journal.info().notes())
                    .singleElement()
                    .asString()
                    .contains("of committed changes cannot be applied", "“left-damaged-log.db”", "Problems")
                    .doesNotContain("..");
            assertThat(journal.append(Entries.set("/c", "1")))
                    .isEqualTo(journal.state().latestSeq());
        }
        Map<String, byte[]> copies = files();
        before.forEach((name, bytes) -> assertThat(copies.get(name.replace("left.db", "left-damaged-log.db")))
                .as(name)
                .isEqualTo(bytes));
        assertThat(report(file.resolveSibling("left-damaged-log.db"))).isEqualTo(told);
        assertThat(copies).hasSize(before.size() + 1);
    }

    @Test
    void theNoteTellsWhichEntriesTheCopyStillHolds() throws Exception {
        lose(Loss.HEADER);
        assertThat(note()).contains("with seqs from 41 to 60", "goes on after seq 40", "get the same seqs");
    }

    /// An earlier router stored nothing but the log yet.
    @Test
    void ofAJournalThatIsAllInItsLogNothingIsLost() throws Exception {
        Path written = folder.resolve("router/fresh.db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + written);
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA journal_mode = WAL");
            statement.execute("ATTACH '"
                    + JournalFiles.write(folder.resolve("whole.db"), List.of(Entries.set("/a", "1"))) + "' AS whole");
            statement.execute("CREATE TABLE journal_entries AS SELECT * FROM whole.journal_entries");
            Files.write(file, Files.readAllBytes(written));
            log = Files.readAllBytes(written.resolveSibling("fresh.db-wal"));
        }
        leave(flipped(17), false);
        assertThat(note()).contains("header of the -wal file is damaged", "“left-damaged-log.db”");
        assertThat(file.resolveSibling("left-damaged-log.db-wal")).hasBinaryContent(flipped(17));
    }

    @ParameterizedTest
    @ValueSource(strings = {"left.db", "new.db"})
    void aLogWhoseDatabaseIsGoneIsKept(String name) throws Exception {
        leave(log, false);
        if (name.equals("left.db")) {
            Files.write(file, new byte[0]);
        } else {
            Files.delete(file);
            Files.move(file.resolveSibling("left.db-wal"), file.resolveSibling("new.db-wal"));
        }
        Path journalFile = file.resolveSibling(name);
        try (SqliteJournal journal = Files.exists(journalFile)
                ? new SqliteJournals().openForWriting(journalFile, null)
                : new SqliteJournals().create(journalFile, null)) {
            assertThat(journal.info().notes())
                    .singleElement()
                    .asString()
                    .contains("nothing in the database", "with seqs from", "to 60", "goes on after seq 0");
        }
        assertThat(file.resolveSibling(name.replace(".db", "-damaged-log.db-wal")))
                .hasBinaryContent(log);
    }

    @Test
    void nothingIsWrittenOverWhatHasTheNameOfTheCopy() throws Exception {
        lose(Loss.HEADER);
        Files.writeString(file.resolveSibling("left-damaged-log.db"), "mine");
        Files.writeString(file.resolveSibling("left-damaged-log-2.db-wal"), "mine too");

        assertThat(note()).contains("“left-damaged-log-3.db”");
        assertThat(file.resolveSibling("left-damaged-log.db")).hasContent("mine");
        assertThat(file.resolveSibling("left-damaged-log-2.db-wal")).hasContent("mine too");
        assertThat(file.resolveSibling("left-damaged-log-2.db")).doesNotExist();
        assertThat(file.resolveSibling("left-damaged-log-3.db-wal")).hasBinaryContent(flipped(17));
    }

    /// As a router in a loop of restarts does.
    @Test
    void theSameIsKeptOnlyOnce() throws Exception {
        lose(Loss.FRAME);
        byte[] database = Files.readAllBytes(file);
        String first = note();
        Files.write(file, database);
        lose(Loss.FRAME);
        assertThat(note()).isEqualTo(first);
        assertThat(files()).doesNotContainKey("left-damaged-log-2.db");
    }

    @Test
    void whatWasWrittenSinceIsNoDamagedLogWhenItsWriterIsKilled() throws Exception {
        lose(Loss.FRAME);
        Path killed = folder.resolve("router/killed.db");
        try (SqliteJournal journal = new SqliteJournals().openForWriting(file, null)) {
            journal.append(Entries.set("/c", "1"));
            Files.copy(file, killed);
            Files.copy(file.resolveSibling("left.db-wal"), killed.resolveSibling("killed.db-wal"));
            Files.copy(file.resolveSibling("left.db-shm"), killed.resolveSibling("killed.db-shm"));
        }
        try (SqliteJournal journal = new SqliteJournals().openForWriting(killed, null)) {
            assertThat(journal.info().notes()).isEmpty();
            assertThat(journal.info().incomplete()).isFalse();
        }
    }

    @Test
    void aLogThatLostNothingIsNotCopied() throws Exception {
        opensWithoutACopy(log, true);
        opensWithoutACopy(log, false);
        opensWithoutACopy(new byte[0], false);
        opensWithoutACopy(Arrays.copyOf(log, 32), false);
        opensWithoutACopy(Arrays.copyOf(log, log.length - FRAME - 2_000), false);
        opensWithoutACopy(Arrays.copyOf(log, log.length - 4_096), false);
    }

    private void opensWithoutACopy(byte[] newLog, boolean withIndex) throws Exception {
        byte[] database = Files.readAllBytes(file);
        leave(newLog, withIndex);
        assertThat(notes()).isEmpty();
        assertThat(files()).containsOnlyKeys("left.db");
        Files.write(file, database);
    }

    @Test
    void whatIsLeftOfALogBeforeItsCheckpointIsNotCopied() throws Exception {
        Path written = folder.resolve("router/again.db");
        try (SqliteJournal journal = new SqliteJournals().create(written, null)) {
            for (int i = 0; i < ALL; i++) {
                journal.append(Entries.set("/b", Integer.toString(i)));
            }
            try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + written);
                    Statement statement = connection.createStatement()) {
                statement.execute("PRAGMA wal_checkpoint(RESTART)");
            }
            journal.append(Entries.set("/c", "1"));
            Files.write(file, Files.readAllBytes(written));
            log = Files.readAllBytes(written.resolveSibling("again.db-wal"));
            index = Files.readAllBytes(written.resolveSibling("again.db-shm"));
        }
        opensWithoutACopy(log, true);
        opensWithoutACopy(Arrays.copyOf(log, log.length - 2_000), false);
    }

    @Test
    void withoutRoomForTheCopyTheJournalStaysAsItIs() throws Exception {
        Path small = Files.createDirectory(folder.resolve("small"));
        assumeTrue(Mounts.memory(small, 1), "left out: no file system can be mounted here");
        try {
            lose(Loss.HEADER);
            file = Files.copy(file, small.resolve("left.db"));
            leave(flipped(17), false);
            Files.write(
                    small.resolve("filler"),
                    new byte[(int) (Files.getFileStore(small).getUsableSpace() - 8_192)]);
            Map<String, byte[]> before = files();
            for (int i = 0; i < 2; i++) {
                assertThatThrownBy(() -> new SqliteJournals().openForWriting(file, null))
                        .isInstanceOf(JournalException.class)
                        .hasMessageContainingAll(
                                "“left.db” is not opened for writing",
                                "it needs 1 MB, and 0 MB are free",
                                "Make room in " + small);
            }
            assertThat(files()).containsExactlyEntriesOf(before);
            Files.delete(small.resolve("filler"));
            assertThat(note()).contains("“left-damaged-log.db”");
        } finally {
            Mounts.unmount(small);
        }
    }

    @Test
    void whereTheJournalIsRefusedAfterAllTheCopyIsTold() throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TRIGGER t AFTER INSERT ON journal_entries BEGIN DELETE FROM snapshots; END");
        }
        lose(Loss.HEADER);
        assertThatThrownBy(() -> new SqliteJournals().openForWriting(file, null))
                .hasMessageContainingAll("has a trigger", "“left-damaged-log.db”");
        assertThat(file.resolveSibling("left-damaged-log.db-wal")).hasBinaryContent(flipped(17));
    }
}
