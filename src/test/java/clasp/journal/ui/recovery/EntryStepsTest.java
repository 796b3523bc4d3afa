package clasp.journal.ui.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.model.Entry;
import clasp.journal.query.Filter;
import clasp.journal.store.Cancellation;
import clasp.journal.store.JournalReader;
import clasp.journal.store.Progress;
import clasp.journal.store.sqlite.SqliteJournals;
import clasp.journal.testing.DamagedFiles;
import clasp.journal.testing.SceneJournal;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Moves of the cursor go on behind what is damaged.
class EntryStepsTest {
    @TempDir
    private Path folder;

    @Test
    void aStepPassesWhatIsDamagedInBothDirections() throws Exception {
        Path file = SceneJournal.write(folder.resolve("show.db"), 2_000);
        DamagedFiles.loseLeafWith(SceneJournal.value(1_000), file);
        try (JournalReader journal = new SqliteJournals().open(file, Progress.NONE, Cancellation.none())) {
            var steps = new EntrySteps(journal);
            long before = steps.step(1_100, Filter.ALL, -100, Cancellation.none())
                    .map(Entry::seq)
                    .orElseThrow();
            long last = steps.step(before - 1, Filter.ALL, 1, Cancellation.none())
                    .map(Entry::seq)
                    .orElseThrow();
            assertThat(before).isLessThan(1_000);
            assertThat(last).isEqualTo(before);
            long behind = firstFrom(steps, before);
            assertThat(behind).isGreaterThan(1_000).isLessThan(1_100);
            assertThat(steps.step(behind, Filter.ALL, -1, Cancellation.none()).map(Entry::seq))
                    .hasValueSatisfying(seq -> assertThat(seq).isLessThan(1_000));
        }
    }

    /// Steps on until the damage is passed.
    private static long firstFrom(EntrySteps steps, long begin) {
        long seq = begin;
        while (seq < 1_000) {
            seq = steps.step(seq, Filter.ALL, 1, Cancellation.none())
                    .map(Entry::seq)
                    .orElseThrow();
        }
        return seq;
    }
}
