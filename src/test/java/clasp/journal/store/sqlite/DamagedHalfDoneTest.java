package clasp.journal.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clasp.journal.model.Entry;
import clasp.journal.model.SeqRange;
import clasp.journal.query.Filter;
import clasp.journal.store.Cancellation;
import clasp.journal.store.CompactionAccess;
import clasp.journal.store.Damage;
import clasp.journal.store.JournalReader;
import clasp.journal.store.MissingEntriesException;
import clasp.journal.store.Progress;
import clasp.journal.store.RestoreOutcome;
import clasp.journal.testing.DamagedFiles;
import clasp.journal.testing.JournalRows;
import clasp.journal.testing.SceneJournal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A file that was left in the middle of a change, which a `-journal` beside it undoes, and has lost a page besides.
class DamagedHalfDoneTest {
    private static final int ENTRIES = 4_000;
    private static final int PAGE = 4_096;

    @TempDir
    private Path folder;

    private final SqliteJournals journals = new SqliteJournals();
    private Path whole = Path.of("");
    private Path file = Path.of("");
    private Path beside = Path.of("");
    private List<Entry> all = List.of();

    @BeforeEach
    void leaveHalfDone() throws Exception {
        whole = SceneJournal.write(folder.resolve("whole.db"), ENTRIES);
        all = JournalRows.entries(whole);
        file = folder.resolve("show.db");
        beside = folder.resolve("show.db-journal");
        Path changed = Files.copy(whole, folder.resolve("changed.db"));
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + changed);
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA journal_mode = DELETE");
            statement.execute("PRAGMA cache_size = 2");
            statement.execute("BEGIN");
            statement.execute("UPDATE journal_entries SET address = '/changed/to/something/longer' WHERE seq <= 500");
            Files.copy(changed, file);
            Files.copy(folder.resolve("changed.db-journal"), beside);
            statement.execute("ROLLBACK");
        }
    }

    @Test
    void saysThatItIsDamagedWhereThatIsMetAndShowsWhatIsLeft() throws Exception {
        DamagedFiles.loseLeafWith("value-2000-", file);
        byte[] before = Files.readAllBytes(file);
        byte[] journalBefore = Files.readAllBytes(beside);
        try (JournalReader journal = open(file)) {
            assertThatThrownBy(() -> entries(journal)).isInstanceOf(MissingEntriesException.class);
            assertThat(journal.damage()).isEqualTo(Damage.MET);
        }
        try (JournalReader journal = journals.openLeft(file, Progress.NONE, Cancellation.none())) {
            assertAllButOnePage(entries(journal), 2_000);
            assertThat(journal.damage()).isEqualTo(Damage.SALVAGED);
            assertThat(journal.info().notes()).hasSize(2);
            assertThat(journal.info().notes().getFirst()).contains("undone", "-journal");
            assertThat(journal.info().notes().getLast()).startsWith("“show.db” is damaged.");
        }
        assertThat(file).hasBinaryContent(before);
        assertThat(beside).hasBinaryContent(journalBefore);
    }

    @Test
    void isOpenedWithWhatIsLeftWhereItDoesNotTellWhereItStands() throws Exception {
        DamagedFiles.loseLeafWith("value-" + ENTRIES + "-", file);
        try (JournalReader journal = open(file)) {
            assertThat(journal.damage()).isEqualTo(Damage.SALVAGED);
            assertAllButOnePage(entries(journal), ENTRIES);
        }
    }

    @Test
    void isCopiedWithWhatUndoesTheChangeBeforeABackupTakesItsPlace() throws Exception {
        DamagedFiles.loseLeafWith("value-2000-", file);
        byte[] before = Files.readAllBytes(file);
        byte[] journalBefore = Files.readAllBytes(beside);
        try (JournalReader journal = open(file)) {
            assertThatThrownBy(() -> entries(journal)).isInstanceOf(MissingEntriesException.class);
            var access = (CompactionAccess.OnlyRestore) journal.compaction();
            RestoreOutcome outcome = access.compactor().restore(whole, Progress.NONE, Cancellation.none());
            assertThat(entries(journal)).isEqualTo(all);
            assertThat(outcome.keptCopy().orElseThrow())
                    .hasFileName("show-damaged.db")
                    .hasBinaryContent(before);
        }
        assertThat(folder.resolve("show-damaged.db-journal")).hasBinaryContent(journalBefore);
        assertThat(beside).doesNotExist();
        try (JournalReader copy =
                journals.openLeft(folder.resolve("show-damaged.db"), Progress.NONE, Cancellation.none())) {
            assertAllButOnePage(entries(copy), 2_000);
        }
    }

    @Test
    void isNotTakenForACopyThatHasAnotherChangeBesideIt() throws Exception {
        DamagedFiles.loseLeafWith("value-" + ENTRIES + "-", file);
        byte[] journalBefore = Files.readAllBytes(beside);
        Files.copy(file, folder.resolve("show-damaged.db"));
        Files.write(folder.resolve("show-damaged.db-journal"), new byte[512]);
        try (JournalReader journal = open(file)) {
            var access = (CompactionAccess.OnlyRestore) journal.compaction();
            RestoreOutcome outcome = access.compactor().restore(whole, Progress.NONE, Cancellation.none());
            assertThat(outcome.keptCopy().orElseThrow()).hasFileName("show-damaged-2.db");
        }
        assertThat(folder.resolve("show-damaged-2.db-journal")).hasBinaryContent(journalBefore);
    }

    /// What undoes the change has it.
    @Test
    void isWholeAlsoWhereTheFirstPageIsLost() throws Exception {
        loseFirstPage();
        try (JournalReader journal = open(file)) {
            assertThat(entries(journal)).isEqualTo(all);
            assertThat(journal.damage()).isEqualTo(Damage.NONE);
            assertThat(journal.info().notes()).singleElement().asString().contains("undone", "-journal");
        }
    }

    @Test
    void showsWhatIsLeftAlsoWhereTheFirstPageIsLost() throws Exception {
        DamagedFiles.loseLeafWith("value-2000-", file);
        loseFirstPage();
        try (JournalReader journal = journals.openLeft(file, Progress.NONE, Cancellation.none())) {
            assertAllButOnePage(entries(journal), 2_000);
        }
    }

    /// As where the system had not written it yet.
    @Test
    void showsWhatIsLeftAlsoWhereNothingHasTheFirstPage() throws Exception {
        loseFirstPage();
        byte[] bytes = Files.readAllBytes(beside);
        Files.write(beside, Arrays.copyOf(bytes, 512));
        try (JournalReader journal = open(file)) {
            assertThat(journal.damage()).isEqualTo(Damage.SALVAGED);
            assertThat(entries(journal)).hasSizeGreaterThan(ENTRIES - 600).endsWith(all.getLast());
        }
    }

    private void loseFirstPage() throws Exception {
        byte[] bytes = Files.readAllBytes(file);
        Arrays.fill(bytes, 0, PAGE, (byte) 0);
        Files.write(file, bytes);
    }

    private JournalReader open(Path path) {
        return journals.open(path, Progress.NONE, Cancellation.none());
    }

    private static List<Entry> entries(JournalReader journal) {
        List<Entry> entries = new ArrayList<>();
        journal.scan(Filter.ALL, SeqRange.ALL, entries::add, Cancellation.none());
        return entries;
    }

    private void assertAllButOnePage(List<Entry> left, long lost) {
        assertThat(all).containsAll(left);
        assertThat(left).extracting(Entry::seq).doesNotContain(lost);
        assertThat(left).hasSizeBetween(ENTRIES - 100, ENTRIES - 2);
    }
}
