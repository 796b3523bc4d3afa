package clasp.journal.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clasp.journal.store.Cancellation;
import clasp.journal.store.CompactionAccess;
import clasp.journal.store.CompactionOrder;
import clasp.journal.store.CompactionProgress;
import clasp.journal.store.Compactor;
import clasp.journal.store.Damage;
import clasp.journal.store.JournalException;
import clasp.journal.store.JournalReader;
import clasp.journal.store.Progress;
import clasp.journal.store.RestoreOutcome;
import clasp.journal.testing.DamagedFiles;
import clasp.journal.testing.Entries;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/// A journal that has lost a page is not compacted; a backup can take its place, and it is copied before.
class DamagedCompactionTest extends DamagedJournal {
    @Test
    void damageIsNotForgottenWhenTheFileIsLookedAtForCompaction() throws Exception {
        DamagedFiles.loseLeafWith("value-2000-", file);
        try (JournalReader journal = open(file)) {
            assertThatThrownBy(() -> entries(journal)).isInstanceOf(JournalException.class);
            for (int time = 1; time <= 2; time++) {
                assertThat(journal.compaction()).isInstanceOf(CompactionAccess.OnlyRestore.class);
                assertThat(journal.state().latestSeq()).isEqualTo(ENTRIES);
                assertThat(journal.damage()).isEqualTo(Damage.MET);
            }
        }
    }

    @Test
    void whatIsDamagedWhereNobodyHasReadIsNotCompactedEither() throws Exception {
        DamagedFiles.loseLeafWith("value-2000-", file);
        byte[] before = Files.readAllBytes(file);
        try (JournalReader journal = open(file)) {
            Compactor compactor = ((CompactionAccess.Available) journal.compaction()).compactor();
            Path backup = folder.resolve("backup.db");
            assertThatThrownBy(() -> compactor.compact(
                            new CompactionOrder(1_000, backup, false, true, false),
                            CompactionProgress.NONE,
                            Cancellation.none()))
                    .hasMessageStartingWith("“show.db” is damaged, and compacting it could lose more.");
            assertThat(backup).doesNotExist();
            assertThat(journal.damage()).isEqualTo(Damage.MET);
        }
        assertThat(file).hasBinaryContent(before);
    }

    @Test
    void itIsNotCompactedButABackupTakesItsPlace() throws Exception {
        DamagedFiles.loseLeafWith("value-" + ENTRIES + "-", file);
        try (JournalReader journal = open(file)) {
            var access = (CompactionAccess.OnlyRestore) journal.compaction();
            assertThat(access.reason()).startsWith("“show.db” is damaged, and compacting it could lose more.");
            byte[] before = Files.readAllBytes(file);
            RestoreOutcome outcome = access.compactor().restore(whole, CompactionProgress.NONE, Cancellation.none());
            assertThat(entries(journal)).isEqualTo(all);
            Path kept = outcome.keptCopy().orElseThrow();
            assertThat(kept).hasFileName("show-replaced.db").hasBinaryContent(before);
            assertThat(outcome.notes())
                    .singleElement()
                    .asString()
                    .startsWith("The journal that was replaced is damaged.")
                    .doesNotContain(kept.toString());
            assertThat(journal.damage()).isEqualTo(Damage.NONE);
            assertThat(journal.compaction()).isInstanceOf(CompactionAccess.Available.class);
        }
    }

    /// What its log holds cannot even be taken in.
    @Test
    void aBackupTakesThePlaceOfADamagedOneWithALogToo() throws Exception {
        Path crashed = folder.resolve("crashed.db");
        byte[] bytes = Files.readAllBytes(file);
        Arrays.fill(bytes, (rootOfAddressIndex() - 1) * 4096, rootOfAddressIndex() * 4096, (byte) 0);
        try (SqliteJournal journal = journals.openForWriting(file, KEY)) {
            journal.append(Entries.set("/late", "\"in the log\""));
            Files.write(crashed, bytes);
            Files.copy(folder.resolve("show.db-wal"), folder.resolve("crashed.db-wal"));
        }
        try (JournalReader journal = open(crashed)) {
            assertThatThrownBy(() -> journal.addresses(Progress.NONE, Cancellation.none()))
                    .isInstanceOf(JournalException.class);
            var access = (CompactionAccess.OnlyRestore) journal.compaction();
            RestoreOutcome outcome = access.compactor().restore(whole, CompactionProgress.NONE, Cancellation.none());
            assertThat(entries(journal)).isEqualTo(all);
            assertThat(outcome.keptCopy().orElseThrow()).hasBinaryContent(bytes);
            assertThat(folder.resolve("crashed-replaced.db-wal")).exists();
            assertThat(folder.resolve("crashed.db-wal")).doesNotExist();
        }
    }
}
