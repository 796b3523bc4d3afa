package clasp.journal.ui.table;

import clasp.journal.ui.fx.NumberText;
import clasp.journal.ui.fx.Texts;
import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The scroll bar over all rows, however many, with a bubble that says where a dragged thumb is.
/// Confined to the FX thread.
final class TableScroller {
    private static final double MIN_THUMB = 28;

    private final EntryTableViewModel model;
    private final ScrollBar bar = new ScrollBar();
    private final Label bubble = new Label();
    private boolean updating;
    private boolean dragging;

    TableScroller(EntryTableViewModel model) {
        this.model = model;
        bar.setOrientation(Orientation.VERTICAL);
        bar.setAccessibleText(Texts.text("table.scrollBar"));
        bar.setUnitIncrement(1);
        bar.setId("rowScrollBar");
        bubble.getStyleClass().add("scroll-bubble");
        bubble.setManaged(false);
        bubble.setVisible(false);
        bubble.setMouseTransparent(true);
        bar.valueProperty().subscribe((old, now) -> moved(now.doubleValue()));
        bar.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> dragging = true);
        bar.addEventFilter(MouseEvent.MOUSE_RELEASED, event -> released());
        model.topRow().subscribe(this::update);
        model.rowCount().subscribe(this::update);
        model.lines().subscribe(this::update);
        model.topTime().subscribe(this::say);
        bar.heightProperty().subscribe(this::update);
    }

    /// The bar, below a piece of header.
    Region node() {
        var corner = new Region();
        corner.getStyleClass().add("scroll-corner");
        var track = new StackPane(bar, new ScrollMarks(model));
        VBox.setVgrow(track, Priority.ALWAYS);
        return new VBox(corner, track);
    }

    /// Lies over the table; to be added to its pane.
    Region bubble() {
        return bubble;
    }

    private void released() {
        dragging = false;
        bubble.setVisible(false);
        update();
    }

    private void moved(double value) {
        if (!updating) {
            model.scrollToRow(Math.round(value));
            if (dragging) {
                say();
            }
        }
    }

    /// Shows where the table is; while the thumb is held, it stays below the mouse.
    private void update() {
        if (dragging) {
            return;
        }
        updating = true;
        int visible = Math.max(1, model.lines().size());
        double last = Math.max(0, model.rowCount().get() - visible);
        bar.setMax(last);
        bar.setValue(Math.min(last, model.topRow().get()));
        bar.setVisibleAmount(Math.max(last * visible / (last + visible), last * graspable()));
        bar.setBlockIncrement(Math.max(1, visible - 1));
        bar.setDisable(last == 0);
        updating = false;
    }

    /// The share of the bar that a thumb needs to be taken hold of.
    private double graspable() {
        return Math.min(1, MIN_THUMB / Math.max(MIN_THUMB, bar.getHeight()));
    }

    private void say() {
        if (!dragging) {
            return;
        }
        String row = NumberText.grouped(Math.round(bar.getValue()) + 1);
        String time = model.topTime().get();
        bubble.setText(
                time.isEmpty()
                        ? Texts.text("table.bubble.row", row)
                        : Texts.text("table.bubble.rowAndTime", row, time));
        bubble.autosize();
        double share = bar.getMax() == 0 ? 0 : bar.getValue() / bar.getMax();
        double y = bar.getLayoutY() + share * Math.max(0, bar.getHeight() - bubble.getHeight());
        @Nullable Region pane = bubble.getParent() instanceof Region region ? region : null;
        if (pane != null) {
            bubble.relocate(pane.getWidth() - bubble.getWidth() - 8, y);
        }
        bubble.setVisible(true);
    }
}
