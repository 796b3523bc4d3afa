package clasp.journal.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clasp.journal.store.Cancellation;
import clasp.journal.store.CompactionAccess;
import clasp.journal.store.CompactionProgress;
import clasp.journal.store.Compactor;
import clasp.journal.store.JournalException;
import clasp.journal.store.JournalReader;
import clasp.journal.store.Progress;
import clasp.journal.testing.DamagedFiles;
import clasp.journal.testing.SceneJournal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two tabs, or two programs, put a backup in the place of one damaged journal: only one of them at a time.
class RestoredTwiceTest {
    @TempDir
    private Path folder;

    private final SqliteJournals journals = new SqliteJournals();
    private Path whole = Path.of("");
    private Path file = Path.of("");

    @BeforeEach
    void write() throws Exception {
        whole = SceneJournal.write(folder.resolve("whole.db"), 2_000);
        file = Files.copy(whole, folder.resolve("show.db"));
        DamagedFiles.loseLeafWith("value-2000-", file);
    }

    @Test
    void theOtherTabIsToldToWait() throws Exception {
        byte[] damaged = Files.readAllBytes(file);
        List<String> told = new ArrayList<>();
        try (JournalReader one = open();
                JournalReader other = open();
                ExecutorService another = Executors.newSingleThreadExecutor()) {
            Compactor inOther = compactor(other);
            CompactionProgress meanwhile = (step, done, of) -> {
                try {
                    another.submit(() -> inOther.restore(whole, CompactionProgress.NONE, Cancellation.none()))
                            .get(1, TimeUnit.MINUTES);
                    told.add("restored");
                } catch (ExecutionException e) {
                    told.add(String.valueOf(e.getCause().getMessage()));
                } catch (InterruptedException | TimeoutException e) {
                    throw new IllegalStateException(e);
                }
            };
            compactor(one).restore(whole, meanwhile, Cancellation.none());
        }
        assertThat(told).isNotEmpty().allMatch(sentence -> sentence.contains("show.db” is being"));
        assertThat(file).hasSameBinaryContentAs(whole);
        assertThat(folder.resolve("show-replaced.db")).hasBinaryContent(damaged);
        assertThat(folder.resolve("show-replaced-2.db")).doesNotExist();
    }

    @Test
    void whatAnotherProgramHasClaimedIsNotReplaced() throws Exception {
        byte[] damaged = Files.readAllBytes(file);
        try (JournalReader journal = open();
                ChildProcess other = ChildProcess.start("holdClaim", file)) {
            Compactor compactor = compactor(journal);
            assertThat(other.answer()).isEqualTo("claimed");
            assertThatThrownBy(() -> compactor.restore(whole, CompactionProgress.NONE, Cancellation.none()))
                    .hasMessageStartingWith("“show.db” is being written or restored already");
            assertThat(file).hasBinaryContent(damaged);
        }
        try (JournalReader journal = open()) {
            compactor(journal).restore(whole, CompactionProgress.NONE, Cancellation.none());
        }
        assertThat(file).hasSameBinaryContentAs(whole);
    }

    /// After the last look whether somebody has it open. SQLite can still write where it is not damaged.
    @Test
    void whoWritesIntoADamagedJournalJustThenLosesNothing() throws Exception {
        try (Connection router = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = router.createStatement();
                JournalBackup.Prepared prepared = new JournalBackup(JournalFile.existing(file))
                        .prepareRestore(whole, Progress.NONE, Cancellation.none())) {
            statement.execute("BEGIN IMMEDIATE");
            statement.execute("CREATE TABLE router AS SELECT 1 AS sets");
            assertThatThrownBy(() -> prepared.putInPlace(true, () -> {}))
                    .isInstanceOf(JournalException.class)
                    .hasMessageStartingWith("“show.db” cannot be locked");
            statement.execute("COMMIT");
            try (ResultSet row = statement.executeQuery("SELECT sets FROM router")) {
                assertThat(row.getInt(1)).isEqualTo(1);
            }
        }
        assertThat(Files.size(file)).isGreaterThanOrEqualTo(Files.size(whole));
    }

    private JournalReader open() {
        return journals.open(file, Progress.NONE, Cancellation.none());
    }

    private static Compactor compactor(JournalReader journal) {
        return ((CompactionAccess.OnlyRestore) journal.compaction()).compactor();
    }
}
