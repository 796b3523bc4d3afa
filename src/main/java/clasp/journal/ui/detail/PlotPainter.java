package clasp.journal.ui.detail;

import clasp.journal.ui.fx.DayText;
import clasp.journal.ui.fx.LineText;
import clasp.journal.ui.fx.TimeText;
import java.util.List;
import java.util.function.Function;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/// Paints a plot: a step from each number to the next, as a value holds until it is set again. Confined to the FX
/// thread.
final class PlotPainter {
    private static final Font SMALL = Font.font("System", 11);
    private static final int DOTS_UP_TO = 80;
    private static final int MAX_LABEL = 32;

    private final GraphicsContext graphics;
    private final Function<PlotInk, Color> inks;
    private final PlotScale scale;

    PlotPainter(GraphicsContext graphics, Function<PlotInk, Color> inks, PlotScale scale) {
        this.graphics = graphics;
        this.inks = inks;
        this.scale = scale;
    }

    void paintFrame(Plot plot, TimeText times) {
        graphics.setStroke(inks.apply(PlotInk.RULE));
        graphics.setLineWidth(1);
        rule(PlotScale.TOP);
        rule(scale.height() - PlotScale.BOTTOM);
        graphics.setFill(inks.apply(PlotInk.LABEL));
        graphics.setFont(SMALL);
        graphics.setTextBaseline(VPos.CENTER);
        graphics.setTextAlign(TextAlignment.LEFT);
        double left = PlotScale.SIDE;
        boolean flat = plot.least().equals(plot.most());
        if (!flat) {
            graphics.fillText(LineText.of(plot.most(), MAX_LABEL), left, PlotScale.TOP / 2);
        }
        double below = scale.height() - PlotScale.BOTTOM;
        graphics.fillText(LineText.of(plot.least(), MAX_LABEL), left, below + PlotScale.BOTTOM * 0.25);
        long from = scale.time().fromMicros();
        long to = scale.time().toMicros();
        boolean sameDay = times.day(from).equals(times.day(to));
        double timesAt = below + PlotScale.BOTTOM * 0.73;
        graphics.fillText(sameDay ? times.clock(from) : daytime(times, from), left, timesAt);
        if (from != to) {
            graphics.setTextAlign(TextAlignment.RIGHT);
            graphics.fillText(sameDay ? times.clock(to) : daytime(times, to), scale.width() - PlotScale.SIDE, timesAt);
        }
    }

    /// Date and time to the second: both ends must fit a narrow pane.
    private static String daytime(TimeText times, long micros) {
        String clock = times.clock(micros);
        String time = clock.substring(0, Math.min(8, clock.length()));
        return times.day(micros).map(day -> DayText.DATE.of(day) + " " + time).orElse(time);
    }

    void paintLine(List<PlotPoint> points) {
        graphics.setStroke(inks.apply(PlotInk.LINE));
        graphics.setFill(inks.apply(PlotInk.LINE));
        graphics.setLineWidth(1.5);
        graphics.beginPath();
        double lastY = 0;
        for (PlotPoint point : points) {
            double x = scale.x(point);
            double y = scale.y(point);
            if (point.joined()) {
                graphics.lineTo(x, lastY);
                graphics.lineTo(x, y);
            } else {
                graphics.moveTo(x, y);
            }
            lastY = y;
        }
        graphics.stroke();
        for (int i = 0; i < points.size(); i++) {
            boolean alone = !points.get(i).joined()
                    && (i + 1 == points.size() || !points.get(i + 1).joined());
            if (alone || points.size() <= DOTS_UP_TO) {
                dot(points.get(i), 2);
            }
        }
    }

    void paintMark(@Nullable PlotPoint point, PlotInk ink) {
        if (point == null) {
            return;
        }
        Color color = inks.apply(ink);
        graphics.setStroke(color.deriveColor(0, 1, 1, 0.5));
        graphics.setLineWidth(1);
        double x = Math.floor(scale.x(point)) + 0.5;
        graphics.strokeLine(x, PlotScale.TOP, x, scale.height() - PlotScale.BOTTOM);
        graphics.setFill(color);
        dot(point, 4);
    }

    private void rule(double y) {
        double at = Math.floor(y) + 0.5;
        graphics.strokeLine(PlotScale.SIDE, at, scale.width() - PlotScale.SIDE, at);
    }

    private void dot(PlotPoint point, double radius) {
        graphics.fillOval(scale.x(point) - radius, scale.y(point) - radius, 2 * radius, 2 * radius);
    }
}
