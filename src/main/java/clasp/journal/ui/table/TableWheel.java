package clasp.journal.ui.table;

import javafx.scene.input.ScrollEvent;

/// Turns the wheel, or a finger on a trackpad, into whole rows; what is left of a row is kept for the next event.
/// Confined to the FX thread.
final class TableWheel {
    /// What a notch of a wheel sends.
    private static final double NOTCH = 40;

    private static final double ROWS_PER_NOTCH = 3;

    private double rest;

    /// How many rows to move down, negative for up.
    int rows(ScrollEvent event) {
        return rows(event.getDeltaY());
    }

    int rows(double deltaY) {
        boolean notches = deltaY != 0 && deltaY % NOTCH == 0;
        if (notches || deltaY * rest > 0) {
            rest = 0;
        }
        rest -= notches ? deltaY / NOTCH * ROWS_PER_NOTCH : deltaY / EntryTableView.ROW_HEIGHT;
        int rows = (int) rest;
        rest -= rows;
        return rows;
    }
}
