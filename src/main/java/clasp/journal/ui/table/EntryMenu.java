package clasp.journal.ui.table;

import clasp.journal.query.Filter;
import clasp.journal.query.Query;
import clasp.journal.ui.fx.Browsing;
import clasp.journal.ui.fx.KeyText;
import clasp.journal.ui.fx.LineText;
import clasp.journal.ui.fx.Texts;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;

/// What can be done with a cell and its row. Confined to the FX thread.
final class EntryMenu extends ContextMenu {
    private static final int MAX_SHOWN = 40;

    private final EntryTableViewModel model;
    private final Consumer<String> clipboard;
    private @Nullable EntryColumn column;
    private @Nullable ShownRow shown;

    EntryMenu(EntryTableViewModel model, Consumer<String> clipboard) {
        this.model = model;
        this.clipboard = clipboard;
        setId("entryMenu");
        // A menu without items does not open at all.
        getItems().add(new SeparatorMenuItem());
    }

    /// Offers what fits this cell.
    void prepare(EntryColumn cellColumn, ShownRow row) {
        column = cellColumn;
        shown = row;
        Optional<Filter> same = CellFilters.same(cellColumn, row.row());
        String text = LineText.of(cellColumn.text(row), MAX_SHOWN);
        String what = text.isEmpty() ? Texts.text("table.menu.nothing") : text;
        getItems().clear();
        same.ifPresent(filter -> getItems()
                .addAll(
                        item("filterTo", Texts.text("table.menu.filterTo", what), () -> add(filter)),
                        item("exclude", Texts.text("table.menu.exclude", what), () -> add(new Filter.Not(filter)))));
        if (cellColumn != EntryColumn.ADDRESS) {
            getItems()
                    .add(item(
                            "sameAddress",
                            Texts.text(
                                    "table.menu.sameAddress",
                                    LineText.of(row.row().addressText(), MAX_SHOWN)),
                            () -> add(CellFilters.address(row.row().entry()))));
        }
        getItems()
                .addAll(
                        item("why", Texts.text("table.menu.why"), this::why),
                        item("around", Texts.text("table.menu.around"), this::around),
                        new SeparatorMenuItem(),
                        item("copyCell", Texts.text("table.menu.copyCell"), this::copyCell),
                        copy("copyText", RowCopier.Format.TEXT),
                        copy("copyCsv", RowCopier.Format.CSV),
                        copy("copyJson", RowCopier.Format.JSON));
    }

    private MenuItem copy(String id, RowCopier.Format format) {
        MenuItem item = item(id, Texts.text("table.menu." + id), () -> model.copyRows(format, clipboard));
        if (format == RowCopier.Format.TEXT) {
            item.setAccelerator(KeyText.inMenu(new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN)));
        }
        return item;
    }

    private static MenuItem item(String id, String text, Runnable action) {
        var item = new MenuItem(text);
        item.setId(id);
        item.setMnemonicParsing(false);
        item.setOnAction(event -> action.run());
        return item;
    }

    private void add(Filter condition) {
        Browsing browsing = model.browsing();
        browsing.query().set(browsing.query().get().and(condition));
    }

    private void why() {
        if (shown != null) {
            var entry = shown.row().entry();
            model.browsing().explain(entry.address(), entry.seq());
        }
    }

    private void around() {
        if (shown != null) {
            Browsing browsing = model.browsing();
            Query query = browsing.query().get();
            browsing.query().set(query.withTime(CellFilters.around(shown.row().entry())));
        }
    }

    private void copyCell() {
        if (column != null && shown != null) {
            model.copying().cell(column, shown, clipboard);
        }
    }
}
