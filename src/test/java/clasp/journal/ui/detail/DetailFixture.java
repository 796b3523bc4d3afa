package clasp.journal.ui.detail;

import clasp.journal.model.Entry;
import clasp.journal.model.MsgType;
import clasp.journal.settings.Settings;
import clasp.journal.testing.ListJournal;
import clasp.journal.testing.ManualExecutor;
import clasp.journal.testing.ManualLater;
import clasp.journal.ui.fx.Browsing;
import clasp.journal.ui.fx.Tasks;
import java.util.ArrayList;
import java.util.List;

/// A view model on a list of entries, whose background work and clock the test moves. Confined to the test's thread.
final class DetailFixture {
    static final long START = 1_708_500_011_034_512L;

    final ListJournal journal = new ListJournal(List.of());
    final ManualExecutor background = new ManualExecutor();
    final ManualLater later = new ManualLater();
    final List<String> unhandled = new ArrayList<>();
    final Tasks tasks = new Tasks(background, Runnable::run, (what, error) -> unhandled.add(what + ": " + error));
    final Settings settings = Settings.inMemory();
    final Browsing browsing = new Browsing(journal, journal.info(), journal.state());
    final DetailViewModel model = new DetailViewModel(browsing, tasks, later, settings);

    /// Appends a SET a millisecond after the one before.
    Entry set(String address, String valueJson) {
        long seq = journal.state().latestSeq() + 1;
        return add(new Entry(seq, START + 1_000 * seq, "13a1-writer", address, "param", valueJson, seq, MsgType.SET));
    }

    Entry add(Entry entry) {
        journal.add(entry);
        return entry;
    }

    void select(Entry entry) {
        browsing.selected().set(entry);
    }

    /// Selects the entry and lets all work run.
    EntryDetail open(Entry entry) {
        select(entry);
        background.runAll();
        return detail();
    }

    EntryDetail detail() {
        if (model.content().get() instanceof DetailContent.Shown(EntryDetail detail)) {
            return detail;
        }
        throw new AssertionError("no entry is shown but " + model.content().get());
    }

    void grow() {
        browsing.update(journal.state());
        background.runAll();
    }
}
