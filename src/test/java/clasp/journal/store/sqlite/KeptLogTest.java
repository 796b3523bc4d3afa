package clasp.journal.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import clasp.journal.store.Cancellation;
import clasp.journal.store.CancelledException;
import clasp.journal.store.CompactionAccess;
import clasp.journal.store.Compactor;
import clasp.journal.store.JournalAccess;
import clasp.journal.store.JournalException;
import clasp.journal.store.JournalReader;
import clasp.journal.store.LogReport;
import clasp.journal.store.Progress;
import clasp.journal.store.RestoreOutcome;
import clasp.journal.testing.Entries;
import clasp.journal.testing.JournalFiles;
import clasp.journal.testing.Mounts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// SQLite begins a log anew that it cannot read to its end as soon as somebody opens the journal for writing. What was
/// there is kept beside it then. Entries 1 to 40 are in the database, 41 to 60 in the log.
class KeptLogTest {
    private static final int IN_DATABASE = 40;
    private static final int ALL = 60;
    private static final int FRAME = 24 + 4_096;

    @TempDir
    Path folder;

    private Path file = Path.of("");
    private byte[] log = {};
    private byte[] index = {};

    @BeforeEach
    void crash() throws Exception {
        Path written = Files.createDirectory(folder.resolve("router")).resolve("written.db");
        Files.createDirectory(folder.resolve("left"));
        try (SqliteJournal journal = new SqliteJournals().create(written, null)) {
            journal.appendAll(Collections.nCopies(IN_DATABASE, Entries.set("/a", "1")));
        }
        try (SqliteJournal journal = new SqliteJournals().openForWriting(written, null)) {
            for (int i = IN_DATABASE; i < ALL; i++) {
                journal.append(Entries.set("/b", Integer.toString(i)));
            }
            file = Files.copy(written, folder.resolve("left/left.db"));
            log = Files.readAllBytes(written.resolveSibling("written.db-wal"));
            index = Files.readAllBytes(written.resolveSibling("written.db-shm"));
        }
    }

    /// What loses committed frames.
    enum Loss {
        HEADER,
        HEADER_KEPT_INDEX,
        FRAME,
        CUT,
        SHORTER,
        ALL_GONE
    }

    private void lose(Loss loss) throws IOException {
        switch (loss) {
            case HEADER -> leave(flipped(17), false);
            case HEADER_KEPT_INDEX -> leave(flipped(17), true);
            case FRAME -> leave(flipped(32 + 5 * FRAME + 100), false);
            case CUT -> leave(Arrays.copyOf(log, log.length - 2_000), false);
            case SHORTER -> leave(Arrays.copyOf(log, log.length - 9 * FRAME), true);
            case ALL_GONE -> leave(new byte[0], true);
        }
    }

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
                                "bytes, and 8192 are free",
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

    @Test
    void aBackupThatTakesThePlaceOfADamagedLogLeavesACopyOfIt() throws Exception {
        Path backup = JournalFiles.write(folder.resolve("backup.db"), List.of(Entries.set("/a", "1")));
        try (JournalReader journal = open(file)) {
            Compactor compactor = ((CompactionAccess.Available) journal.compaction()).compactor();
            lose(Loss.HEADER);
            RestoreOutcome outcome = compactor.restore(backup, Progress.NONE, Cancellation.none());
            assertThat(outcome.keptCopy()).contains(file.resolveSibling("left-damaged-log.db"));
            assertThat(outcome.notes())
                    .singleElement()
                    .asString()
                    .contains("header of the -wal file is damaged", file.resolveSibling("left-damaged-log.db") + "”");
        }
        assertThat(file.resolveSibling("left-damaged-log.db-wal")).hasBinaryContent(flipped(17));
    }

    @ParameterizedTest
    @EnumSource
    void whatCannotBeReadOfABackupIsSaidAndTheBackupStaysAsItIs(Loss loss) throws Exception {
        lose(loss);
        Map<String, byte[]> before = files();
        Path journalFile = JournalFiles.write(folder.resolve("journal.db"), List.of(Entries.set("/a", "1")));
        try (JournalReader journal = open(journalFile)) {
            RestoreOutcome outcome = compactor(journal).restore(file, Progress.NONE, Cancellation.none());
            assertThat(outcome.notes())
                    .singleElement()
                    .asString()
                    .contains(
                            "log of the backup is damaged", "of committed changes cannot be applied", "“" + file + "”");
            assertThat(outcome.keptCopy()).isEmpty();
            assertThat(journal.state().latestSeq()).isBetween((long) IN_DATABASE, ALL - 1L);
        }
        assertThat(files()).containsExactlyEntriesOf(before);
    }

    @Test
    void ofAWholeBackupNothingIsSaid() throws Exception {
        leave(log, true);
        Path journalFile = JournalFiles.write(folder.resolve("journal.db"), List.of(Entries.set("/a", "1")));
        try (JournalReader journal = open(journalFile)) {
            assertThat(compactor(journal)
                            .restore(file, Progress.NONE, Cancellation.none())
                            .notes())
                    .isEmpty();
            assertThat(journal.state().latestSeq()).isEqualTo(ALL);
        }
    }

    @Test
    void theCopyTellsHowFarItIsAndCanBeCancelledWithoutATrace() throws Exception {
        lose(Loss.HEADER);
        Map<String, byte[]> before = files();
        long total = before.values().stream().mapToLong(bytes -> bytes.length).sum();
        Cancellation cancellation = new Cancellation();
        List<Long> told = new ArrayList<>();
        assertThatThrownBy(() -> new SqliteJournals()
                        .openForWriting(
                                file,
                                null,
                                (done, of) -> {
                                    assertThat(of).isEqualTo(total);
                                    told.add(done);
                                    if (done > 0) {
                                        cancellation.cancel();
                                    }
                                },
                                cancellation))
                .isInstanceOf(CancelledException.class);
        assertThat(told).startsWith(0L).hasSize(2);
        assertThat(files()).containsExactlyEntriesOf(before);

        told.clear();
        new SqliteJournals()
                .openForWriting(file, null, (done, of) -> told.add(done), Cancellation.none())
                .close();
        assertThat(told).startsWith(0L).endsWith(total).isSorted();
    }

    @Test
    void whereNothingIsCopiedNothingIsToldOfIt() throws Exception {
        leave(log, true);
        List<Long> told = new ArrayList<>();
        new SqliteJournals()
                .openForWriting(file, null, (done, of) -> told.add(done), Cancellation.none())
                .close();
        assertThat(told).isEmpty();
    }

    /// A large journal takes long to copy: its table is there to be read meanwhile, and it can be opened once more.
    @Test
    void whileItIsCopiedTheJournalIsReadAndOpened() throws Exception {
        lose(Loss.HEADER);
        List<Long> read = new ArrayList<>();
        try (JournalReader journal = open(file);
                ExecutorService another = Executors.newSingleThreadExecutor()) {
            Progress reading = (done, of) -> {
                try {
                    read.add(another.submit(() -> journal.state().latestSeq()).get(1, TimeUnit.MINUTES));
                    read.add(another.submit(() -> latestSeq(file)).get(1, TimeUnit.MINUTES));
                } catch (InterruptedException | ExecutionException | TimeoutException e) {
                    throw new IllegalStateException(e);
                }
            };
            new SqliteJournals()
                    .openForWriting(file, null, reading, Cancellation.none())
                    .close();
        }
        assertThat(read).hasSizeGreaterThan(2).containsOnly((long) IN_DATABASE);
    }

    @Test
    void whileItIsCopiedNobodyElseBeginsToCopyIt() throws Exception {
        lose(Loss.HEADER);
        List<String> told = new ArrayList<>();
        try (ExecutorService another = Executors.newSingleThreadExecutor()) {
            Progress opening = (done, of) -> {
                try {
                    another.submit(() -> new SqliteJournals().openForWriting(file, null))
                            .get(1, TimeUnit.MINUTES);
                } catch (ExecutionException e) {
                    told.add(String.valueOf(e.getCause().getMessage()));
                } catch (InterruptedException | TimeoutException e) {
                    throw new IllegalStateException(e);
                }
            };
            new SqliteJournals()
                    .openForWriting(file, null, opening, Cancellation.none())
                    .close();
        }
        assertThat(told).isNotEmpty().allMatch(sentence -> sentence.contains("is being copied already"));
        assertThat(file.resolveSibling("left-damaged-log.db-wal")).hasBinaryContent(flipped(17));
        assertThat(files()).doesNotContainKey("left-damaged-log-2.db");
    }

    @Test
    void aJournalThatChangesWhileItIsCopiedIsNotOpenedForWritingAndNoCopyIsLeft() throws Exception {
        lose(Loss.HEADER);
        assertThatThrownBy(() -> new SqliteJournals()
                        .openForWriting(
                                file,
                                null,
                                (done, of) -> {
                                    if (done == of) {
                                        appendByte(file.resolveSibling("left.db-wal"));
                                    }
                                },
                                Cancellation.none()))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("changed while it was copied");
        assertThat(files()).containsOnlyKeys("left.db", "left.db-wal");
    }

    /// It is POSIX that drops all locks of a process on a file when it closes it.
    @Test
    void theCopyingDropsNoLockOfAReaderThatReadsBesideAWriterMeanwhile() throws Exception {
        lose(Loss.HEADER_KEPT_INDEX);
        try (ChildProcess writer = ChildProcess.start("append", file);
                Opened opened = new Opened()) {
            Progress beginning = (done, of) -> {
                if (done == of) {
                    opened.beside(writer);
                }
            };
            assertThatThrownBy(() -> new SqliteJournals().openForWriting(file, null, beginning, Cancellation.none()))
                    .hasMessageContaining("changed while it was copied");
            writer.kill();
            try (ChildProcess asked = ChildProcess.start("locks", file)) {
                assertThat(asked.answer()).isEqualTo("in use");
            }
        }
    }

    private final class Opened implements AutoCloseable {
        private final List<JournalReader> journals = new ArrayList<>();

        void beside(ChildProcess writer) {
            try {
                writer.step();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            JournalReader journal = open(file);
            journals.add(journal);
            assertThat(journal.info().access()).isEqualTo(JournalAccess.Plain.READ_ONLY_LIVE);
        }

        @Override
        public void close() {
            journals.forEach(JournalReader::close);
        }
    }

    private static void appendByte(Path to) {
        try {
            Files.write(to, new byte[1], StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long latestSeq(Path file) {
        try (JournalReader journal = open(file)) {
            return journal.state().latestSeq();
        }
    }

    private static Compactor compactor(JournalReader journal) {
        return ((CompactionAccess.Available) journal.compaction()).compactor();
    }

    @Test
    void aJournalOfWhichOnlyTheSharedMemoryTellsTheLossIsNotCompacted() throws Exception {
        lose(Loss.ALL_GONE);
        try (JournalReader journal = open(file)) {
            assertThat(journal.compaction()).isInstanceOf(CompactionAccess.Unavailable.class);
        }
    }

    private byte[] flipped(int at) {
        byte[] damaged = log.clone();
        damaged[at] ^= 0x10;
        return damaged;
    }

    private void leave(byte[] newLog, boolean withIndex) throws IOException {
        Files.write(file.resolveSibling("left.db-wal"), newLog);
        if (withIndex) {
            Files.write(file.resolveSibling("left.db-shm"), index);
        }
    }

    private List<String> notes() {
        try (SqliteJournal journal = new SqliteJournals().openForWriting(file, null)) {
            return journal.info().notes();
        }
    }

    private String note() {
        List<String> notes = notes();
        assertThat(notes).hasSize(1);
        return notes.getFirst();
    }

    private Map<String, byte[]> files() throws IOException {
        Map<String, byte[]> found = new TreeMap<>();
        try (Stream<Path> all = Files.list(file.resolveSibling(""))) {
            for (Path each : all.toList()) {
                found.put(each.getFileName().toString(), Files.readAllBytes(each));
            }
        }
        return found;
    }

    private static JournalReader open(Path file) {
        return new SqliteJournals().open(file, Progress.NONE, Cancellation.none());
    }

    private static LogReport report(Path file) {
        try (JournalReader journal = open(file)) {
            return journal.log(Cancellation.none()).orElseThrow();
        }
    }
}
