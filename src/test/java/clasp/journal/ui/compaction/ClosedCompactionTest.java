package clasp.journal.ui.compaction;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.settings.Settings;
import clasp.journal.store.memory.MemoryJournal;
import clasp.journal.testing.Entries;
import clasp.journal.testing.ManualExecutor;
import clasp.journal.testing.ManualLater;
import clasp.journal.ui.fx.Browsing;
import clasp.journal.ui.fx.Tasks;
import clasp.journal.ui.fx.UsedFolder;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

/// Many a dialog is opened while one journal is followed for hours.
class ClosedCompactionTest {
    private final ManualExecutor background = new ManualExecutor();
    private final ManualLater later = new ManualLater();
    private final MemoryJournal journal = new MemoryJournal("rig/main", 10, 1, InstantSource.system());
    private final Browsing browsing = new Browsing(journal, journal.info(), journal.state());
    private final CompactionViewModel model = new CompactionViewModel(
            browsing,
            new Tasks(background, Runnable::run, (what, error) -> {
                throw new AssertionError(what, error);
            }),
            later,
            file -> {
                throw new AssertionError(file);
            },
            new UsedFolder(Settings.inMemory()));

    private void grow() {
        journal.append(Entries.set("/a", "1"));
        browsing.update(journal.state());
        later.advance(Duration.ofSeconds(10));
    }

    private void open() {
        model.start();
        background.runAll();
        assertThat(model.phase().get()).isInstanceOf(CompactionPhase.Choosing.class);
        later.advance(Duration.ofSeconds(10));
        background.runAll();
    }

    @Test
    void onlyAnOpenDialogFollowsTheJournal() {
        open();
        grow();
        assertThat(background.queued()).as("open").isPositive();
        background.runAll();

        model.stop();
        grow();
        assertThat(background.queued()).as("closed").isZero();

        open();
        grow();
        assertThat(background.queued()).as("opened again").isPositive();
    }
}
