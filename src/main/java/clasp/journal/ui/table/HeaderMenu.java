package clasp.journal.ui.table;

import clasp.journal.ui.fx.Browsing;
import clasp.journal.ui.fx.Texts;
import clasp.journal.ui.fx.TimeDisplay;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleGroup;
import javafx.stage.WindowEvent;

/// Which columns there are, and how they show time. Confined to the FX thread.
final class HeaderMenu extends ContextMenu {
    HeaderMenu(TableView<RowSlot> table, EntryColumns columns, Browsing browsing) {
        setId("headerMenu");
        for (EntryColumn kind : EntryColumn.values()) {
            table.getColumns().stream()
                    .filter(column -> EntryColumns.of(column) == kind)
                    .findFirst()
                    .ifPresent(column -> getItems().add(choice(kind, column, columns)));
        }
        var group = new ToggleGroup();
        getItems().add(new SeparatorMenuItem());
        for (TimeDisplay display : TimeDisplay.values()) {
            getItems().add(choice(display, browsing, group));
        }
        var reset = new MenuItem(Texts.text("table.menu.resetColumns"));
        reset.setOnAction(event -> columns.reset());
        getItems().addAll(new SeparatorMenuItem(), reset);
    }

    private CheckMenuItem choice(EntryColumn kind, TableColumn<RowSlot, ?> column, EntryColumns columns) {
        var item = new CheckMenuItem(kind.title());
        item.setId("show-" + kind.id());
        item.selectedProperty().bindBidirectional(column.visibleProperty());
        addEventHandler(WindowEvent.WINDOW_SHOWING, event -> item.setDisable(!columns.mayHide(column)));
        return item;
    }

    private static RadioMenuItem choice(TimeDisplay display, Browsing browsing, ToggleGroup group) {
        var item = new RadioMenuItem(display.label());
        item.setToggleGroup(group);
        item.setOnAction(event -> browsing.timeDisplay().set(display));
        browsing.timeDisplay().subscribe(now -> item.setSelected(now == display));
        return item;
    }
}
