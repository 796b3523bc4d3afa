package clasp.journal.ui.recovery;

import clasp.journal.recovery.ScriptedJournal;
import clasp.journal.store.JournalReader;
import clasp.journal.testing.ManualExecutor;
import clasp.journal.testing.ManualLater;
import clasp.journal.ui.fx.Browsing;
import clasp.journal.ui.fx.Tasks;
import java.time.Duration;

/// The recovery view's models on a journal that the test writes, in a time that the test moves.
final class RecoveryFixture {
    final ScriptedJournal journal = new ScriptedJournal();
    final ManualExecutor background = new ManualExecutor();
    final ManualLater later = new ManualLater();
    private final Tasks tasks = new Tasks(background, Runnable::run, (what, error) -> {
        throw new AssertionError(what, error);
    });
    final ScriptedJournal other = new ScriptedJournal();
    /// What opens, whatever file is chosen.
    JournalReader opened = other;
    /// How often one was asked for.
    int openings;

    private Browsing browsing;
    private RecoveryViewModel model;

    /// Shows the view; the journal is as it is by now. The table selects whatever it is asked to reveal.
    RecoveryViewModel open() {
        openWithoutWaiting();
        settle();
        return model;
    }

    /// The same, but nothing is found out yet.
    void openWithoutWaiting() {
        browsing = new Browsing(journal, journal.info(), journal.state());
        browsing.onReveal(seq -> browsing.selected().set(journal.entry(seq).orElseThrow()));
        model = new RecoveryViewModel(browsing, tasks, later, file -> {
            openings++;
            return (progress, cancellation) -> opened;
        });
        model.start();
    }

    Browsing browsing() {
        return browsing;
    }

    /// Lets everything come to rest.
    void settle() {
        background.runAll();
        later.advance(Duration.ofMillis(200));
        background.runAll();
    }

    RecoveryViewModel model() {
        return model;
    }

    StateViewModel.Shown state() {
        return model.state().question().answer().orElseThrow();
    }

    long seq() {
        return model.cursor().seq().orElseThrow();
    }
}
