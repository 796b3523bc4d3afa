package clasp.journal.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clasp.journal.model.SeqRange;
import clasp.journal.recovery.Problem;
import clasp.journal.recovery.ProblemKind;
import clasp.journal.recovery.ProblemScan;
import clasp.journal.store.Cancellation;
import clasp.journal.store.CompactionAccess;
import clasp.journal.store.JournalException;
import clasp.journal.store.JournalReader;
import clasp.journal.store.LogDamage;
import clasp.journal.store.LogReport;
import clasp.journal.store.Progress;
import clasp.journal.testing.Entries;
import clasp.journal.testing.JournalFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a log has lost that was committed is told, and nothing is told of a log that lost nothing. Entries 1 to 40 are
/// in the database, 41 to 60 in the log, one to a transaction of several frames.
class DamagedLogTest extends CrashedLog {
    @BeforeEach
    void leaveTheLog() throws Exception {
        leave(log);
    }

    /// The beginning of the log: its magic number, version, page size, count of checkpoints, both salts, its checksum.
    @ParameterizedTest
    @ValueSource(ints = {0, 3, 6, 10, 13, 17, 22, 24, 31})
    void aDamagedHeaderHidesEveryFrameAndTheEntriesInThemAreTold(int at) throws Exception {
        leave(flipped(at));

        LogReport report = report();
        assertThat(report.frames()).isZero();
        assertThat(report.damage()).isEqualTo(new LogDamage(LogDamage.Cause.HEADER, frames(), 0, at < 24));
        assertThat(report.lost()).containsExactly(new SeqRange(IN_DATABASE + 1, ALL));
        Problem problem = onlyProblem();
        assertThat(problem.kind()).isEqualTo(ProblemKind.UNREADABLE_LOG);
        assertThat(problem.seq()).isEqualTo(IN_DATABASE + 1);
        assertThat(problem.explanation())
                .contains("header", "all of its " + frames() + " frames", "seqs 41 to 60")
                .doesNotContain("{");
        assertThat(problem.advice()).contains("as they are", "copies", "salvaged");
    }

    @Test
    void whoeverOpensItReadsThatTheLogIsNotReadable() throws Exception {
        leave(flipped(17));
        try (JournalReader journal = open()) {
            assertThat(journal.info().incomplete()).isTrue();
            assertThat(journal.info().notes())
                    .last()
                    .asString()
                    .contains("header of the -wal file is damaged", frames() + " frames", "Keep the journal");
        }
    }

    /// As the power may leave it: what was written last is there, what was written first is not.
    @ParameterizedTest
    @ValueSource(ints = {32, 4_096, 8_192, 32 + 3 * FRAME, 32 + 10 * FRAME + 7})
    void aLogThatBeginsWithZerosHidesEveryFrameAndTheEntriesInThoseThatAreThereAreTold(int zeros) throws Exception {
        byte[] left = log.clone();
        Arrays.fill(left, 0, zeros, (byte) 0);
        leave(left);

        LogReport report = report();
        assertThat(report.frames()).isZero();
        assertThat(report.damage().cause()).isEqualTo(LogDamage.Cause.HEADER);
        assertThat(report.damage().frames()).isEqualTo(frames());
        assertThat(report.lost().getLast().last()).isEqualTo(ALL);
        assertThat(onlyProblem().kind()).isEqualTo(ProblemKind.UNREADABLE_LOG);
    }

    @Test
    void aLogOfNothingButZerosHidesWhatNobodyCanTell() throws Exception {
        leave(new byte[log.length]);

        assertThat(report().damage()).isEqualTo(new LogDamage(LogDamage.Cause.HEADER, frames(), 0, false));
        assertThat(onlyProblem().explanation()).contains("They may hold committed entries or snapshots");
    }

    @Test
    void aHeaderOfNothingButZerosBeforeNoiseHidesWhatNobodyCanTell() throws Exception {
        byte[] noise = new byte[log.length];
        Arrays.fill(noise, 32, noise.length, (byte) 7);
        leave(noise);

        assertThat(report().damage()).isEqualTo(new LogDamage(LogDamage.Cause.HEADER, frames(), 0, false));
        assertThat(onlyProblem().explanation()).contains("They may hold committed entries or snapshots");
    }

    @Test
    void aLogCutOffWithinTheLastFrameOfATransactionHasLostThat() throws Exception {
        leave(Arrays.copyOf(log, log.length - 2_000));

        LogReport report = report();
        assertThat(report.damage().cause()).isEqualTo(LogDamage.Cause.CUT);
        assertThat(report.damage().at()).isEqualTo(frames());
        assertThat(report.frames() + report.damage().frames()).isEqualTo(frames());
        Problem problem = onlyProblem(ProblemKind.ONLY_IN_LOG);
        assertThat(problem.kind()).isEqualTo(ProblemKind.UNREADABLE_LOG);
        assertThat(problem.seq()).isEqualTo(ALL);
        assertThat(problem.explanation()).contains("is cut off", "within frame " + frames());
        try (JournalReader journal = open()) {
            assertThat(journal.info().incomplete()).isTrue();
            assertThat(journal.info().notes()).last().asString().contains("cut off within frame " + frames());
        }
    }

    @Test
    void aLogCutOffWithinAChangeMayBeWholeOrNotAndBothIsSaid() throws Exception {
        leave(Arrays.copyOf(log, log.length - FRAME - 2_000));

        assertThat(report().damage().cause()).isEqualTo(LogDamage.Cause.UNFINISHED);
        Problem problem = onlyProblem(ProblemKind.ONLY_IN_LOG);
        assertThat(problem.kind()).isEqualTo(ProblemKind.UNFINISHED_LOG);
        assertThat(problem.explanation()).contains("within frame " + (frames() - 1), "cut off");
        try (JournalReader journal = open()) {
            assertThat(journal.info().incomplete()).isFalse();
        }
    }

    /// SQLite notes in the shared memory how many frames it has committed.
    @ParameterizedTest
    @ValueSource(ints = {FRAME, FRAME + 2_000, 9 * FRAME})
    void withTheSharedMemoryEveryCutIsKnown(int bytes) throws Exception {
        leave(Arrays.copyOf(log, log.length - bytes));
        Files.write(file.resolveSibling("left.db-shm"), index);

        LogReport report = report();
        assertThat(report.damage().loses()).isTrue();
        assertThat(report.frames() + report.damage().frames()).isEqualTo(frames());
        assertThat(onlyProblem(ProblemKind.ONLY_IN_LOG).kind()).isEqualTo(ProblemKind.UNREADABLE_LOG);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 20, 32})
    void aLogThatHasLostAllIsKnownByItsSharedMemory(int left) throws Exception {
        leave(Arrays.copyOf(log, left));
        Files.write(file.resolveSibling("left.db-shm"), index);

        assertThat(report().damage()).isEqualTo(new LogDamage(LogDamage.Cause.SHORTER, frames(), 0, false));
        assertThat(onlyProblem().kind()).isEqualTo(ProblemKind.UNREADABLE_LOG);
    }

    /// SQLite begins such a log anew when somebody writes.
    @Test
    void aJournalWhoseLogIsDamagedIsNotCompacted() throws Exception {
        leave(flipped(17));
        try (JournalReader journal = open()) {
            assertThat(journal.compaction())
                    .isInstanceOfSatisfying(
                            CompactionAccess.OnlyRestore.class,
                            refused -> assertThat(refused.reason())
                                    .contains("would throw away", "header of the -wal file is damaged"));
        }
        assertThat(file.resolveSibling("left.db-wal")).hasBinaryContent(flipped(17));
        leave(log);
        try (JournalReader journal = open()) {
            assertThat(journal.compaction()).isInstanceOf(CompactionAccess.Available.class);
        }
    }

    /// What nobody reads is lacking there as well as what is read from the log alone.
    @Test
    void aCopyWithoutTheDamagedLogLacksWhatIsOnlyInIt() throws Exception {
        leave(flipped(log.length - FRAME + 30));
        try (JournalReader journal = open()) {
            LogReport report = journal.log(Cancellation.none()).orElseThrow();
            assertThat(report.entriesOnlyInLog()).isPositive();
            assertThat(journal.compaction())
                    .isInstanceOfSatisfying(
                            CompactionAccess.OnlyRestore.class,
                            refused -> assertThat(refused.reason())
                                    .endsWith("Such a copy lacks what is only in the log: at least "
                                            + (report.entriesOnlyInLog() + report.entriesLost())
                                            + " entries."));
        }
    }

    @Test
    void damagedSaltsOfTheLastFrameAreDamageAndNoEarlierGeneration() throws Exception {
        leave(flipped(log.length - FRAME + 9));

        LogReport report = report();
        assertThat(report.damage().cause()).isEqualTo(LogDamage.Cause.FRAME);
        assertThat(report.damage().at()).isEqualTo(frames());
        assertThat(report.lost()).containsExactly(new SeqRange(ALL, ALL));
    }

    @Test
    void aSoundLogHasNoProblemWithItsSharedMemoryOrWithout() throws Exception {
        assertThat(onlyProblem().kind()).isEqualTo(ProblemKind.ONLY_IN_LOG);
        Files.write(file.resolveSibling("left.db-shm"), index);
        assertThat(onlyProblem().kind()).isEqualTo(ProblemKind.ONLY_IN_LOG);
        assertThat(report().damage()).isEqualTo(LogDamage.NONE);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 32})
    void anEmptyLogAndOneOfNothingButItsHeaderAreNormal(int left) throws Exception {
        leave(Arrays.copyOf(log, left));
        assertThat(problems()).isEmpty();
    }

    /// Between the two pieces in which SQLite writes a frame.
    @Test
    void aWriterKilledBeforeThePageOfAFrameHasCommittedNothing() throws Exception {
        leave(Arrays.copyOf(log, log.length - 4_096));
        assertThat(onlyProblem().kind()).isEqualTo(ProblemKind.ONLY_IN_LOG);
    }

    /// After a checkpoint SQLite begins the log anew, over what was in it.
    @Test
    void whatIsLeftOfTheLogBeforeACheckpointIsNormal() throws Exception {
        Path written = folder.resolve("again.db");
        try (SqliteJournal journal = new SqliteJournals().create(written, null)) {
            for (int i = 0; i < ALL; i++) {
                journal.append(Entries.set("/b", Integer.toString(i)));
            }
            try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + written);
                    Statement statement = connection.createStatement()) {
                statement.execute("PRAGMA wal_checkpoint(RESTART)");
            }
            journal.append(Entries.set("/c", "1"));
            file = Files.copy(written, folder.resolve("reset.db"));
            Files.copy(folder.resolve("again.db-wal"), folder.resolve("reset.db-wal"));
            Files.copy(folder.resolve("again.db-shm"), folder.resolve("reset.db-shm"));
        }
        assertThat(Files.size(folder.resolve("reset.db-wal"))).isGreaterThan(20L * FRAME);
        assertThat(report().frames()).isBetween(1L, 9L);
        assertThat(onlyProblem().kind()).isEqualTo(ProblemKind.ONLY_IN_LOG);

        // Cut off in what nobody needs.
        Path wal = folder.resolve("reset.db-wal");
        Files.write(wal, Arrays.copyOf(Files.readAllBytes(wal), (int) Files.size(wal) - 2_000));
        assertThat(onlyProblem().kind()).isEqualTo(ProblemKind.ONLY_IN_LOG);
    }

    @Test
    void aDatabaseWithoutTablesSaysThatItsLogLiesThereAndIsUnreadable() throws Exception {
        Path written = folder.resolve("fresh.db");
        Path inDatabase = JournalFiles.write(folder.resolve("whole.db"), List.of());
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + written);
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA journal_mode = WAL");
            statement.execute("ATTACH '" + inDatabase + "' AS whole");
            statement.execute("CREATE TABLE journal_entries AS SELECT * FROM whole.journal_entries");
            Files.copy(written, file, StandardCopyOption.REPLACE_EXISTING);
            log = Files.readAllBytes(folder.resolve("fresh.db-wal"));
        }
        assertThat(Files.size(file)).as("everything is in the log").isEqualTo(4_096);

        leave(flipped(17));
        assertThatThrownBy(this::open)
                .isInstanceOf(JournalException.class)
                .hasMessageContainingAll("no tables", "the log beside it", "cannot be read", "header", "Keep")
                .hasMessageNotContaining("has to be copied with it");
        Files.write(file.resolveSibling("left.db-wal"), new byte[0]);
        assertThatThrownBy(this::open).hasMessageContainingAll("no tables", "is empty");
        Files.delete(file.resolveSibling("left.db-wal"));
        assertThatThrownBy(this::open).hasMessageContainingAll("no tables", "has to be copied with it");
    }

    private void leave(byte[] newLog) throws Exception {
        Files.write(file.resolveSibling("left.db-wal"), newLog);
    }

    private long frames() {
        return (log.length - 32) / FRAME;
    }

    private JournalReader open() {
        return new SqliteJournals().open(file, Progress.NONE, Cancellation.none());
    }

    private LogReport report() {
        try (JournalReader journal = open()) {
            return journal.log(Cancellation.none()).orElseThrow();
        }
    }

    private List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        try (JournalReader journal = open()) {
            new ProblemScan(journal).run(problems::add, Progress.NONE, Cancellation.none());
        }
        // All entries of these journals have the same revision, which is no matter of the log.
        problems.removeIf(problem -> !problem.kind().key().endsWith("Log"));
        return problems;
    }

    /// The only one but for those of these kinds.
    private Problem onlyProblem(ProblemKind... but) {
        List<Problem> problems = problems();
        problems.removeIf(problem -> Arrays.asList(but).contains(problem.kind()));
        assertThat(problems).hasSize(1);
        return problems.getFirst();
    }
}
