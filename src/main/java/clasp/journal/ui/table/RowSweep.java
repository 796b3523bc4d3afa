package clasp.journal.ui.table;

import clasp.journal.ui.fx.Later;
import clasp.journal.ui.fx.Ticker;
import clasp.journal.ui.table.TableSelection.Mode;
import java.time.Duration;
import javafx.geometry.Point2D;
import javafx.scene.control.TableView;
import javafx.scene.input.MouseEvent;

/// Drags over lines: selects from the row that was pressed to the one under the pointer. Beyond the lines on screen the
/// table scrolls on, the faster the farther away the pointer is. Confined to the FX thread.
final class RowSweep {
    private static final Duration STEP = Duration.ofMillis(50);

    private final TableView<RowSlot> table;
    private final EntryTableViewModel model;
    private final Ticker scrolling = new Ticker(Later.onFxThread(), STEP, this::scrollOn);
    private boolean begun;
    /// How many lines the pointer is below the last on screen, or above the first when negative; 0 between them.
    private int beyond;

    RowSweep(TableView<RowSlot> table, EntryTableViewModel model) {
        this.table = table;
        this.model = model;
        table.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> end());
        table.addEventFilter(MouseEvent.MOUSE_DRAGGED, this::dragged);
        table.addEventFilter(MouseEvent.MOUSE_RELEASED, event -> {
            // A fast mouse may have gone on since it was last told of.
            dragged(event);
            end();
        });
    }

    /// A line was pressed.
    void press(RowSlot line, Mode mode) {
        begun = model.click(line, mode);
    }

    private void dragged(MouseEvent event) {
        // A hand that trembles while it clicks drags nothing.
        if (begun && !event.isStillSincePress()) {
            goTo(line(event));
        }
    }

    /// The line under the pointer, counted from the first on screen: less than 0 above it.
    private int line(MouseEvent event) {
        Point2D at = table.lookup(".clipped-container").sceneToLocal(event.getSceneX(), event.getSceneY());
        return (int) Math.floor(at.getY() / table.getFixedCellSize());
    }

    private void goTo(int line) {
        int last = model.lines().size() - 1;
        boolean scrolled = beyond != 0;
        beyond = line < 0 ? line : Math.max(0, line - last);
        if (beyond == 0) {
            scrolling.stop();
        } else if (!scrolled) {
            scrolling.start();
        }
        // While it scrolls, the end of the selection is where that has come to.
        if (beyond == 0 || !scrolled) {
            model.sweepTo(Math.clamp(line, 0, last));
        }
    }

    private void scrollOn() {
        if (table.getScene() == null) {
            end();
        } else {
            model.move(beyond * Math.abs(beyond), Mode.SWEEP);
        }
    }

    private void end() {
        begun = false;
        beyond = 0;
        scrolling.stop();
    }
}
