package clasp.journal.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.recovery.FaultyJournal.Planted;
import clasp.journal.store.Cancellation;
import clasp.journal.store.JournalReader;
import clasp.journal.store.Progress;
import clasp.journal.store.sqlite.SqliteJournals;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Faults in snapshots and logs of real files, at random places: each is found where it was planted, and nothing else,
/// by whoever opens the file.
class SeededFilesTest {
    private static final int FILES = 12;

    @ParameterizedTest
    @EnumSource(FaultyFile.LogFault.class)
    void everyFaultOfAFileIsFoundAtItsSeqAndNothingElse(FaultyFile.LogFault fault, @TempDir Path folder)
            throws Exception {
        for (long seed = 1; seed <= FILES; seed++) {
            Path file = folder.resolve(seed + ".db");
            List<Planted> planted = FaultyFile.write(file, 100 * fault.ordinal() + seed, fault);

            assertThat(found(file)).as("seed %s", seed).containsExactlyInAnyOrderElementsOf(planted);
        }
    }

    private static List<Planted> found(Path file) {
        try (JournalReader journal = new SqliteJournals().open(file, Progress.NONE, Cancellation.none())) {
            return Planted.foundIn(journal);
        }
    }
}
