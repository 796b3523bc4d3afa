package clasp.journal.ui.table;

import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumnBase;
import javafx.scene.control.TableView;
import javafx.util.Callback;

/// Lets the value column take what room the others leave, at least as much as the user gave it. Every other column
/// keeps its width; when they are wider than the table, it scrolls. A value column whose width nobody chose then ends
/// where the table does, so that a long value ends in dots instead of being cut off. Confined to the FX thread.
@SuppressWarnings("rawtypes") // so is the policy of a table
final class FillingColumn implements Callback<TableView.ResizeFeatures, Boolean> {
    /// Less than this of a value says nothing.
    private static final double LEAST = 60;

    private double wanted;

    /// @param wanted the width that the user gave the value column
    FillingColumn(double wanted) {
        this.wanted = wanted;
    }

    double wanted() {
        return wanted;
    }

    void setWanted(double width) {
        wanted = width;
    }

    @Override
    public Boolean call(TableView.ResizeFeatures features) {
        boolean done = TableView.UNCONSTRAINED_RESIZE_POLICY.call(features);
        TableColumnBase<?, ?> resized = features.getColumn();
        if (resized != null && resized.getUserData() == EntryColumn.VALUE) {
            wanted = resized.getWidth();
        } else {
            fill(features.getTable());
        }
        return done;
    }

    void fill(TableView<?> table) {
        double before = 0;
        double others = 0;
        TableColumn<?, ?> filling = null;
        for (TableColumn<?, ?> column : table.getVisibleLeafColumns()) {
            if (column.getUserData() == EntryColumn.VALUE) {
                filling = column;
                before = others;
            } else {
                others += column.getWidth();
            }
        }
        if (filling != null) {
            double width = table.getWidth() - table.snappedLeftInset() - table.snappedRightInset();
            filling.setPrefWidth(Math.max(least(width - before), width - others));
        }
    }

    /// @param inSight from where the column begins to where the table ends
    private double least(double inSight) {
        boolean chosen = wanted != EntryColumn.VALUE.width();
        return chosen || inSight < LEAST ? wanted : Math.min(wanted, inSight);
    }
}
