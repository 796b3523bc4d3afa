package clasp.journal.ui.export;

import clasp.journal.export.CsvColumn;
import clasp.journal.ui.fx.Texts;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The columns of a CSV file: Space ticks the selected one, Alt with an arrow key, a button or the mouse moves it.
/// Confined to the FX thread.
final class ColumnForm extends VBox {
    private static final double ROW_HEIGHT = 24;

    private final ColumnChoice choice;
    private final ListView<CsvColumn> list;

    ColumnForm(ColumnChoice choice) {
        this.choice = choice;
        getStyleClass().add("columns");
        list = new ListView<>(choice.order());
        list.setId("columns");
        list.setAccessibleText(Texts.text("export.columns.accessible"));
        list.setTooltip(new Tooltip(Texts.text("export.columns.tip")));
        list.setFixedCellSize(ROW_HEIGHT);
        double height = ROW_HEIGHT * CsvColumn.values().length + 2;
        list.setPrefHeight(height);
        list.setMinHeight(height);
        list.setCellFactory(view -> new ColumnCell(choice));
        list.getSelectionModel().select(0);
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        // Filters, since a tick keeps the mouse for itself.
        list.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> {
            list.requestFocus();
            select(row(event));
        });
        list.addEventFilter(MouseEvent.MOUSE_DRAGGED, event -> select(choice.move(selected(), row(event))));
        var name = new Label(Texts.text("export.columns"));
        name.setLabelFor(list);
        name.getStyleClass().add("heading");
        var buttons = new HBox(
                iconButton("columnUp", Feather.ARROW_UP, () -> move(-1)),
                iconButton("columnDown", Feather.ARROW_DOWN, () -> move(1)),
                button("columnsAll", () -> choice.includeAll(true)),
                button("columnsNone", () -> choice.includeAll(false)));
        buttons.getStyleClass().add("column-buttons");
        getChildren().addAll(name, list, buttons);
    }

    private void pressed(KeyEvent event) {
        switch (event.getCode()) {
            case UP, DOWN -> {
                if (event.isAltDown()) {
                    move(event.getCode() == KeyCode.UP ? -1 : 1);
                    event.consume();
                }
            }
            case SPACE -> {
                CsvColumn selected = list.getSelectionModel().getSelectedItem();
                if (selected != null) {
                    var included = choice.included(selected);
                    included.set(!included.get());
                    event.consume();
                }
            }
            default -> {}
        }
    }

    private void move(int by) {
        if (selected() >= 0) {
            select(choice.move(selected(), selected() + by));
        }
    }

    private int selected() {
        return list.getSelectionModel().getSelectedIndex();
    }

    private void select(int place) {
        list.getSelectionModel().clearAndSelect(place);
        list.getFocusModel().focus(place);
    }

    /// The row under the mouse, or the one nearest to it: all of them are in sight.
    private int row(MouseEvent event) {
        return Math.clamp((long) (event.getY() / ROW_HEIGHT), 0, choice.order().size() - 1);
    }

    private static Button iconButton(String id, Feather icon, Runnable action) {
        Button button = button(id, action);
        button.setAccessibleText(button.getText());
        button.setTooltip(new Tooltip(button.getText()));
        button.setText("");
        button.setGraphic(new FontIcon(icon));
        return button;
    }

    private static Button button(String id, Runnable action) {
        var button = new Button(Texts.text("export." + id));
        button.setId(id);
        button.setOnAction(event -> action.run());
        return button;
    }
}
