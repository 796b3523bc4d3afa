package clasp.journal.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.store.Cancellation;
import clasp.journal.store.JournalAccess;
import clasp.journal.store.JournalReader;
import clasp.journal.store.LogDamage;
import clasp.journal.store.LogReport;
import clasp.journal.store.Progress;
import clasp.journal.testing.Entries;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is told of a log whose writer has it open: damage that a crash would turn into a loss, and never what is only
/// being written.
class OpenLogTest {
    private static final int FRAME = 24 + 4_096;
    private static final int READINGS = 400;

    @TempDir
    Path folder;

    private Path file = Path.of("");

    @BeforeEach
    void create() {
        file = folder.resolve("session.db");
        try (SqliteJournal journal = new SqliteJournals().create(file, null)) {
            journal.append(Entries.set("/a", "1"));
        }
    }

    @Test
    void aWriterThatAppendsAndTakesItsLogInAllTheTimeIsNeverCalledDamaged() throws Exception {
        try (ChildProcess writer = ChildProcess.start("churn", file).awaitAnswer();
                JournalReader journal = open()) {
            assertThat(journal.info().access()).isEqualTo(JournalAccess.Plain.READ_ONLY_LIVE);
            var told = new HashSet<Optional<LogReport>>();
            Set<WalIndex> states = new HashSet<>();
            SharedIndex index = FileUse.of(JournalFile.existing(file)).index();
            while (states.size() < READINGS) {
                assertThat(writer.isAlive()).isTrue();
                told.add(journal.log(Cancellation.none()));
                index.read(folder.resolve("session.db-shm"))
                        .filter(WalIndex::needsLog)
                        .ifPresent(states::add);
            }
            assertThat(told).containsExactly(Optional.empty());
            assertThat(states.stream().map(WalIndex::salts).distinct())
                    .as("the log was begun anew again and again")
                    .hasSizeGreaterThan(5);
        }
    }

    @Test
    void aDamagedFrameIsToldWithWhatACrashWouldLose() throws Exception {
        try (ChildProcess writer = appending(5);
                JournalReader journal = open()) {
            assertThat(journal.log(Cancellation.none())).isEmpty();
            long frames = frames();
            flip(32 + 2 * FRAME + 1_000);
            LogReport report = journal.log(Cancellation.none()).orElseThrow();
            assertThat(report.damage()).isEqualTo(new LogDamage(LogDamage.Cause.IN_USE, frames - 2, 3, false));
            assertThat(report.damage().loses()).isFalse();
            writer.step();
            assertThat(damage(journal).frames()).isGreaterThan(frames - 2);
        }
    }

    @Test
    void aDamagedHeaderAndALogThatWasCutOffAreTold() throws Exception {
        try (ChildProcess writer = appending(5);
                JournalReader journal = open()) {
            long frames = frames();
            flip(17);
            assertThat(damage(journal)).isEqualTo(new LogDamage(LogDamage.Cause.IN_USE, frames, 0, false));
            flip(17);
            assertThat(journal.log(Cancellation.none())).isEmpty();
            try (var log = new RandomAccessFile(folder.resolve("session.db-wal").toFile(), "rw")) {
                log.setLength(32 + FRAME + 100);
            }
            assertThat(damage(journal)).isEqualTo(new LogDamage(LogDamage.Cause.IN_USE, frames - 1, 2, false));
        }
    }

    /// The database has it all: nobody would miss the log.
    @Test
    void damageInALogThatWasTakenInIsNotTold() throws Exception {
        try (SqliteJournal writer = new SqliteJournals().openForWriting(file, null)) {
            writer.appendAll(List.of(Entries.set("/a", "1"), Entries.set("/a", "2")));
            flip(32 + 1_000);
            assertThat(damage(writer).frames()).isPositive();
            flip(32 + 1_000);
            writer.settle();
            flip(32 + 1_000);
            assertThat(writer.log(Cancellation.none())).isEmpty();
        }
    }

    /// It is POSIX that drops all locks of a process on a file when it closes it.
    @Test
    void lookingDropsNoLock() throws Exception {
        try (ChildProcess writer = appending(5);
                JournalReader journal = open()) {
            journal.log(Cancellation.none());
            journal.log(Cancellation.none());
            writer.kill();
            try (ChildProcess asked = ChildProcess.start("shmLocks", file)) {
                assertThat(asked.answer()).isEqualTo("in use");
            }
        }
    }

    /// As the page with the evidence does it of a session that is hosted.
    @Test
    void readingTheFilesOfAJournalThatIsWrittenHereDropsNoLock() throws Exception {
        try (SqliteJournal writer = new SqliteJournals().openForWriting(file, null)) {
            writer.append(Entries.set("/a", "1"));
            assertThat(writer.fileNow(file, Cancellation.none()).present()).isTrue();
            assertThat(writer.fileNow(folder.resolve("session.db-shm"), Cancellation.none())
                            .present())
                    .isTrue();
            for (String locks : List.of("locks", "shmLocks")) {
                try (ChildProcess asked = ChildProcess.start(locks, file)) {
                    assertThat(asked.answer()).isEqualTo("in use");
                }
            }
        }
    }

    private ChildProcess appending(int entries) throws IOException {
        ChildProcess writer = ChildProcess.start("append", file);
        for (int i = 0; i < entries; i++) {
            writer.step();
        }
        return writer;
    }

    private long frames() {
        return FileUse.of(JournalFile.existing(file))
                .index()
                .read(folder.resolve("session.db-shm"))
                .orElseThrow()
                .frames();
    }

    private void flip(long at) throws IOException {
        try (var log = new RandomAccessFile(folder.resolve("session.db-wal").toFile(), "rw")) {
            log.seek(at);
            int before = log.read();
            log.seek(at);
            log.write(before ^ 0x10);
        }
    }

    private static LogDamage damage(JournalReader journal) {
        return journal.log(Cancellation.none()).orElseThrow().damage();
    }

    private JournalReader open() {
        return new SqliteJournals().open(file, Progress.NONE, Cancellation.none());
    }
}
