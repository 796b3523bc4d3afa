package clasp.journal.ui.main;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Region;
import javafx.util.Subscription;

/// The entry table with the panes at its sides, which keep their width when the window changes and can be put away.
/// Confined to the FX thread.
final class SidePanes extends SplitPane {
    /// However wide the panes were made: this much of the room is the table's, as long as a pane has its least.
    private static final double TABLE = 512;

    private static final double LEAST_PANE = 140;

    private final Region addresses;
    private final Region table;
    private final Region detail;
    private final PaneLayout layout;
    private final Subscription shown;
    private boolean arranging;
    /// The width for which the dividers stand where they should.
    private double placedFor = -1;
    /// How wide the panes were when the mouse was pressed.
    private List<Double> pressedAt = List.of();

    SidePanes(Region addresses, Region table, Region detail, PaneLayout layout) {
        this.addresses = addresses;
        this.table = table;
        this.detail = detail;
        this.layout = layout;
        side(addresses);
        side(detail);
        shown = Subscription.combine(
                layout.addresses().subscribe((before, now) -> arrange()),
                layout.detail().subscribe((before, now) -> arrange()),
                layout.addressesWidth().subscribe((before, now) -> widthChanged()),
                layout.detailWidth().subscribe((before, now) -> widthChanged()));
        pressedProperty().subscribe((before, now) -> {
            if (before && !now) {
                released();
            } else if (now) {
                pressedAt = List.of(addresses.getWidth(), detail.getWidth());
            }
        });
        table.setMinWidth(280);
        widthProperty().subscribe((before, now) -> layout.fit(now.doubleValue()));
        arrange();
    }

    /// Follows the layout, which outlives it, no more.
    void close() {
        shown.unsubscribe();
    }

    private void side(Region pane) {
        SplitPane.setResizableWithParent(pane, false);
        pane.setMinWidth(LEAST_PANE);
        // In a low window the beginning of a pane is seen, not its middle.
        pane.setMinHeight(0);
        pane.widthProperty().subscribe((before, now) -> {
            // Only what the user does to a pane on screen is worth remembering, not what the first layouts do.
            if (!arranging && pane.getParent() != null && before.doubleValue() > 0 && isPressed()) {
                remember(pane);
            }
        });
    }

    /// What was dragged may not have been laid out yet.
    private void released() {
        layout();
        if (pressedAt.getFirst() != addresses.getWidth()) {
            remember(addresses);
        }
        if (pressedAt.getLast() != detail.getWidth()) {
            remember(detail);
        }
        layout.settle();
    }

    /// By its divider, which is placed by this again: half of that is counted as the pane's.
    private void remember(Region pane) {
        double[] positions = getDividerPositions();
        if (getItems().getFirst() == pane) {
            layout.addressesWidth().set(positions[0] * getWidth());
        } else if (getItems().getLast() == pane) {
            layout.detailWidth().set((1 - positions[positions.length - 1]) * getWidth());
        }
    }

    /// Not by a drag here: it was taken back, or the user drags in another tab.
    private void widthChanged() {
        if (!isPressed()) {
            placedFor = -1;
            requestLayout();
        }
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
        placedFor = -1;
        placeDividers();
    }

    /// The layout for another width gives the panes other widths, and wrong ones when a pane goes at the same time.
    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        if (placedFor != getWidth() && !isPressed()) {
            placedFor = getWidth();
            placeDividers();
            super.layoutChildren();
        }
    }

    private void placeDividers() {
        double width = getWidth();
        if (width <= 0) {
            return;
        }
        double room = width - TABLE;
        if (getItems().getLast() == detail) {
            double detailWidth = Math.clamp(layout.detailWidth().get(), LEAST_PANE, Math.max(LEAST_PANE, room));
            setDividerPosition(getDividers().size() - 1, 1 - detailWidth / width);
            room -= detailWidth;
        }
        if (getItems().getFirst() == addresses) {
            double addressesWidth = Math.clamp(layout.addressesWidth().get(), LEAST_PANE, Math.max(LEAST_PANE, room));
            setDividerPosition(0, addressesWidth / width);
        }
    }
}
