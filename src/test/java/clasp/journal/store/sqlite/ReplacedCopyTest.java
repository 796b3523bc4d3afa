package clasp.journal.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clasp.journal.model.Entry;
import clasp.journal.store.Cancellation;
import clasp.journal.store.CancelledException;
import clasp.journal.store.CompactionAccess;
import clasp.journal.store.CompactionProgress;
import clasp.journal.store.CompactionStep;
import clasp.journal.store.Compactor;
import clasp.journal.store.JournalException;
import clasp.journal.store.JournalReader;
import clasp.journal.store.Progress;
import clasp.journal.store.RestoreOutcome;
import clasp.journal.testing.Entries;
import clasp.journal.testing.JournalRows;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Nothing of a journal is lost when a backup takes its place.
class ReplacedCopyTest {
    @TempDir
    private Path folder = Path.of("");

    private final SqliteJournals journals = new SqliteJournals();
    private Path backup = Path.of("");
    private Path file = Path.of("");

    @BeforeEach
    void write() throws IOException {
        file = folder.resolve("show.db");
        try (SqliteJournal journal = journals.create(file, null)) {
            journal.append(Entries.set("/a", "1"));
        }
        backup = Files.copy(file, folder.resolve("backup.db"));
        try (SqliteJournal journal = journals.openForWriting(file, null)) {
            journal.append(Entries.set("/since", "\"the backup\""));
        }
    }

    @Test
    void whatWasAddedSinceTheBackupStandsInTheCopy() throws Exception {
        byte[] before = Files.readAllBytes(file);
        Path copy = restore(backup).keptCopy().orElseThrow();
        assertThat(copy).hasFileName("show-replaced.db").hasBinaryContent(before);
        assertThat(addresses(file)).containsExactly("/a");
        assertThat(addresses(copy)).containsExactly("/a", "/since");
    }

    @Test
    void nothingNeedsToBeKnownAboutAJournalThatIsWhole() {
        assertThat(restore(backup).notes()).isEmpty();
    }

    @Test
    void theCopyIsABackupWithWhichAllIsAsBefore() {
        Path copy = restore(backup).keptCopy().orElseThrow();
        Path second = restore(copy).keptCopy().orElseThrow();
        assertThat(addresses(file)).containsExactly("/a", "/since");
        assertThat(second).hasFileName("show-replaced-2.db");
        assertThat(addresses(second)).containsExactly("/a");
    }

    @Test
    void whatIsKeptAlreadyIsNotKeptTwice() {
        Path copy = restore(backup).keptCopy().orElseThrow();
        restore(copy);
        assertThat(restore(backup).keptCopy()).contains(copy);
    }

    @Test
    void theLogOfACrashedWriterIsKeptToo() throws Exception {
        Path crashed = crashed();
        byte[] log = Files.readAllBytes(crashed.resolveSibling("crashed.db-wal"));
        file = crashed;
        Path copy = restore(backup).keptCopy().orElseThrow();
        assertThat(crashed.resolveSibling("crashed.db-wal")).doesNotExist();
        assertThat(addresses(crashed)).containsExactly("/a");
        assertThat(copy.resolveSibling("crashed-replaced.db-wal")).hasBinaryContent(log);
        assertThat(addresses(copy)).containsExactly("/a", "/since", "/late");
    }

    /// Nobody has read the page since, and SQLite takes no log into such a file.
    @Test
    void damageThatNobodyHasMetIsKeptAsItIs() throws Exception {
        file = crashed();
        byte[] bytes = Files.readAllBytes(file);
        Arrays.fill(bytes, 100, 108, (byte) 0);
        try (JournalReader journal = journals.open(file, Progress.NONE, Cancellation.none())) {
            Files.write(file, bytes);
            RestoreOutcome outcome = compactor(journal).restore(backup, CompactionProgress.NONE, Cancellation.none());
            assertThat(outcome.keptCopy().orElseThrow()).hasBinaryContent(bytes);
        }
        assertThat(addresses(file)).containsExactly("/a");
        assertThat(file.resolveSibling("crashed.db-wal")).doesNotExist();
    }

    @Test
    void bothCopiesAndTheLookAtTheBackupTellHowFarTheyAre() {
        Set<CompactionStep> told = EnumSet.noneOf(CompactionStep.class);
        try (JournalReader journal = journals.open(file, Progress.NONE, Cancellation.none())) {
            compactor(journal).restore(backup, (step, done, total) -> told.add(step), Cancellation.none());
        }
        assertThat(told)
                .containsExactlyInAnyOrder(
                        CompactionStep.RESTORING, CompactionStep.CHECKING_BACKUP, CompactionStep.KEEPING);
    }

    @Test
    void cancelledWhileItIsKeptTheJournalIsAsItWas() throws Exception {
        byte[] before = Files.readAllBytes(file);
        Cancellation cancellation = new Cancellation();
        try (JournalReader journal = journals.open(file, Progress.NONE, Cancellation.none())) {
            CompactionProgress meanwhile = (step, done, total) -> {
                if (step == CompactionStep.KEEPING) {
                    cancellation.cancel();
                }
            };
            assertThatThrownBy(() -> compactor(journal).restore(backup, meanwhile, cancellation))
                    .isInstanceOf(CancelledException.class);
        }
        assertThat(file).hasBinaryContent(before);
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("show.db", "backup.db");
    }

    /// Both copy it, the second one faster.
    @Test
    void ofTwoProgramsThatRestoreItAtOnceOneIsTold() throws Exception {
        byte[] before = Files.readAllBytes(file);
        Path other = folder.resolve("other.db");
        try (SqliteJournal journal = journals.create(other, null)) {
            journal.append(Entries.set("/other", "1"));
        }
        List<String> answers = new ArrayList<>();
        try (ChildProcess program = ChildProcess.start("restore", file);
                JournalReader journal = journals.open(file, Progress.NONE, Cancellation.none())) {
            CompactionProgress meanwhile = (step, done, total) -> {
                if (step == CompactionStep.KEEPING && total > 0 && answers.isEmpty()) {
                    program.begin();
                    answers.add(answer(program));
                }
            };
            assertThatThrownBy(() -> compactor(journal).restore(other, meanwhile, Cancellation.none()))
                    .hasMessageStartingWith("“show.db” changed while it was copied.");
        }
        assertThat(answers).containsExactly("restored");
        assertThat(file).hasSameBinaryContentAs(backup);
        assertThat(folder.resolve("show-replaced.db")).hasBinaryContent(before);
        assertThat(folder.toFile().list())
                .containsExactlyInAnyOrder("show.db", "backup.db", "other.db", "show-replaced.db");
    }

    /// SQLite keeps such a file, with its header wiped, and undoes nothing by it.
    @Test
    void aRollbackJournalThatIsOverDoesNotMatter() throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA journal_mode = DELETE");
            statement.execute("PRAGMA journal_mode = PERSIST");
            statement.execute("DELETE FROM journal_entries WHERE seq = 1");
        }
        assertThat(folder.resolve("show.db-journal")).isNotEmptyFile();
        Path copy = restore(backup).keptCopy().orElseThrow();
        assertThat(addresses(file)).containsExactly("/a");
        assertThat(addresses(copy)).containsExactly("/since");
        assertThat(folder.resolve("show.db-journal")).doesNotExist();
    }

    /// A router that is started just then.
    @Test
    void whoOpensItWhileItIsKeptLosesNothing() throws Exception {
        file = crashed();
        List<SqliteJournal> router = new ArrayList<>();
        CompactionProgress meanwhile = (step, done, total) -> {
            if (step == CompactionStep.KEEPING && total > 0 && router.isEmpty()) {
                SqliteJournal opened = journals.openForWriting(file, null);
                router.add(opened);
                opened.append(Entries.set("/router", "1"));
            }
        };
        try (JournalReader journal = journals.open(file, Progress.NONE, Cancellation.none())) {
            Compactor compactor = compactor(journal);
            assertThatThrownBy(() -> compactor.restore(backup, meanwhile, Cancellation.none()))
                    .isInstanceOf(JournalException.class);
        } finally {
            router.forEach(SqliteJournal::close);
        }
        assertThat(addresses(file)).containsExactly("/a", "/since", "/late", "/router");
    }

    private static String answer(ChildProcess program) {
        try {
            return program.answer();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// As a writer leaves it that is killed.
    private Path crashed() throws IOException {
        Path crashed = folder.resolve("crashed.db");
        try (SqliteJournal journal = journals.openForWriting(file, null)) {
            journal.append(Entries.set("/late", "\"in the log\""));
            Files.copy(file, crashed);
            Files.copy(folder.resolve("show.db-wal"), folder.resolve("crashed.db-wal"));
        }
        return crashed;
    }

    private RestoreOutcome restore(Path from) {
        try (JournalReader journal = journals.open(file, Progress.NONE, Cancellation.none())) {
            return compactor(journal).restore(from, CompactionProgress.NONE, Cancellation.none());
        }
    }

    private List<String> addresses(Path of) {
        return JournalRows.entries(of).stream().map(Entry::address).toList();
    }

    private static Compactor compactor(JournalReader journal) {
        return ((CompactionAccess.Available) journal.compaction()).compactor();
    }
}
