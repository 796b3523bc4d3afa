package clasp.journal.ui.timeline;

import clasp.journal.model.TimeRange;
import clasp.journal.ui.fx.Keystroke;
import clasp.journal.ui.fx.Unsigned;
import java.util.Optional;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Cursor;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// What mouse and keys do on the strip: dragging chooses a time range or moves an edge of it, a click goes to a time,
/// the wheel zooms, the middle button (or shift and wheel) moves the view. Confined to the FX thread.
final class TimelineGestures {
    private static final double STEP = 1.25;
    private static final double WHEEL_NOTCH = 40;
    private static final double EDGE_REACH = 5;
    private static final double LEAST_DRAG = 4;
    private static final double KEY_PAN = 0.1;

    private sealed interface Drag {
        /// A range from a fixed time to the pointer; `startX` tells a click from a drag.
        record Select(long fixed, double startX, boolean begun) implements Drag {}

        record Pan(double lastX) implements Drag {}
    }

    private final TimelineViewModel model;
    private final Region strip;
    private final ObjectProperty<@Nullable TimeRange> pending = new SimpleObjectProperty<>();
    private final DoubleProperty pointer = new SimpleDoubleProperty(Double.NaN);
    private @Nullable Drag drag;
    private Runnable wayBack = () -> {};

    TimelineGestures(TimelineViewModel model, Region strip) {
        this.model = model;
        this.strip = strip;
        strip.setOnMousePressed(this::pressed);
        strip.setOnMouseDragged(this::dragged);
        strip.setOnMouseReleased(this::released);
        strip.setOnMouseMoved(this::moved);
        strip.setOnMouseExited(event -> pointer.set(Double.NaN));
        strip.setOnMouseClicked(this::clicked);
        strip.setOnScroll(this::scrolled);
        strip.setOnKeyPressed(this::keyPressed);
    }

    /// The range that is being dragged; null while none is.
    ObjectProperty<@Nullable TimeRange> pending() {
        return pending;
    }

    /// Where the pointer is; NaN while it is elsewhere.
    DoubleProperty pointer() {
        return pointer;
    }

    Optional<TimeAxis> axis() {
        TimeRange view = model.view().get();
        return view == null || strip.getWidth() <= 0
                ? Optional.empty()
                : Optional.of(new TimeAxis(view, strip.getWidth()));
    }

    private void pressed(MouseEvent event) {
        strip.requestFocus();
        TimeAxis axis = axis().orElse(null);
        if (axis == null) {
            return;
        }
        double x = event.getX();
        if (event.getButton() == MouseButton.MIDDLE) {
            drag = new Drag.Pan(x);
        } else if (event.getButton() == MouseButton.PRIMARY) {
            if (event.getClickCount() == 1) {
                wayBack = model.wayBack();
            }
            drag = otherEdge(axis, x)
                    .map(fixed -> new Drag.Select(fixed, x, true))
                    .orElseGet(() -> new Drag.Select(axis.microsAt(x), x, false));
        }
    }

    private void dragged(MouseEvent event) {
        pointer.set(Math.clamp(event.getX(), 0, strip.getWidth()));
        dragTo(event.getX());
    }

    private void dragTo(double x) {
        switch (drag) {
            case Drag.Select select -> dragSelection(select, x);
            case Drag.Pan pan -> {
                model.pan(pan.lastX - x, strip.getWidth());
                drag = new Drag.Pan(x);
            }
            case null -> {}
        }
    }

    private void dragSelection(Drag.Select select, double x) {
        TimeAxis axis = axis().orElse(null);
        if (axis == null || !select.begun && Math.abs(x - select.startX) < LEAST_DRAG) {
            return;
        }
        drag = new Drag.Select(select.fixed, select.startX, true);
        long at = axis.microsAt(x);
        pending.set(new TimeRange(Unsigned.min(select.fixed, at), Unsigned.max(select.fixed, at)));
    }

    private void released(MouseEvent event) {
        // A fast mouse may have gone on since it was last told of.
        dragTo(event.getX());
        TimeRange chosen = pending.get();
        drag = null;
        pending.set(null);
        if (chosen != null) {
            model.select(chosen);
        }
    }

    private void clicked(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY || !event.isStillSincePress()) {
            return;
        }
        if (event.getClickCount() == 2) {
            model.select(TimeRange.ALL);
            model.showAll();
            // The first of the two clicks has gone to a time.
            wayBack.run();
        } else if (event.getClickCount() == 1) {
            axis().ifPresent(axis -> goTo(axis, event.getX()));
        }
    }

    private void goTo(TimeAxis axis, double x) {
        switch (markAt(axis, x).orElse(null)) {
            case TimelineMark.SnapshotTaken snapshot ->
                model.browsing().reveal(snapshot.info().seqAt());
            case TimelineMark.Gap gap -> model.browsing().reveal(gap.missing().last() + 1);
            case null -> model.goTo(axis.microsAt(x));
        }
    }

    /// The mark under the pointer.
    Optional<TimelineMark> markAt(TimeAxis axis, double x) {
        TimeSurvey survey = model.survey().get();
        if (survey == null) {
            return Optional.empty();
        }
        return survey.marks().stream()
                .filter(mark -> Math.abs(axis.xOf(mark.atMicros()) - x) <= EDGE_REACH)
                .min((a, b) ->
                        Double.compare(Math.abs(axis.xOf(a.atMicros()) - x), Math.abs(axis.xOf(b.atMicros()) - x)));
    }

    private void moved(MouseEvent event) {
        pointer.set(event.getX());
        boolean edge = axis().flatMap(axis -> otherEdge(axis, event.getX())).isPresent();
        strip.setCursor(edge ? Cursor.H_RESIZE : Cursor.DEFAULT);
    }

    /// When the pointer is at an edge of the chosen range: the time at its other edge.
    private Optional<Long> otherEdge(TimeAxis axis, double x) {
        TimeRange chosen = model.selection();
        if (chosen.isAll()) {
            return Optional.empty();
        }
        if (Math.abs(axis.xOf(chosen.fromMicros()) - x) <= EDGE_REACH) {
            return Optional.of(chosen.toMicros());
        }
        return Math.abs(axis.xOf(chosen.toMicros()) - x) <= EDGE_REACH
                ? Optional.of(chosen.fromMicros())
                : Optional.empty();
    }

    private void scrolled(ScrollEvent event) {
        // With shift held, the toolkit turns the wheel's direction itself on some systems.
        if (event.isShiftDown() || Math.abs(event.getDeltaX()) > Math.abs(event.getDeltaY())) {
            double delta = event.getDeltaX() != 0 ? event.getDeltaX() : event.getDeltaY();
            model.pan(-delta * 2, strip.getWidth());
        } else if (event.getDeltaY() != 0) {
            model.zoom(Math.pow(STEP, -event.getDeltaY() / WHEEL_NOTCH), event.getX(), strip.getWidth());
        }
        event.consume();
    }

    private void keyPressed(KeyEvent event) {
        if (Keystroke.isCommand(event)) {
            return;
        }
        double width = strip.getWidth();
        boolean known = true;
        switch (event.getCode()) {
            case LEFT -> model.pan(-width * KEY_PAN, width);
            case RIGHT -> model.pan(width * KEY_PAN, width);
            case UP, PLUS, ADD, EQUALS -> model.zoom(1 / STEP, width / 2, width);
            case DOWN, MINUS, SUBTRACT -> model.zoom(STEP, width / 2, width);
            case HOME -> model.showAll();
            case ENTER -> axis().ifPresent(axis -> model.select(axis.view()));
            case DELETE, BACK_SPACE -> model.select(TimeRange.ALL);
            case ESCAPE -> known = cancelDrag();
            default -> known = false;
        }
        if (known) {
            event.consume();
        }
    }

    private boolean cancelDrag() {
        boolean dragging = pending.get() != null;
        drag = null;
        pending.set(null);
        return dragging;
    }
}
