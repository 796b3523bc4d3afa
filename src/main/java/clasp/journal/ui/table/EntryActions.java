package clasp.journal.ui.table;

import clasp.journal.model.Entry;
import clasp.journal.query.Filter;
import clasp.journal.query.TextPattern;
import clasp.journal.ui.fx.Browsing;
import clasp.journal.ui.fx.SystemClipboard;
import clasp.journal.ui.table.TableSelection.Mode;
import java.util.function.Consumer;

/// What can be done with the selected entry, and from it. Confined to the FX thread.
public final class EntryActions {
    private final EntryTableViewModel model;
    private final Browsing browsing;

    public EntryActions(EntryTableViewModel model) {
        this.model = model;
        browsing = model.browsing();
    }

    /// Selects the first match.
    public void toFirst() {
        model.goToStart(Mode.ONLY);
    }

    /// Selects the last match.
    public void toLast() {
        model.goToEnd(Mode.ONLY);
    }

    /// Selects the match so many rows below.
    public void move(int rows) {
        model.move(rows, Mode.ONLY);
    }

    /// Selects every match.
    public void selectAll() {
        model.selectAll();
    }

    /// Finds only the entries of its address.
    public void filterAddress() {
        selected(entry -> add(CellFilters.address(entry)));
    }

    /// Leaves out the entries of its address.
    public void excludeAddress() {
        selected(entry -> add(new Filter.Not(CellFilters.address(entry))));
    }

    /// Finds only the entries of its author.
    public void filterAuthor() {
        selected(entry -> add(new Filter.Author(new TextPattern(entry.author()))));
    }

    /// Finds only the entries within a second of it.
    public void around() {
        selected(entry -> browsing.query().set(browsing.query().get().withTime(CellFilters.around(entry))));
    }

    /// Asks why its address had this value then.
    /// @return false when no entry is selected
    public boolean why() {
        selected(entry -> browsing.explain(entry.address(), entry.seq()));
        return browsing.selected().get() != null;
    }

    /// Copies the selected rows.
    public void copy(RowCopier.Format format) {
        model.copyRows(format, EntryActions::toClipboard);
    }

    private void add(Filter condition) {
        browsing.query().set(browsing.query().get().and(condition));
    }

    private void selected(Consumer<Entry> action) {
        Entry entry = browsing.selected().get();
        if (entry != null) {
            action.accept(entry);
        }
    }

    static void toClipboard(String text) {
        SystemClipboard.put(text);
    }
}
