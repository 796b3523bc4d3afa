package clasp.journal.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.store.Cancellation;
import clasp.journal.store.CompactionAccess;
import clasp.journal.store.CompactionProgress;
import clasp.journal.store.Compactor;
import clasp.journal.store.JournalReader;
import clasp.journal.store.RestoreOutcome;
import clasp.journal.testing.Entries;
import clasp.journal.testing.JournalFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What a damaged log means when a backup takes the place of its journal, or when it is the log of the backup.
class RestoredLogTest extends CrashedLog {
    @Test
    void aBackupThatTakesThePlaceOfADamagedLogLeavesACopyOfIt() throws Exception {
        Path backup = JournalFiles.write(folder.resolve("backup.db"), List.of(Entries.set("/a", "1")));
        try (JournalReader journal = open(file)) {
            Compactor compactor = ((CompactionAccess.Available) journal.compaction()).compactor();
            lose(Loss.HEADER);
            RestoreOutcome outcome = compactor.restore(backup, CompactionProgress.NONE, Cancellation.none());
            assertThat(outcome.keptCopy()).contains(file.resolveSibling("left-replaced.db"));
            assertThat(outcome.notes())
                    .singleElement()
                    .asString()
                    .contains("header of the -wal file is damaged")
                    .doesNotContain("left-replaced.db");
        }
        assertThat(file.resolveSibling("left-replaced.db-wal")).hasBinaryContent(flipped(17));
    }

    @ParameterizedTest
    @EnumSource
    void whatCannotBeReadOfABackupIsSaidAndTheBackupStaysAsItIs(Loss loss) throws Exception {
        lose(loss);
        Map<String, byte[]> before = files();
        Path journalFile = JournalFiles.write(folder.resolve("journal.db"), List.of(Entries.set("/a", "1")));
        try (JournalReader journal = open(journalFile)) {
            RestoreOutcome outcome = compactor(journal).restore(file, CompactionProgress.NONE, Cancellation.none());
            assertThat(outcome.notes())
                    .singleElement()
                    .asString()
                    .contains(
                            "log of the backup is damaged", "of committed changes cannot be applied", "“" + file + "”");
            assertThat(outcome.keptCopy()).contains(folder.resolve("journal-replaced.db"));
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
                            .restore(file, CompactionProgress.NONE, Cancellation.none())
                            .notes())
                    .isEmpty();
            assertThat(journal.state().latestSeq()).isEqualTo(ALL);
        }
    }

    private static Compactor compactor(JournalReader journal) {
        return ((CompactionAccess.Available) journal.compaction()).compactor();
    }

    @Test
    void aJournalOfWhichOnlyTheSharedMemoryTellsTheLossIsNotCompacted() throws Exception {
        lose(Loss.ALL_GONE);
        try (JournalReader journal = open(file)) {
            assertThat(journal.compaction()).isInstanceOf(CompactionAccess.OnlyRestore.class);
        }
    }
}
