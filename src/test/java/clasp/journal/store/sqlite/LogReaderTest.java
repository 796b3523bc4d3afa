package clasp.journal.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.model.Entry;
import clasp.journal.model.MsgType;
import clasp.journal.model.SeqRange;
import clasp.journal.recovery.Problem;
import clasp.journal.recovery.ProblemKind;
import clasp.journal.recovery.ProblemScan;
import clasp.journal.store.Cancellation;
import clasp.journal.store.JournalReader;
import clasp.journal.store.LogDamage;
import clasp.journal.store.LogReport;
import clasp.journal.store.Progress;
import clasp.journal.testing.JournalFiles;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Journals whose writer was killed: entries 1 to 300 are in the database, 301 to 600 in the log, ten to a
/// transaction.
class LogReaderTest {
    private static final int FRAME = 24 + 4_096;

    @TempDir
    Path folder;

    private Path crashed;

    @BeforeEach
    void crash() throws IOException, SQLException {
        Path file = JournalFiles.write(folder.resolve("journal.db"), entries(1, 300));
        crashed = Files.createDirectory(folder.resolve("crashed")).resolve("journal.db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA wal_autocheckpoint = 0");
            connection.setAutoCommit(false);
            for (long first = 301; first <= 600; first += 10) {
                insert(connection, entries(first, first + 9));
                connection.commit();
            }
            Files.copy(file, crashed);
            Files.copy(folder.resolve("journal.db-wal"), wal());
        }
    }

    @Test
    void entriesThatOnlyTheLogHasAreCounted() {
        LogReport log = report();

        assertThat(log.onlyInLog()).containsExactly(new SeqRange(301, 600));
        assertThat(log.entriesOnlyInLog()).isEqualTo(300);
        assertThat(log.frames()).isEqualTo(frames());
        assertThat(log.damage()).isEqualTo(LogDamage.NONE);
        assertThat(log.lost()).isEmpty();
    }

    @Test
    void aDamagedFrameHidesAllThatFollowAndTheEntriesInThoseAreTold() throws IOException {
        long damaged = frames() / 2;
        damage(32 + (damaged - 1) * FRAME + 24 + 1_000);

        try (JournalReader journal = open()) {
            LogReport log = journal.log(Cancellation.none()).orElseThrow();
            long latest = journal.state().latestSeq();

            assertThat(latest).isBetween(301L, 599L);
            assertThat(log.onlyInLog()).containsExactly(new SeqRange(301, latest));
            assertThat(log.damage().cause()).isEqualTo(LogDamage.Cause.FRAME);
            assertThat(log.damage().at()).isEqualTo(damaged);
            assertThat(log.frames()).isLessThan(damaged);
            assertThat(log.frames() + log.damage().frames()).isEqualTo(frames());
            assertThat(log.lost().getLast().last()).isEqualTo(600);
            assertThat(log.lost().getFirst().first()).isGreaterThan(latest);
        }
    }

    @Test
    void aFrameWhoseSaltsAreDamagedHidesNoLess() throws IOException {
        long damaged = frames() / 3;
        damage(32 + (damaged - 1) * FRAME + 8);

        LogReport log = report();

        assertThat(log.damage().cause()).isEqualTo(LogDamage.Cause.FRAME);
        assertThat(log.damage().at()).isEqualTo(damaged);
        assertThat(log.frames() + log.damage().frames()).isEqualTo(frames());
        assertThat(log.lost().getLast().last()).isEqualTo(600);
    }

    @Test
    void framesOfAnEarlierGenerationAreNoDamage() throws IOException {
        try (RandomAccessFile log = new RandomAccessFile(wal().toFile(), "rw")) {
            byte[] frame = new byte[FRAME];
            log.seek(32);
            log.readFully(frame);
            frame[8] ^= 1;
            log.seek(log.length());
            log.write(frame);
        }

        assertThat(report().damage()).isEqualTo(LogDamage.NONE);
    }

    @Test
    void anUncommittedTransactionAtTheEndIsNothingLost() throws IOException {
        try (RandomAccessFile log = new RandomAccessFile(wal().toFile(), "rw")) {
            log.setLength(log.length() - FRAME);
        }

        LogReport log = report();

        assertThat(log.damage()).isEqualTo(LogDamage.NONE);
        assertThat(log.onlyInLog()).containsExactly(new SeqRange(301, 590));
    }

    @Test
    void aJournalThatWasClosedHasNoLog() {
        Path file = JournalFiles.write(folder.resolve("closed.db"), entries(1, 10));
        try (JournalReader journal = new SqliteJournals().open(file, Progress.NONE, Cancellation.none())) {
            assertThat(journal.log(Cancellation.none())).isEmpty();
        }
    }

    @Test
    void aCrashedJournalIsSeenWholeAtAGlance() {
        try (JournalReader journal = open()) {
            List<Long> seqs = new ArrayList<>();
            journal.glance(SeqRange.ALL, entry -> seqs.add(entry.entry().seq()), Cancellation.none());
            assertThat(seqs).isEqualTo(LongStream.rangeClosed(1, 600).boxed().toList());
        }
    }

    @Test
    void bothAreProblemsOfTheJournal() throws IOException {
        damage(32 + (frames() / 2) * FRAME + 500);
        List<Problem> problems = new ArrayList<>();
        try (JournalReader journal = open()) {
            new ProblemScan(journal).run(problems::add, Progress.NONE, Cancellation.none());
        }

        assertThat(problems)
                .extracting(Problem::kind)
                .containsExactly(ProblemKind.ONLY_IN_LOG, ProblemKind.UNREADABLE_LOG);
        assertThat(problems.getFirst().seq()).isEqualTo(301);
        assertThat(problems.getLast().explanation()).contains("to 600");
    }

    private static List<Entry> entries(long first, long last) {
        return LongStream.rangeClosed(first, last)
                .mapToObj(seq -> new Entry(
                        seq, 1_000 * seq, "writer", "/a/" + seq % 7, "param", "0.5", (seq + 6) / 7, MsgType.SET))
                .map(entry -> entry.seq() % 7 == 0
                        ? new Entry(
                                entry.seq(),
                                entry.timestampMicros(),
                                "writer",
                                entry.address(),
                                "param",
                                "1",
                                entry.seq() / 7,
                                MsgType.SET)
                        : entry)
                .toList();
    }

    private static void insert(Connection connection, List<Entry> entries) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO journal_entries (seq, timestamp, author, address, signal_type, value_json, revision,"
                        + " msg_type) VALUES (?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (Entry entry : entries) {
                insert.setLong(1, entry.seq());
                insert.setLong(2, entry.timestampMicros());
                insert.setString(3, entry.author());
                insert.setString(4, entry.address());
                insert.setString(5, entry.signalType());
                insert.setString(6, entry.valueJson());
                insert.setObject(7, entry.revision());
                insert.setLong(8, entry.msgType());
                insert.executeUpdate();
            }
        }
    }

    private JournalReader open() {
        return new SqliteJournals().open(crashed, Progress.NONE, Cancellation.none());
    }

    private LogReport report() {
        try (JournalReader journal = open()) {
            return journal.log(Cancellation.none()).orElseThrow();
        }
    }

    private Path wal() {
        return crashed.resolveSibling("journal.db-wal");
    }

    private long frames() {
        return (wal().toFile().length() - 32) / FRAME;
    }

    private void damage(long at) throws IOException {
        try (RandomAccessFile log = new RandomAccessFile(wal().toFile(), "rw")) {
            log.seek(at);
            log.write(new byte[] {1, 2, 3, 4, 5, 6, 7, 8});
        }
    }
}
