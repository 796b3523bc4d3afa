package clasp.journal.ui.export;

import clasp.journal.export.CsvColumn;
import clasp.journal.ui.fx.Texts;
import javafx.beans.property.BooleanProperty;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ListCell;
import org.jspecify.annotations.Nullable;

/// A column with its tick. Confined to the FX thread.
final class ColumnCell extends ListCell<CsvColumn> {
    private final ColumnChoice choice;
    private final CheckBox tick = new CheckBox();
    private @Nullable BooleanProperty bound;

    ColumnCell(ColumnChoice choice) {
        this.choice = choice;
        tick.setFocusTraversable(false);
        tick.setMnemonicParsing(false);
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
