package clasp.journal.ui.table;

import static clasp.journal.ui.fx.DialogParts.button;
import static clasp.journal.ui.fx.DialogParts.cancelButton;

import clasp.journal.ui.fx.DialogParts;
import clasp.journal.ui.fx.Stylesheets;
import clasp.journal.ui.fx.Texts;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TableColumn;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// A dialog that does with the keys what the mouse does with the headers of the table: Space shows or hides the
/// selected column, Alt with an arrow key moves it or changes its width. What is done is seen in the table at once.
/// Confined to the FX thread.
public final class ColumnsView extends VBox {
    private static final double ROW_HEIGHT = 26;

    private final EntryColumns columns;
    private final ListView<TableColumn<RowSlot, ?>> list;

    /// @param close takes it away
    ColumnsView(EntryColumns columns, Runnable close) {
        this.columns = columns;
        setId("columnsView");
        getStyleClass().add("columns-view");
        Stylesheets.add(this, "table");
        setAccessibleText(Texts.text("table.columns.title"));
        var title = new Label(Texts.text("table.columns.title"));
        title.getStyleClass().add("dialog-title");
        var hint = new Label(Texts.text("table.columns.hint"));
        hint.setWrapText(true);
        hint.setMinHeight(Region.USE_PREF_SIZE);
        hint.getStyleClass().add("hint");
        list = new ListView<>(columns.all());
        list.setId("columnsList");
        list.setAccessibleText(Texts.text("table.columns.accessible"));
        list.setFixedCellSize(ROW_HEIGHT);
        double height = ROW_HEIGHT * EntryColumn.values().length + 2;
        list.setPrefHeight(height);
        list.setMinHeight(height);
        list.setCellFactory(view -> new ColumnsCell(columns));
        list.getSelectionModel().select(0);
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        var arrange = new HBox(
                6,
                icon("columnUp", Texts.text("table.columns.up"), Feather.ARROW_UP, () -> move(-1)),
                icon("columnDown", Texts.text("table.columns.down"), Feather.ARROW_DOWN, () -> move(1)),
                icon("columnNarrower", Texts.text("table.columns.narrower"), Feather.MINUS, () -> widen(-1)),
                icon("columnWider", Texts.text("table.columns.wider"), Feather.PLUS, () -> widen(1)));
        var buttons = new HBox(8);
        buttons.getStyleClass().add("buttons");
        DialogParts.fill(
                buttons,
                List.of(button("columnsReset", Texts.text("table.menu.resetColumns"), this::reset)),
                List.of(cancelButton("columnsClose", Texts.text("table.columns.close"), close)));
        getChildren().addAll(title, hint, list, arrange, buttons);
    }

    @Override
    public void requestFocus() {
        list.requestFocus();
    }

    private void pressed(KeyEvent event) {
        boolean used = event.isAltDown() ? arrange(event.getCode()) : event.getCode() == KeyCode.SPACE && toggle();
        if (used) {
            event.consume();
        }
    }

    private boolean arrange(KeyCode code) {
        switch (code) {
            case UP -> move(-1);
            case DOWN -> move(1);
            case LEFT -> widen(-1);
            case RIGHT -> widen(1);
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean toggle() {
        TableColumn<RowSlot, ?> column = list.getSelectionModel().getSelectedItem();
        if (column != null) {
            columns.show(column, !column.isVisible());
        }
        return true;
    }

    private void move(int by) {
        int at = list.getSelectionModel().getSelectedIndex();
        if (at >= 0) {
            select(columns.move(at, by));
        }
    }

    private void widen(int steps) {
        TableColumn<RowSlot, ?> column = list.getSelectionModel().getSelectedItem();
        if (column != null) {
            columns.widen(column, steps);
        }
    }

    private void reset() {
        TableColumn<RowSlot, ?> column = list.getSelectionModel().getSelectedItem();
        columns.reset();
        select(columns.all().indexOf(column));
    }

    private void select(int place) {
        list.getSelectionModel().clearAndSelect(place);
        list.getFocusModel().focus(place);
    }

    private static Button icon(String id, String name, Feather icon, Runnable action) {
        Button button = button(id, "", action, "button-icon");
        button.setGraphic(new FontIcon(icon));
        button.setAccessibleText(name);
        button.setTooltip(new Tooltip(name));
        return button;
    }
}
