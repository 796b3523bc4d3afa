package clasp.journal.ui.table;

import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumnBase;
import javafx.scene.control.TableView;
import javafx.util.Callback;

/// Lets the value column take what room the others leave, at least as much as the user gave it. Every other column
/// keeps its width; when they are wider than the table, it scrolls. A value column whose width nobody chose then ends
/// where the table does, so that a long value ends in dots instead of being cut off; where that leaves too little of
/// it, an address column whose width nobody chose gives some of its own. Confined to the FX thread.
@SuppressWarnings("rawtypes") // so is the policy of a table
final class FillingColumn implements Callback<TableView.ResizeFeatures, Boolean> {
    /// Less than this of a value says little.
    private static final double LEAST_VALUE = 96;

    /// Less than this of an address says little.
    private static final double LEAST_ADDRESS = 176;

    private double value = EntryColumn.VALUE.width();

    /// What the address column has given of its width.
    private double given;

    /// The width that the user gave the column.
    double wanted(TableColumnBase<?, ?> column) {
        return switch ((EntryColumn) column.getUserData()) {
            case VALUE -> value;
            case ADDRESS -> column.getWidth() + given;
            case SEQ, TIME, DELTA, SIGNAL, REVISION, AUTHOR, MESSAGE -> column.getWidth();
        };
    }

    /// Gives the column this width, as the user wants it.
    void setWanted(TableColumnBase<?, ?> column, double width) {
        chosen((EntryColumn) column.getUserData(), width);
        column.setPrefWidth(width);
    }

    private void chosen(EntryColumn column, double width) {
        switch (column) {
            case VALUE -> value = width;
            case ADDRESS -> given = 0;
            case SEQ, TIME, DELTA, SIGNAL, REVISION, AUTHOR, MESSAGE -> {}
        }
    }

    @Override
    public Boolean call(TableView.ResizeFeatures features) {
        boolean done = TableView.UNCONSTRAINED_RESIZE_POLICY.call(features);
        TableColumnBase<?, ?> resized = features.getColumn();
        if (resized != null) {
            chosen((EntryColumn) resized.getUserData(), resized.getWidth());
        }
        if (resized == null || resized.getUserData() != EntryColumn.VALUE) {
            fill(features.getTable());
        }
        return done;
    }

    void fill(TableView<?> table) {
        double before = 0;
        double others = 0;
        TableColumn<?, ?> values = null;
        TableColumn<?, ?> addresses = null;
        boolean addressesBefore = false;
        for (TableColumn<?, ?> column : table.getVisibleLeafColumns()) {
            if (column.getUserData() == EntryColumn.VALUE) {
                values = column;
                before = others;
            } else if (column.getUserData() == EntryColumn.ADDRESS) {
                addresses = column;
                addressesBefore = values == null;
                others += wanted(column);
            } else {
                others += column.getWidth();
            }
        }
        double width = table.getWidth() - table.snappedLeftInset() - table.snappedRightInset();
        if (addresses != null) {
            double address = wanted(addresses);
            given = values != null && addressesBefore ? givenByAddresses(address, width - before) : 0;
            addresses.setPrefWidth(address - given);
        }
        if (values != null) {
            values.setPrefWidth(Math.max(leastValue(width - before + (addressesBefore ? given : 0)), width - others));
        }
    }

    /// @param inSight from where the value column begins to where the table ends
    private double givenByAddresses(double address, double inSight) {
        boolean chosen = value != EntryColumn.VALUE.width() || address != EntryColumn.ADDRESS.width();
        boolean enough = inSight >= LEAST_VALUE;
        boolean tooLittle = inSight + address - LEAST_ADDRESS < LEAST_VALUE;
        return chosen || enough || tooLittle ? 0 : LEAST_VALUE - inSight;
    }

    private double leastValue(double inSight) {
        boolean chosen = value != EntryColumn.VALUE.width();
        return chosen || inSight < LEAST_VALUE ? value : Math.min(value, inSight);
    }
}
