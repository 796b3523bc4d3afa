package clasp.journal.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import clasp.journal.model.Entry;
import clasp.journal.model.MsgType;
import clasp.journal.store.Cancellation;
import clasp.journal.store.JournalException;
import clasp.journal.store.JournalReader;
import clasp.journal.store.Progress;
import clasp.journal.testing.Entries;
import clasp.journal.testing.HostileBytes;
import clasp.journal.testing.HostileFiles;
import clasp.journal.testing.HostileRows;
import clasp.journal.testing.ReadingPaths;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A journal file is untrusted input: whatever is in it, it is read or refused in a sentence, nothing of it is run, and
/// it stays as it was. In each case by every way of reading.
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileFilesTest {
    @TempDir
    Path folder;

    private static Map<String, List<String>> corpus() {
        Map<String, List<String>> all = new TreeMap<>(HostileFiles.schemas());
        all.putAll(HostileRows.databases());
        return all;
    }

    static Stream<String> databases() {
        return corpus().keySet().stream();
    }

    static Stream<String> changedDatabases() {
        return HostileBytes.databases().keySet().stream();
    }

    static Stream<String> changedLogs() {
        return HostileBytes.logs().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void aHostileDatabaseIsReadOrRefusedAndStaysAsItWas(String what) throws Exception {
        Path file = folder.resolve("hostile.db");
        HostileFiles.make(file, corpus().get(what));
        readAndCompare(file);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void andAgainWithItsLastPageMissing(String what) throws Exception {
        Path file = folder.resolve("hostile.db");
        HostileFiles.make(file, corpus().get(what));
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, Math.max(600, whole.length - 5_000)));
        readAndCompare(file);
    }

    @ParameterizedTest
    @MethodSource("changedDatabases")
    void aDatabaseThatLiesAboutItsBytesIsReadOrRefused(String what) throws Exception {
        Path file = HostileFiles.sound(folder.resolve("hostile.db"));
        Files.write(file, HostileBytes.databases().get(what).apply(Files.readAllBytes(file)));
        readAndCompare(file);
    }

    @ParameterizedTest
    @MethodSource("changedLogs")
    void aLogThatIsNotWhatItSaysIsReadOrRefused(String what) throws Exception {
        Path file = crashed(folder.resolve("hostile.db"));
        Path log = folder.resolve("hostile.db-wal");
        Files.write(log, HostileBytes.logs().get(what).apply(Files.readAllBytes(log)));
        assertThat(readAndCompare(file)).as("what the database itself holds").isGreaterThan(20);
    }

    @Test
    void whatWouldRunTheFilesSqlIsRefused() throws Exception {
        for (String what : List.of("an endless view", "a view over a table like it", "a virtual table")) {
            Path file = folder.resolve(what + ".db");
            HostileFiles.make(file, corpus().get(what));
            refused(file, "would run what the file says");
        }
        Path generated = folder.resolve("generated.db");
        HostileFiles.make(generated, corpus().get("a generated column for the value"));
        refused(
                generated,
                "value_json is computed by a formula that would run what the file says. It is not read. Ask");
    }

    /// Without them the journal would seem to have no snapshot, and recovery would say so.
    @ParameterizedTest
    @CsvSource({
        "VIEW snapshots AS SELECT 1 AS id; 1 AS created_at; 1 AS seq_at; '[]' AS data_json, its snapshots is a view",
        "VIRTUAL TABLE snapshots USING fts5(id; created_at; seq_at; data_json), its snapshots is a virtual table",
        "TABLE snapshots(id INTEGER PRIMARY KEY; created_at; seq_at; data_json AS ('[]')),"
                + "'in its table snapshots, data_json is computed by a formula'",
        "TABLE Snapshots(id INTEGER PRIMARY KEY; created_at), 'its table snapshots has no column seq_at, data_json'",
    })
    void whatOnlyLooksLikeTheSnapshotsIsRefused(String made, String told) throws Exception {
        Path file = folder.resolve("other.db");
        HostileFiles.make(file, List.of(HostileFiles.PLAIN, HostileFiles.ROWS, "CREATE " + made.replace(';', ',')));
        refused(file, told);
        assertThatThrownBy(() -> new SqliteJournals().openForWriting(file, null))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining(told);
    }

    /// As a spreadsheet or `.import` makes it: SQLite would order the seqs as texts, and round numbers beyond 2^53.
    @ParameterizedTest
    @CsvSource({
        "seq TEXT PRIMARY KEY, INTEGER, INTEGER, seq TEXT",
        "seq INTEGER PRIMARY KEY, VARCHAR(20), DOUBLE, 'timestamp TEXT, revision REAL'",
    })
    void aTableThatKeepsNumbersOtherwiseIsRefusedWithWhatToDo(
            String seq, String timestamp, String revision, String told) throws Exception {
        Path file = folder.resolve("imported.db");
        HostileFiles.make(
                file,
                List.of(
                        "CREATE TABLE journal_entries(" + seq + ", timestamp " + timestamp
                                + ", author TEXT, address TEXT," + " signal_type TEXT, value_json TEXT, revision "
                                + revision + ", msg_type INTEGER)",
                        "INSERT INTO journal_entries VALUES (1, 2, 'a', '/a', 'param', '1', 9007199254740993, 33)"));
        refused(file, "keep numbers as texts or rounded (" + told + ")");
        refused(file, "Copy the rows into a table as CLASP declares it: seq INTEGER PRIMARY KEY");
    }

    /// SQLite keeps integers as they are in all of these.
    @ParameterizedTest
    @ValueSource(strings = {"", "INT", "BIGINT", "UNSIGNED BIG INT", "NUMERIC", "BLOB", "CHARINT", "DATETIME"})
    void otherNamesOfTypesThatKeepIntegersAreRead(String type) throws Exception {
        Path file = folder.resolve("other.db");
        HostileFiles.make(
                file,
                List.of(
                        "CREATE TABLE journal_entries(seq INTEGER PRIMARY KEY, timestamp " + type + ", author TEXT,"
                                + " address TEXT, signal_type TEXT, value_json TEXT, revision " + type
                                + ", msg_type " + type + ")",
                        "INSERT INTO journal_entries VALUES (1, 2, 'a', '/a', 'param', '1', 9007199254740993, 33)"));
        try (JournalReader journal = new SqliteJournals().open(file, Progress.NONE, Cancellation.none())) {
            assertThat(journal.entry(1))
                    .contains(new Entry(1, 2, "a", "/a", "param", "1", 9007199254740993L, MsgType.SET));
        }
    }

    @Test
    void triggersDoNotKeepAFileFromBeingReadButFromBeingWritten() throws Exception {
        Path file = folder.resolve("triggers.db");
        HostileFiles.make(file, corpus().get("triggers"));
        assertThat(ReadingPaths.tryAll(file)).isGreaterThan(20);
        assertThatThrownBy(() -> new SqliteJournals().openForWriting(file, null))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("trigger");
    }

    @Test
    void whatIsNoFileIsNotWaitedFor() throws Exception {
        refused(folder, "is a folder");
        refused(Files.createSymbolicLink(folder.resolve("loop"), Path.of("loop")), "loop");
        Path sound = HostileFiles.sound(folder.resolve("sound.db"));
        assertThat(ReadingPaths.tryAll(Files.createSymbolicLink(folder.resolve("link.db"), sound)))
                .isGreaterThan(20);
        refused(pipe(folder.resolve("pipe.db")), "neither a file nor a folder");
        Path device = Path.of("/dev/zero");
        assumeThat(device).exists();
        refused(device, "neither a file nor a folder");
    }

    @Test
    void aPipeInPlaceOfALogIsNotWaitedFor() throws Exception {
        for (String suffix : List.of("-wal", "-journal", "-shm")) {
            Path file = HostileFiles.sound(folder.resolve("a" + suffix + ".db"));
            Path beside = pipe(folder.resolve(file.getFileName() + suffix));
            refused(file, beside.getFileName().toString());
            assertThatThrownBy(() -> new SqliteJournals().openForWriting(file, null))
                    .isInstanceOf(JournalException.class)
                    .hasMessageContaining("Remove it");
        }
    }

    /// Returns how many ways of reading did not fail.
    private int readAndCompare(Path file) throws IOException {
        Map<String, byte[]> before = content();
        int read = ReadingPaths.tryAll(file);
        ReadingPaths.tryLeft(file);
        Map<String, byte[]> after = content();
        assertThat(after.keySet()).isEqualTo(before.keySet());
        before.forEach((name, bytes) ->
                assertThat(Arrays.equals(after.get(name), bytes)).as(name).isTrue());
        return read;
    }

    private Map<String, byte[]> content() throws IOException {
        Map<String, byte[]> content = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                content.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
        }
        return content;
    }

    /// A journal as a killed writer leaves it, with its newest entries in the log.
    private Path crashed(Path file) throws Exception {
        Path written =
                HostileFiles.sound(Files.createTempDirectory("clasp-test-").resolve("written.db"));
        Path log = written.resolveSibling("written.db-wal");
        try (SqliteJournal journal = new SqliteJournals().openForWriting(written, null)) {
            for (int i = 0; i < 40; i++) {
                journal.append(Entries.set("/late/" + i, "\"" + "x".repeat(200 * i) + "\""));
            }
            Files.copy(written, file);
            Files.copy(log, file.resolveSibling(file.getFileName() + "-wal"));
        }
        Files.delete(written);
        Files.delete(written.getParent());
        return file;
    }

    private static Path pipe(Path path) throws Exception {
        assumeThat(new ProcessBuilder("mkfifo", path.toString()).start().waitFor())
                .isZero();
        return path;
    }

    private static void refused(Path file, String reason) {
        assertThatThrownBy(() -> new SqliteJournals().open(file, Progress.NONE, Cancellation.none()))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining(reason);
    }
}
