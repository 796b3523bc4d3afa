package clasp.journal.ui.detail;

import clasp.journal.ui.fx.InkCanvas;
import clasp.journal.ui.fx.LineText;
import clasp.journal.ui.fx.NumberText;
import clasp.journal.ui.fx.ReadingKeys;
import clasp.journal.ui.fx.Texts;
import clasp.journal.ui.fx.TimeDisplay;
import clasp.journal.ui.fx.TimeText;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;

/// The numbers of the address over time. The pointer, or the arrow keys, read the value at a place; a click or Enter
/// shows that entry in the table. Confined to the FX thread.
final class PlotView extends StackPane {
    private static final double HEIGHT = 150;
    /// Two labels, and a curve between them.
    private static final double LEAST_HEIGHT = 64;
    private static final int MAX_VALUE = 40;

    private final DetailViewModel detail;
    private final InkCanvas<PlotInk> canvas = new InkCanvas<>(PlotInk.ALL, this::paint);
    private final Label reading = new Label();
    private TimeText times = TimeText.of(TimeDisplay.UTC, 0);
    private @Nullable PlotPoint pointed;

    PlotView(DetailViewModel detail) {
        this.detail = detail;
        setId("plot");
        getStyleClass().add("plot");
        setMinHeight(LEAST_HEIGHT);
        fit(HEIGHT);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        canvas.getStyleClass().add("plot-canvas");
        reading.setId("plotReading");
        reading.getStyleClass().add("reading");
        reading.setManaged(false);
        reading.setMouseTransparent(true);
        getChildren().addAll(canvas, reading);
        setOnMouseMoved(this::follow);
        setOnMouseExited(event -> point(null));
        setOnMouseClicked(event -> {
            requestFocus();
            follow(event);
            reveal();
        });
        ReadingKeys.of(this, this::step, this::reveal);
        focusedProperty().subscribe((before, now) -> point(null));
        detail.history().window().subscribe(window -> changed());
        detail.history().current().subscribe(seq -> canvas.repaint());
    }

    void show(TimeText now) {
        times = now;
        canvas.repaint();
    }

    /// Takes so much height, within reason.
    void fit(double height) {
        setPrefHeight(Math.clamp(height, LEAST_HEIGHT, HEIGHT));
    }

    private void changed() {
        Plot plot = plot();
        setAccessibleText(Texts.text(
                "detail.plot.accessible", NumberText.grouped(plot.points().size()), plot.least(), plot.most()));
        point(null);
    }

    private Plot plot() {
        HistoryWindow window = detail.history().window().get();
        return window == null ? Plot.NONE : window.plot();
    }

    private Optional<PlotScale> scale() {
        return plot().time().map(time -> new PlotScale(time, getWidth(), getHeight()));
    }

    private void follow(MouseEvent event) {
        point(scale().flatMap(scale -> plot().points().stream()
                        .min(Comparator.comparingDouble(point -> Math.abs(scale.x(point) - event.getX()))))
                .orElse(null));
    }

    private void step(int by) {
        List<PlotPoint> points = plot().points();
        PlotPoint from = pointed;
        if (from == null) {
            Long current = detail.history().current().get();
            from = current == null ? null : plot().point(current);
        }
        int index = from == null ? points.size() - 1 : points.indexOf(from) + by;
        if (!points.isEmpty()) {
            point(points.get(Math.clamp(index, 0, points.size() - 1)));
        }
    }

    private void reveal() {
        PlotPoint point = pointed;
        if (point != null) {
            detail.reveal(point.seq());
        }
    }

    private void point(@Nullable PlotPoint point) {
        pointed = point;
        reading.setVisible(point != null);
        if (point != null) {
            reading.setText(Texts.text(
                    "detail.plot.reading",
                    LineText.of(point.text(), MAX_VALUE),
                    times.clock(point.micros()),
                    NumberText.seq(point.seq())));
            reading.autosize();
            double x = scale().map(scale -> scale.x(point)).orElse(0.0);
            double most = Math.max(0, getWidth() - reading.getWidth() - 2);
            reading.relocate(Math.round(Math.clamp(x - reading.getWidth() / 2, 0, most)), 0);
        }
        canvas.repaint();
    }

    private void paint(Canvas target, Function<PlotInk, Color> inks) {
        Plot plot = plot();
        PlotScale scale = scale().orElse(null);
        if (scale == null) {
            return;
        }
        var painter = new PlotPainter(target.getGraphicsContext2D(), inks, scale);
        painter.paintFrame(plot, times);
        painter.paintLine(plot.points());
        Long current = detail.history().current().get();
        painter.paintMark(current == null ? null : plot.point(current), PlotInk.CURRENT);
        painter.paintMark(pointed, PlotInk.POINTED);
    }
}
