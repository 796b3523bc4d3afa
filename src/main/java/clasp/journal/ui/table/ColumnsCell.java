package clasp.journal.ui.table;

import clasp.journal.ui.fx.Texts;
import javafx.beans.value.ChangeListener;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.TableColumn;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// A column with its tick and its width. Confined to the FX thread.
final class ColumnsCell extends ListCell<TableColumn<RowSlot, ?>> {
    private final EntryColumns columns;
    private final CheckBox tick = new CheckBox();
    private final Label width = new Label();
    private final HBox line;
    private final ChangeListener<Object> changed = (property, before, now) -> describe();
    private @Nullable TableColumn<RowSlot, ?> watched;

    ColumnsCell(EntryColumns columns) {
        this.columns = columns;
        tick.setFocusTraversable(false);
        tick.setMnemonicParsing(false);
        tick.setOnAction(event -> {
            if (watched != null) {
                columns.show(watched, tick.isSelected());
                describe();
            }
        });
        width.getStyleClass().add("muted");
        var between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        line = new HBox(tick, between, width);
    }

    @Override
    protected void updateItem(@Nullable TableColumn<RowSlot, ?> column, boolean empty) {
        super.updateItem(column, empty);
        if (watched != null) {
            watched.visibleProperty().removeListener(changed);
            watched.widthProperty().removeListener(changed);
        }
        watched = empty ? null : column;
        if (watched == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        watched.visibleProperty().addListener(changed);
        watched.widthProperty().addListener(changed);
        setGraphic(line);
        describe();
    }

    private void describe() {
        TableColumn<RowSlot, ?> column = watched;
        if (column != null) {
            String title = EntryColumns.of(column).title();
            tick.setText(title);
            tick.setSelected(column.isVisible());
            tick.setDisable(!columns.mayHide(column));
            String wide = Texts.text("table.columns.width", Math.round(column.getWidth()));
            width.setText(column.isVisible() ? wide : "");
            setAccessibleText(
                    column.isVisible()
                            ? Texts.text("table.columns.shown", title, wide)
                            : Texts.text("table.columns.hidden", title));
        }
    }
}
