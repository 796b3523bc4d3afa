package clasp.journal.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.recovery.Problem;
import clasp.journal.recovery.ProblemKind;
import clasp.journal.recovery.ProblemScan;
import clasp.journal.store.Cancellation;
import clasp.journal.store.CompactionAccess;
import clasp.journal.store.CompactionProgress;
import clasp.journal.store.JournalReader;
import clasp.journal.store.LogDamage;
import clasp.journal.store.Progress;
import clasp.journal.testing.Entries;
import clasp.journal.testing.JournalFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A log that is gone is noticed by the shared memory that its writer left when it was killed. Entries 1 to 40 are in
/// the database, 41 to 60 were in the log.
class MissingLogTest {
    private static final int IN_DATABASE = 40;
    private static final int ALL = 60;

    @TempDir
    Path folder;

    private Path written = Path.of("");
    private Path file = Path.of("");

    @BeforeEach
    void create() {
        written = folder.resolve("written.db");
        file = folder.resolve("left.db");
        try (SqliteJournal journal = new SqliteJournals().create(written, null)) {
            journal.appendAll(Collections.nCopies(IN_DATABASE, Entries.set("/a", "1")));
        }
    }

    /// @param last SQL that the writer runs last
    private void killedAfter(String... last) throws Exception {
        try (SqliteJournal journal = new SqliteJournals().openForWriting(written, null)) {
            for (int i = IN_DATABASE; i < ALL; i++) {
                journal.append(Entries.set("/b", Integer.toString(i)));
            }
            try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + written);
                    Statement statement = connection.createStatement()) {
                for (String sql : last) {
                    statement.execute(sql);
                }
                for (String suffix : List.of("", "-wal", "-shm")) {
                    Files.copy(beside(written, suffix), beside(file, suffix));
                }
            }
        }
    }

    @Test
    void aLogThatIsGoneIsToldWithWhatToDo() throws Exception {
        killedAfter();
        long frames = WalFile.capacity(Files.size(beside(file, "-wal")), 4_096);
        Files.delete(beside(file, "-wal"));
        byte[] index = Files.readAllBytes(beside(file, "-shm"));

        try (JournalReader journal = open(file)) {
            assertThat(journal.state().latestSeq()).isEqualTo(IN_DATABASE);
            assertThat(journal.info().incomplete()).isTrue();
            assertThat(journal.info().notes())
                    .singleElement()
                    .asString()
                    .contains("-wal file is missing", frames + " frames", "may be missing", "Look for the -wal file");
            assertThat(journal.log(Cancellation.none()).orElseThrow().damage())
                    .isEqualTo(new LogDamage(LogDamage.Cause.MISSING, frames, 0, false));
            assertThat(logProblems(journal)).singleElement().satisfies(problem -> {
                assertThat(problem.kind()).isEqualTo(ProblemKind.MISSING_LOG);
                assertThat(problem.seq()).isEqualTo(IN_DATABASE + 1);
            });
            assertThat(journal.compaction())
                    .isInstanceOfSatisfying(
                            CompactionAccess.OnlyRestore.class,
                            refused -> assertThat(refused.reason())
                                    .contains("would not fit it any more", "-wal file is missing", "delete the -shm"));
        }
        assertThat(beside(file, "-wal")).doesNotExist();
        assertThat(beside(file, "-shm")).hasBinaryContent(index);
    }

    @Test
    void theJournalIsKeptAsItIsBeforeSomebodyWritesToIt() throws Exception {
        killedAfter();
        Files.delete(beside(file, "-wal"));
        byte[] database = Files.readAllBytes(file);
        Path copy = folder.resolve("left-damaged-log.db");
        try (SqliteJournal journal = new SqliteJournals().openForWriting(file, null)) {
            journal.append(Entries.set("/c", "1"));
            assertThat(journal.info().notes())
                    .singleElement()
                    .asString()
                    .contains("-wal file is missing", "“left-damaged-log.db”");
        }
        assertThat(copy).hasBinaryContent(database);
        assertThat(new WalIndexOf(copy).frames()).isPositive();
        assertThat(beside(copy, "-wal")).doesNotExist();
        try (JournalReader journal = open(file)) {
            assertThat(journal.info().notes()).isEmpty();
        }
    }

    /// What shared memory tells of nothing that the database lacks.
    @ParameterizedTest
    @ValueSource(strings = {"PASSIVE", "FULL", "RESTART", "TRUNCATE"})
    void aLogThatIsGoneAfterItWasTakenInIsMissedByNobody(String checkpoint) throws Exception {
        killedAfter("PRAGMA wal_checkpoint(" + checkpoint + ")");
        Files.delete(beside(file, "-wal"));
        assertThat(new WalIndexOf(file).needsLog()).isFalse();
        nothingIsTold();
    }

    /// The journal of a writer that ended in order, in every way in which SQLite ends.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT 1",
                "PRAGMA journal_mode = DELETE",
                "PRAGMA wal_checkpoint(TRUNCATE)",
                "PRAGMA journal_size_limit = 0",
                "PRAGMA locking_mode = EXCLUSIVE"
            })
    void afterAnOrderlyEndNothingIsTold(String sql) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + written)) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
            JournalFiles.insert(connection, List.of(Entries.set("/b", "1")));
        }
        file = written;
        assertThat(beside(file, "-wal")).doesNotExist();
        assertThat(beside(file, "-shm")).doesNotExist();
        nothingIsTold();
    }

    @Test
    void whereABackupTakesItsPlaceNothingTellsOfTheOldLogAnyMore() throws Exception {
        killedAfter();
        Files.delete(beside(file, "-wal"));
        Path backup = JournalFiles.write(folder.resolve("backup.db"), List.of(Entries.set("/a", "1")));
        try (JournalReader journal = open(backup)) {
            var compactor = ((CompactionAccess.Available) journal.compaction()).compactor();
            assertThat(compactor
                            .restore(file, CompactionProgress.NONE, Cancellation.none())
                            .notes())
                    .singleElement()
                    .asString()
                    .contains("log of the backup is damaged", "-wal file is missing");
        }
        Files.copy(beside(file, "-shm"), beside(backup, "-shm"));
        Path whole = JournalFiles.write(folder.resolve("whole.db"), List.of(Entries.set("/a", "1")));
        try (JournalReader journal = open(whole)) {
            Files.copy(beside(file, "-shm"), beside(whole, "-shm"));
            var compactor = ((CompactionAccess.Available) open(written).compaction()).compactor();
            assertThat(journal.info().notes()).isEmpty();
            compactor.restore(backup, CompactionProgress.NONE, Cancellation.none());
        }
        file = written;
        nothingIsTold();
    }

    @Test
    void ofAJournalThatIsNewItTellsNothing() throws Exception {
        killedAfter();
        Files.delete(beside(file, "-wal"));
        Files.delete(file);
        try (SqliteJournal journal = new SqliteJournals().create(file, null)) {
            assertThat(journal.info().notes()).isEmpty();
        }
    }

    private void nothingIsTold() {
        try (JournalReader journal = open(file)) {
            assertThat(journal.info().notes()).isEmpty();
            assertThat(journal.info().incomplete()).isFalse();
            assertThat(logProblems(journal)).isEmpty();
            assertThat(journal.compaction()).isInstanceOf(CompactionAccess.Available.class);
        }
    }

    private record WalIndexOf(Path file) {
        WalIndex read() {
            return WalIndex.read(beside(file, "-shm")).orElseThrow();
        }

        long frames() {
            return read().frames();
        }

        boolean needsLog() {
            return read().needsLog();
        }
    }

    private static List<Problem> logProblems(JournalReader journal) {
        List<Problem> problems = new ArrayList<>();
        new ProblemScan(journal).run(problems::add, Progress.NONE, Cancellation.none());
        problems.removeIf(problem -> !problem.kind().key().endsWith("Log"));
        return problems;
    }

    private static JournalReader open(Path file) {
        return new SqliteJournals().open(file, Progress.NONE, Cancellation.none());
    }

    private static Path beside(Path file, String suffix) {
        return file.resolveSibling(file.getFileName() + suffix);
    }
}
