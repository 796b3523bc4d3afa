package clasp.journal.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clasp.journal.store.Cancellation;
import clasp.journal.store.CompactionAccess;
import clasp.journal.store.CompactionProgress;
import clasp.journal.store.Damage;
import clasp.journal.store.JournalReader;
import clasp.journal.store.MissingEntriesException;
import clasp.journal.store.RestoreOutcome;
import clasp.journal.testing.DamagedFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A file that was left in the middle of a change, which a `-journal` beside it undoes, and has lost a page besides.
class DamagedHalfDoneTest extends DamagedJournal {
    private static final int PAGE = 4_096;

    private Path beside = Path.of("");

    @BeforeEach
    void leaveHalfDone() throws Exception {
        beside = folder.resolve("show.db-journal");
        Path changed = Files.copy(whole, folder.resolve("changed.db"));
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + changed);
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA journal_mode = DELETE");
            statement.execute("PRAGMA cache_size = 2");
            statement.execute("BEGIN");
            statement.execute("UPDATE journal_entries SET address = '/changed/to/something/longer' WHERE seq <= 500");
            Files.copy(changed, file, StandardCopyOption.REPLACE_EXISTING);
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
        try (JournalReader journal = openLeft(file)) {
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
            RestoreOutcome outcome = access.compactor().restore(whole, CompactionProgress.NONE, Cancellation.none());
            assertThat(entries(journal)).isEqualTo(all);
            assertThat(outcome.keptCopy().orElseThrow())
                    .hasFileName("show-replaced.db")
                    .hasBinaryContent(before);
        }
        assertThat(folder.resolve("show-replaced.db-journal")).hasBinaryContent(journalBefore);
        assertThat(beside).doesNotExist();
        try (JournalReader copy = openLeft(folder.resolve("show-replaced.db"))) {
            assertAllButOnePage(entries(copy), 2_000);
        }
    }

    @Test
    void isNotTakenForACopyThatHasAnotherChangeBesideIt() throws Exception {
        DamagedFiles.loseLeafWith("value-" + ENTRIES + "-", file);
        byte[] journalBefore = Files.readAllBytes(beside);
        Files.copy(file, folder.resolve("show-replaced.db"));
        Files.write(folder.resolve("show-replaced.db-journal"), new byte[512]);
        try (JournalReader journal = open(file)) {
            var access = (CompactionAccess.OnlyRestore) journal.compaction();
            RestoreOutcome outcome = access.compactor().restore(whole, CompactionProgress.NONE, Cancellation.none());
            assertThat(outcome.keptCopy().orElseThrow()).hasFileName("show-replaced-2.db");
        }
        assertThat(folder.resolve("show-replaced-2.db-journal")).hasBinaryContent(journalBefore);
    }

    /// What undoes the change has it.
    @Test
    void isWholeAlsoWhereTheFirstPageIsLost() throws Exception {
        DamagedFiles.loseFirstPage(file);
        try (JournalReader journal = open(file)) {
            assertThat(entries(journal)).isEqualTo(all);
            assertThat(journal.damage()).isEqualTo(Damage.NONE);
            assertThat(journal.info().notes()).singleElement().asString().contains("undone", "-journal");
        }
    }

    @Test
    void showsWhatIsLeftAlsoWhereTheFirstPageIsLost() throws Exception {
        DamagedFiles.loseLeafWith("value-2000-", file);
        DamagedFiles.loseFirstPage(file);
        try (JournalReader journal = openLeft(file)) {
            assertAllButOnePage(entries(journal), 2_000);
        }
    }

    /// As where the system had not written it yet.
    @Test
    void showsWhatIsLeftAlsoWhereNothingHasTheFirstPage() throws Exception {
        DamagedFiles.loseFirstPage(file);
        byte[] bytes = Files.readAllBytes(beside);
        Files.write(beside, Arrays.copyOf(bytes, 512));
        try (JournalReader journal = open(file)) {
            assertThat(journal.damage()).isEqualTo(Damage.SALVAGED);
            assertThat(entries(journal)).hasSizeGreaterThan(ENTRIES - 600).endsWith(all.getLast());
        }
    }

    /// SQLite stops undoing there, and does not say so.
    @Test
    void isNotSaidToBeUndoneWhereWhatUndoesTheChangeIsDamagedItself() throws Exception {
        byte[] sound = Files.readAllBytes(beside);
        try (JournalReader journal = open(file)) {
            assertThat(entries(journal)).isEqualTo(all);
            assertThat(journal.info().notes()).singleElement().asString().contains("which is undone");
            assertThat(journal.info().incomplete()).isFalse();
        }
        // A byte of the first page that its sum is made of.
        byte[] flipped = sound.clone();
        flipped[512 + 4 + PAGE - 200] ^= 1;
        for (byte[] broken : List.of(Arrays.copyOf(sound, 2_000), flipped)) {
            Files.write(beside, broken);
            try (JournalReader journal = open(file)) {
                assertThat(journal.info().notes())
                        .first()
                        .asString()
                        .contains("may be undone only in part")
                        .doesNotContain("is undone");
                assertThat(journal.info().incomplete()).isTrue();
            }
        }
    }
}
