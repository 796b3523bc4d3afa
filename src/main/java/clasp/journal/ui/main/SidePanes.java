package clasp.journal.ui.main;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Region;

/// The entry table with the panes at its sides, which keep their width when the window changes and can be put away.
/// Confined to the FX thread.
final class SidePanes extends SplitPane {
    /// However wide a pane was made: in a small window most of the room is the table's.
    private static final double MOST_ADDRESSES = 0.25;

    private static final double MOST_DETAIL = 0.34;

    private final Region addresses;
    private final Region table;
    private final Region detail;
    private final PaneLayout layout;
    private boolean arranging;

    SidePanes(Region addresses, Region table, Region detail, PaneLayout layout) {
        this.addresses = addresses;
        this.table = table;
        this.detail = detail;
        this.layout = layout;
        side(addresses, layout.addresses(), layout.addressesWidth());
        side(detail, layout.detail(), layout.detailWidth());
        table.setMinWidth(280);
        widthProperty().subscribe((before, now) -> {
            if (before.doubleValue() <= 0) {
                placeDividers();
            }
        });
        arrange();
    }

    private void side(Region pane, BooleanProperty shown, DoubleProperty width) {
        SplitPane.setResizableWithParent(pane, false);
        pane.setMinWidth(140);
        shown.subscribe((before, now) -> arrange());
        pane.widthProperty().subscribe((before, now) -> {
            // Only what the user does to a pane on screen is worth remembering, not what the first layouts do.
            if (!arranging && pane.getParent() != null && before.doubleValue() > 0 && isPressed()) {
                width.set(now.doubleValue());
            }
        });
    }

    private void arrange() {
        List<Region> present = new ArrayList<>();
        if (layout.addresses().get()) {
            present.add(addresses);
        }
        present.add(table);
        if (layout.detail().get()) {
            present.add(detail);
        }
        arranging = true;
        getItems().setAll(present);
        arranging = false;
        placeDividers();
    }

    private void placeDividers() {
        double width = getWidth();
        if (width <= 0) {
            return;
        }
        if (getItems().getFirst() == addresses) {
            setDividerPosition(
                    0, Math.min(MOST_ADDRESSES, layout.addressesWidth().get() / width));
        }
        if (getItems().getLast() == detail) {
            setDividerPosition(
                    getDividers().size() - 1, 1 - layout.detailWidth().get() / width);
        }
    }
}
