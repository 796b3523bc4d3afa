package clasp.journal.ui.table;

import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumnBase;
import javafx.scene.control.TableView;
import javafx.util.Callback;

/// Lets the value column take what room the others leave, at least as much as the user gave it. Every other
/// column keeps its width; when they are wider than the table, it scrolls. A value column whose width
/// nobody chose then ends where the table does, so that a long value ends in dots instead of being cut off;
/// where that leaves too little of it, an address column whose width nobody chose gives some of its own.
/// Where more than enough of it is left, an author column whose width nobody chose takes what it needs for
/// a whole name. Confined to the FX thread.
@SuppressWarnings("rawtypes") // so is the policy of a table
final class FillingColumn implements Callback<TableView.ResizeFeatures, Boolean> {
    /// Less than this of a value says little.
    private static final double LEAST_VALUE = 96;

    /// Less than this of an address says little.
    private static final double LEAST_ADDRESS = 176;

    /// In so much, the name that a router gives to a session, a UUID, is read whole.
    private static final double WHOLE_AUTHOR = 284;

    /// So much of a value is left before an author takes any of it.
    private static final double GOOD_VALUE = 300;

    private double value = EntryColumn.VALUE.width();

    /// What the address column has given of its width.
    private double given;

    /// What the author column has taken beyond its width.
    private double taken;

    /// The width that the user gave the column.
    double wanted(TableColumnBase<?, ?> column) {
        return switch ((EntryColumn) column.getUserData()) {
            case VALUE -> value;
            case ADDRESS -> column.getWidth() + given;
            case AUTHOR -> column.getWidth() - taken;
            case SEQ, TIME, DELTA, SIGNAL, REVISION, MESSAGE -> column.getWidth();
        };
    }

    /// Gives the column this width, as the user wants it.
    void setWanted(TableColumnBase<?, ?> column, double width) {
        chosen((EntryColumn) column.getUserData(), width);
        // The mouse leaves the preferred width as it was: set to the same again, it would change nothing.
        column.setPrefWidth(column.getWidth());
        column.setPrefWidth(width);
    }

    private void chosen(EntryColumn column, double width) {
        switch (column) {
            case VALUE -> value = width;
            case ADDRESS -> given = 0;
            case AUTHOR -> taken = 0;
            case SEQ, TIME, DELTA, SIGNAL, REVISION, MESSAGE -> {}
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
        TableColumn<?, ?> authors = null;
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
                authors = column.getUserData() == EntryColumn.AUTHOR ? column : authors;
                others += wanted(column);
            }
        }
        double width = table.getWidth() - table.snappedLeftInset() - table.snappedRightInset();
        if (addresses != null) {
            double address = wanted(addresses);
            given = values != null && addressesBefore ? givenByAddresses(address, width - before) : 0;
            addresses.setPrefWidth(address - given);
        }
        if (authors != null) {
            double author = wanted(authors);
            taken = values == null ? 0 : takenByAuthors(author, width - others);
            authors.setPrefWidth(author + taken);
            others += taken;
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

    /// @param room for the value column
    private double takenByAuthors(double author, double room) {
        boolean chosen = author != EntryColumn.AUTHOR.width();
        return chosen ? 0 : Math.clamp(room - Math.max(value, GOOD_VALUE), 0, WHOLE_AUTHOR - author);
    }

    private double leastValue(double inSight) {
        boolean chosen = value != EntryColumn.VALUE.width();
        return chosen || inSight < LEAST_VALUE ? value : Math.min(value, inSight);
    }
}
