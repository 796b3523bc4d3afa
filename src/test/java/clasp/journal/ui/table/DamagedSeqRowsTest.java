package clasp.journal.ui.table;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.settings.Settings;
import clasp.journal.store.Cancellation;
import clasp.journal.store.JournalReader;
import clasp.journal.store.Progress;
import clasp.journal.store.sqlite.SqliteJournals;
import clasp.journal.testing.DamagedFiles;
import clasp.journal.testing.ManualLater;
import clasp.journal.testing.SceneJournal;
import clasp.journal.ui.fx.Browsing;
import clasp.journal.ui.fx.Tasks;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// One seq in the file is damaged: whoever goes to it is told why it is not listed.
class DamagedSeqRowsTest {
    private static final long SEQ = 2_000;

    @TempDir
    private Path folder;

    /// Higher or lower by then, by little or by more than its page has rows.
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 4, 6})
    void whoeverGoesToItIsToldOfTheDamage(int bit) throws Exception {
        Path file = SceneJournal.write(folder.resolve("show.db"), 4_000);
        DamagedFiles.flipSeqOf(SceneJournal.value((int) SEQ), bit, file);
        List<String> said = new ArrayList<>();
        try (JournalReader journal = new SqliteJournals().open(file, Progress.NONE, Cancellation.none())) {
            var browsing = new Browsing(journal, journal.info(), journal.state());
            var tasks = new Tasks(Runnable::run, Runnable::run, (what, error) -> said.add(error.toString()));
            try (var table = new EntryTableViewModel(
                    browsing, tasks, new ManualLater(), Settings.inMemory(), (format, entries) -> "")) {
                table.setVisibleRows(20);
                table.onRemark(said::add);
                assertThat(table.goTo(Long.toString(SEQ))).isEmpty();
                assertThat(said)
                        .last()
                        .asString()
                        .startsWith("At 2000 the file is damaged and cannot be read: this is the next row");
                assertThat(browsing.selected().get().seq()).isEqualTo(SEQ + 1);
            }
        }
    }
}
