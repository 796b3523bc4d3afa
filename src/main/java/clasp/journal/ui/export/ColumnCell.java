package clasp.journal.ui.export;

import clasp.journal.export.CsvColumn;
import clasp.journal.ui.fx.Texts;
import javafx.beans.property.BooleanProperty;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ListCell;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;
import org.jspecify.annotations.Nullable;

/// A column with its tick, to be dragged to another place. Confined to the FX thread.
final class ColumnCell extends ListCell<CsvColumn> {
    private static final String DROP_TARGET = "drop-target";

    private final ColumnChoice choice;
    private final CheckBox tick = new CheckBox();
    private @Nullable BooleanProperty bound;

    ColumnCell(ColumnChoice choice) {
        this.choice = choice;
        tick.setFocusTraversable(false);
        tick.setMnemonicParsing(false);
        setOnDragDetected(event -> {
            if (!isEmpty()) {
                Dragboard board = startDragAndDrop(TransferMode.MOVE);
                var content = new ClipboardContent();
                content.putString(getItem().header());
                board.setContent(content);
                event.consume();
            }
        });
        setOnDragOver(event -> {
            if (event.getGestureSource() instanceof ColumnCell source && source.choice == choice) {
                event.acceptTransferModes(TransferMode.MOVE);
                event.consume();
            }
        });
        setOnDragEntered(event -> {
            if (event.getGestureSource() instanceof ColumnCell source && source != this && !isEmpty()) {
                getStyleClass().add(DROP_TARGET);
            }
        });
        setOnDragExited(event -> getStyleClass().remove(DROP_TARGET));
        setOnDragDropped(event -> {
            if (event.getGestureSource() instanceof ColumnCell source && source.choice == choice) {
                CsvColumn moved = source.getItem();
                int place = choice.move(source.getIndex(), isEmpty() ? Integer.MAX_VALUE : getIndex());
                getListView().getSelectionModel().clearAndSelect(place);
                event.setDropCompleted(moved != null);
                event.consume();
            }
        });
    }

    @Override
    protected void updateItem(@Nullable CsvColumn column, boolean empty) {
        super.updateItem(column, empty);
        if (bound != null) {
            tick.selectedProperty().unbindBidirectional(bound);
            bound = null;
        }
        if (empty || column == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        bound = choice.included(column);
        tick.setText(column.header());
        tick.selectedProperty().bindBidirectional(bound);
        setGraphic(tick);
        describe(column);
        tick.setOnAction(event -> describe(column));
    }

    private void describe(CsvColumn column) {
        setAccessibleText(Texts.text(
                choice.included(column).get() ? "export.column.included" : "export.column.leftOut", column.header()));
    }
}
