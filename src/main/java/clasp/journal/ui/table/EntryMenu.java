package clasp.journal.ui.table;

import clasp.journal.query.Filter;
import clasp.journal.query.Query;
import clasp.journal.ui.fx.Browsing;
import clasp.journal.ui.fx.Command;
import clasp.journal.ui.fx.KeyText;
import clasp.journal.ui.fx.LineText;
import clasp.journal.ui.fx.Texts;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// What can be done with a cell and its row. Confined to the FX thread.
final class EntryMenu extends ContextMenu {
    private static final int MAX_SHOWN = 40;

    private final EntryTableViewModel model;
    private final Consumer<String> clipboard;
    private List<Command> commands = List.of();
    private @Nullable EntryColumn column;
    private @Nullable ShownRow shown;

    EntryMenu(EntryTableViewModel model, Consumer<String> clipboard) {
        this.model = model;
        this.clipboard = clipboard;
        setId("entryMenu");
        // A menu without items does not open at all.
        getItems().add(new SeparatorMenuItem());
    }

    /// Has these, too.
    void offer(List<Command> more) {
        commands = List.copyOf(more);
    }

    /// Offers what fits this cell.
    void prepare(EntryColumn cellColumn, ShownRow row) {
        column = cellColumn;
        shown = row;
        Optional<Filter> same = CellFilters.same(cellColumn, row.row());
        getItems().clear();
        if (cellColumn == EntryColumn.ADDRESS) {
            same.ifPresent(
                    filter -> addBoth(filter, Texts.text("command.sameAddress"), Texts.text("command.otherAddresses")));
        } else {
            String text = LineText.of(cellColumn.text(row), MAX_SHOWN);
            String what = text.isEmpty() ? Texts.text("table.menu.nothing") : text;
            same.ifPresent(filter ->
                    addBoth(filter, Texts.text("table.menu.filterTo", what), Texts.text("table.menu.exclude", what)));
            Filter address = CellFilters.address(row.row().entry());
            getItems().add(item("sameAddress", Feather.FILTER, () -> add(address)));
        }
        getItems()
                .addAll(
                        item("why", Feather.HELP_CIRCLE, this::why),
                        item("around", Feather.CLOCK, this::around),
                        new SeparatorMenuItem());
        commands.forEach(command -> getItems().add(item(command)));
        getItems()
                .addAll(
                        withKey(item("selectAll", Feather.CHECK_SQUARE, model::selectAll), KeyCode.A),
                        new SeparatorMenuItem(),
                        item(
                                "copyCell",
                                Texts.text("table.menu.copyCell", cellColumn.title()),
                                Feather.COPY,
                                this::copyCell),
                        withKey(copy("copyText", RowCopier.Format.TEXT), KeyCode.C),
                        copy("copyCsv", RowCopier.Format.CSV),
                        copy("copyJson", RowCopier.Format.JSON));
    }

    private void addBoth(Filter filter, String only, String without) {
        getItems()
                .addAll(
                        item("filterTo", only, Feather.FILTER, () -> add(filter)),
                        item("exclude", without, Feather.EYE_OFF, () -> add(new Filter.Not(filter))));
    }

    private MenuItem copy(String command, RowCopier.Format format) {
        return item(command, Feather.COPY, () -> model.copyRows(format, clipboard));
    }

    private static MenuItem item(Command command) {
        MenuItem item = item(command.key(), command.label(), command.icon(), command::perform);
        KeyCombination keys = command.shortcut();
        if (keys != null) {
            item.setAccelerator(KeyText.inMenu(keys));
        }
        return item;
    }

    /// What a command does, too, has its name: the list of commands has it once.
    private static MenuItem item(String command, Ikon icon, Runnable action) {
        return item(command, Texts.text("command." + command), icon, action);
    }

    private static MenuItem item(String id, String text, Ikon icon, Runnable action) {
        var item = new MenuItem(text, new FontIcon(icon));
        item.setId(id);
        item.setMnemonicParsing(false);
        item.setOnAction(event -> action.run());
        return item;
    }

    private static MenuItem withKey(MenuItem item, KeyCode key) {
        item.setAccelerator(KeyText.inMenu(new KeyCodeCombination(key, KeyCombination.SHORTCUT_DOWN)));
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
