package clasp.journal.ui.table;

import clasp.journal.model.Entry;
import clasp.journal.query.Query;
import clasp.journal.settings.Settings;
import clasp.journal.testing.ManualExecutor;
import clasp.journal.testing.ManualLater;
import clasp.journal.ui.fx.Browsing;
import clasp.journal.ui.fx.Tasks;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A view model over a made-up journal, with the background under the test's control.
final class TableFixture {
    static final int VISIBLE = 20;

    final SyntheticJournal journal;
    final Browsing browsing;
    final ManualExecutor background = new ManualExecutor();
    final ManualExecutor screen = new ManualExecutor();
    final ManualLater later = new ManualLater();
    final Settings settings = Settings.inMemory();
    final List<Throwable> unhandled = new ArrayList<>();
    final EntryTableViewModel table;

    /// Background work waits until the test runs it.
    static TableFixture waiting(SyntheticJournal journal) {
        return new TableFixture(journal, null, Runnable::run);
    }

    /// Background work is done at once.
    static TableFixture direct(SyntheticJournal journal) {
        return new TableFixture(journal, Runnable::run, Runnable::run);
    }

    /// Background work waits until the test runs it, and what it found until the test shows it.
    static TableFixture late(SyntheticJournal journal) {
        return new TableFixture(journal, null, null);
    }

    private TableFixture(SyntheticJournal journal, @Nullable Executor executor, @Nullable Executor ui) {
        this.journal = journal;
        browsing = new Browsing(journal, journal.info(), journal.state());
        var tasks = new Tasks(
                Objects.requireNonNullElse(executor, background),
                Objects.requireNonNullElse(ui, screen),
                (what, error) -> unhandled.add(error));
        table = new EntryTableViewModel(browsing, tasks, later, settings, TableFixture::joined);
        table.setVisibleRows(VISIBLE);
    }

    private static String joined(RowCopier.Format format, List<Entry> entries) {
        return entries.stream().map(entry -> Long.toString(entry.seq())).collect(Collectors.joining(","));
    }

    void query(String text) {
        browsing.query().set(Query.parse(text));
    }

    /// The journal has changed, and the window has noticed.
    void refresh() {
        browsing.update(journal.state());
    }

    /// The seqs on screen from the top; 0 for a line that waits for its row, -1 for an empty one.
    List<Long> seqs() {
        return table.lines().stream().map(TableFixture::seq).toList();
    }

    long topSeq() {
        return seqs().getFirst();
    }

    long bottomSeq() {
        return seqs().getLast();
    }

    private static long seq(RowSlot line) {
        ShownRow shown = line.shown().get();
        if (shown != null) {
            return shown.row().seq();
        }
        return line.look().get().loading() ? 0 : -1;
    }

    List<Long> selectedOnScreen() {
        return table.lines().stream()
                .filter(line -> line.look().get().selected())
                .map(TableFixture::seq)
                .toList();
    }
}
