package clasp.journal.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clasp.journal.store.Cancellation;
import clasp.journal.store.CompactionAccess;
import clasp.journal.store.CompactionProgress;
import clasp.journal.store.Damage;
import clasp.journal.store.JournalException;
import clasp.journal.store.JournalReader;
import clasp.journal.store.RestoreOutcome;
import clasp.journal.testing.Entries;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// A file that cannot be opened: a backup takes its place all the same, and all of it is kept.
class UnopenedTest extends DamagedJournal {
    @Test
    void nothingIsKnownOfItUntilABackupHasTakenItsPlace() throws Exception {
        Files.write(file, new byte[100_000]);
        assertThatThrownBy(() -> open(file)).isInstanceOf(JournalException.class);
        try (JournalReader journal = journals.unopened(file)) {
            assertThat(journal.info().name()).isEqualTo("show.db");
            assertThat(journal.info().path()).hasValue(file.toRealPath());
            assertThat(journal.state().isEmpty()).isTrue();
            assertThat(journal.damage()).isEqualTo(Damage.MET);
            var access = (CompactionAccess.OnlyRestore) journal.compaction();
            assertThat(access.reason())
                    .isEqualTo(
                            "“show.db” cannot be opened, so it cannot be compacted." + " A backup can take its place.");
            RestoreOutcome outcome = access.compactor().restore(whole, CompactionProgress.NONE, Cancellation.none());
            assertThat(outcome.keptCopy().orElseThrow())
                    .hasFileName("show-replaced.db")
                    .hasBinaryContent(new byte[100_000]);
            assertThat(journal.state().latestSeq()).isEqualTo(ENTRIES);
            assertThat(journal.damage()).isEqualTo(Damage.NONE);
            assertThat(entries(journal)).isEqualTo(all);
            assertThat(journal.compaction()).isInstanceOf(CompactionAccess.Available.class);
        }
    }

    /// What its log holds can be taken into nothing.
    @Test
    void itsDamagedLogIsKeptWithIt() throws Exception {
        Path crashed = folder.resolve("crashed.db");
        try (SqliteJournal journal = journals.openForWriting(file, KEY)) {
            journal.append(Entries.set("/late", "\"in the log\""));
            byte[] log = Files.readAllBytes(folder.resolve("show.db-wal"));
            log[40] ^= 1;
            Files.write(folder.resolve("crashed.db-wal"), log);
            Files.write(crashed, new byte[100_000]);
        }
        byte[] log = Files.readAllBytes(folder.resolve("crashed.db-wal"));
        try (JournalReader journal = journals.unopened(crashed)) {
            var access = (CompactionAccess.OnlyRestore) journal.compaction();
            Path kept = access.compactor()
                    .restore(whole, CompactionProgress.NONE, Cancellation.none())
                    .keptCopy()
                    .orElseThrow();
            assertThat(kept).hasBinaryContent(new byte[100_000]);
            assertThat(kept.resolveSibling(kept.getFileName() + "-wal")).hasBinaryContent(log);
            assertThat(entries(journal)).isEqualTo(all);
            assertThat(folder.resolve("crashed.db-wal")).doesNotExist();
        }
    }

    @Test
    void whatIsNoBackupTakesNoPlace() throws Exception {
        Files.write(file, new byte[100_000]);
        Path none = Files.writeString(folder.resolve("none.db"), "Dear diary");
        try (JournalReader journal = journals.unopened(file)) {
            var access = (CompactionAccess.OnlyRestore) journal.compaction();
            assertThatThrownBy(() -> access.compactor().restore(none, CompactionProgress.NONE, Cancellation.none()))
                    .isInstanceOf(JournalException.class);
        }
        assertThat(file).hasBinaryContent(new byte[100_000]);
        assertThat(folder.resolve("show-replaced.db")).doesNotExist();
    }

    @Test
    void whereThereIsNoFileThatIsSaid() {
        assertThatThrownBy(() -> journals.unopened(folder.resolve("absent.db")))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("absent.db");
    }
}
