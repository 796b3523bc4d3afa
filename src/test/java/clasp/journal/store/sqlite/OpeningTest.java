package clasp.journal.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import clasp.journal.query.Filter;
import clasp.journal.store.Cancellation;
import clasp.journal.store.JournalReader;
import clasp.journal.store.PageRequest;
import clasp.journal.store.Progress;
import clasp.journal.testing.Entries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Opening and reading leaves a file and its folder as they were, byte by byte.
class OpeningTest {
    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void write() {
        file = write(folder.resolve("journal.db"));
    }

    private static Path write(Path file) {
        try (SqliteJournal journal = new SqliteJournals().create(file, null)) {
            journal.appendAll(Collections.nCopies(500, Entries.set("/a", "1")));
        }
        return file;
    }

    @Test
    void aClosedJournalStaysAsItWas() throws Exception {
        Map<String, String> before = hashes(folder);
        try (JournalReader journal = open(file)) {
            readAll(journal, 500);
            assertThat(hashes(folder)).isEqualTo(before);
            assertThat(journal.info().access()).hasToString("read-only");
            assertThat(journal.info().notes()).isEmpty();
        }
        assertThat(hashes(folder)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"with space", "50%", "a%20b", "why?", "?mode=rwc", "no#1", "naïve 日本", "a&b=c;d", "'\"\\"})
    void aPathMayHoldAnyCharacter(String name) throws Exception {
        Path strange = Files.createDirectory(folder.resolve(name));
        Path inside = write(strange.resolve(name + ".db"));
        Map<String, String> before = hashes(strange);
        try (JournalReader journal = open(inside)) {
            readAll(journal, 500);
        }
        assertThat(hashes(strange)).isEqualTo(before).containsOnlyKeys(name + ".db");
    }

    @Test
    void aLinkIsFollowedToTheFileAndItsLog() throws Exception {
        Path link = Files.createSymbolicLink(
                Files.createDirectory(folder.resolve("links")).resolve("link.db"), file);
        try (ChildProcess writer = ChildProcess.start("append", file)) {
            writer.step();
            try (JournalReader journal = open(link)) {
                readAll(journal, 501);
            }
        }
    }

    @Test
    void aReadOnlyFolderIsNoHindrance() throws Exception {
        assertThat(folder.toFile().setWritable(false)).isTrue();
        try {
            Map<String, String> before = hashes(folder);
            try (JournalReader journal = open(file)) {
                readAll(journal, 500);
            }
            assertThat(hashes(folder)).isEqualTo(before);
        } finally {
            assertThat(folder.toFile().setWritable(true)).isTrue();
        }
    }

    @Test
    void aLiveWritersFilesStayAsTheyWereAndItsEntriesAppear() throws Exception {
        try (ChildProcess writer = ChildProcess.start("append", file)) {
            writer.step();
            Map<String, String> before = hashes(folder);
            assertThat(before).containsKeys("journal.db-wal", "journal.db-shm");
            try (JournalReader journal = open(file)) {
                readAll(journal, 501);
                assertThat(journal.info().access()).asString().contains("live");
                assertThat(hashes(folder)).isEqualTo(before);
                long version = journal.state().version();
                writer.step();
                readAll(journal, 502);
                assertThat(journal.state().version()).isNotEqualTo(version);
                before = hashes(folder);
            }
            assertThat(hashes(folder)).isEqualTo(before);
        }
    }

    @Test
    void aCrashedWritersFilesStayAsTheyWereAndNothingIsMissing() throws Exception {
        try (ChildProcess writer = ChildProcess.start("append", file)) {
            writer.step().step().kill();
        }
        Map<String, String> before = hashes(folder);
        assertThat(before).containsKey("journal.db-wal");
        try (JournalReader journal = open(file)) {
            readAll(journal, 502);
            assertThat(journal.info().access()).hasToString("private copy");
            assertThat(journal.info().notes()).singleElement().asString().contains("did not close");
            assertThat(hashes(folder)).isEqualTo(before);
        }
        assertThat(hashes(folder)).isEqualTo(before);
    }

    @Test
    void aRollbackFileThatWasOnlyKeptIsNoSignOfACrash() throws Exception {
        sql("PRAGMA journal_mode = PERSIST", "UPDATE journal_entries SET author = 'b' WHERE seq < 400");
        Map<String, String> before = hashes(folder);
        assertThat(before).containsKey("journal.db-journal");
        try (JournalReader journal = open(file)) {
            readAll(journal, 500);
            assertThat(journal.info().access()).hasToString("read-only");
            assertThat(journal.info().notes()).isEmpty();
        }
        assertThat(hashes(folder)).isEqualTo(before);
    }

    @Test
    void aChangeThatWasBrokenOffIsUndoneInACopy() throws Exception {
        sql("PRAGMA journal_mode = DELETE");
        Path crashed = Files.createDirectory(folder.resolve("crashed"));
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA cache_size = 2");
            statement.execute("BEGIN");
            statement.execute("UPDATE journal_entries SET address = '/changed/to/something/longer'");
            Files.copy(file, crashed.resolve("journal.db"));
            Files.copy(folder.resolve("journal.db-journal"), crashed.resolve("journal.db-journal"));
            statement.execute("ROLLBACK");
        }
        Map<String, String> before = hashes(crashed);
        try (JournalReader journal = open(crashed.resolve("journal.db"))) {
            readAll(journal, 500);
            assertThat(journal.entry(1).orElseThrow().address()).isEqualTo("/a");
            assertThat(journal.info().notes()).singleElement().asString().contains("undone", "-journal");
        }
        assertThat(hashes(crashed)).isEqualTo(before);
    }

    @Test
    @Timeout(60)
    void aStrangersPipeInTheTemporaryFolderIsNotWaitedFor() throws Exception {
        Path planted = Files.createTempDirectory("clasp-journal-copy-");
        try {
            Path pipe = planted.resolve(".clasp-in-use");
            assumeTrue(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0);
            try (ChildProcess writer = ChildProcess.start("append", file)) {
                writer.step().kill();
            }
            try (JournalReader journal = open(file)) {
                readAll(journal, 501);
            }
            assertThat(pipe).exists();
            Files.delete(pipe);
        } finally {
            Files.delete(planted);
        }
    }

    private void sql(String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    @Test
    void aJournalThatGetsAWriterWhileItIsOpenFollowsIt() throws Exception {
        try (JournalReader journal = open(file);
                ChildProcess writer = ChildProcess.start("append", file)) {
            readAll(journal, 500);
            long version = journal.state().version();
            writer.step();
            readAll(journal, 501);
            assertThat(journal.state().version()).isNotEqualTo(version);
            writer.step();
            readAll(journal, 502);
            writer.kill();
            readAll(journal, 502);
        }
        try (JournalReader again = open(file)) {
            readAll(again, 502);
        }
    }

    @Test
    void aWriterThatComesAndGoesBetweenTwoLooksIsNoticed() throws Exception {
        try (JournalReader journal = open(file)) {
            readAll(journal, 500);
            try (ChildProcess writer = ChildProcess.start("append", file)) {
                writer.step().end();
            }
            assertThat(folder.resolve("journal.db-wal")).doesNotExist();
            readAll(journal, 501);
            assertThat(journal.info().access()).hasToString("read-only");
        }
    }

    @Test
    void noPrivateCopyStaysBehind() throws Exception {
        try (ChildProcess writer = ChildProcess.start("append", file)) {
            writer.step().kill();
        }
        Path copy;
        try (SqliteSource source = new SqliteSource(JournalFile.existing(file), Progress.NONE, Cancellation.none())) {
            copy = source.access().database().path().getParent();
            assertThat(copy).isDirectory();
        }
        assertThat(copy).doesNotExist();
    }

    private static JournalReader open(Path file) {
        return new SqliteJournals().open(file, Progress.NONE, Cancellation.none());
    }

    private static void readAll(JournalReader journal, int entries) {
        assertThat(journal.count(Filter.ALL, Progress.NONE, Cancellation.none()))
                .isEqualTo(entries);
        assertThat(journal.page(PageRequest.backward(Filter.ALL, Long.MAX_VALUE, 1_000), Cancellation.none()))
                .hasSize(entries);
        assertThat(journal.state().latestSeq()).isEqualTo(entries);
    }

    private static Map<String, String> hashes(Path folder) throws IOException, NoSuchAlgorithmException {
        Map<String, String> hashes = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path path : files.filter(Files::isRegularFile).toList()) {
                byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(path));
                hashes.put(path.getFileName().toString(), HexFormat.of().formatHex(hash));
            }
        }
        return hashes;
    }
}
