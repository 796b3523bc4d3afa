package clasp.journal.ui.lifelines;

import clasp.journal.ui.lifelines.Lifeline.Point;
import clasp.journal.ui.lifelines.SharedPlot.Mark;
import clasp.journal.ui.lifelines.SharedPlot.Series;
import java.util.function.Function;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/// Paints the lines of several addresses over each other: each number holds until the next entry of its address. What
/// is no number is a sign below. Confined to the FX thread.
final class SharedPlotPainter {
    private static final Font SMALL = Font.font("System", 11);
    private static final int DOTS_UP_TO = 80;

    private final GraphicsContext graphics;
    private final Function<SeriesInk, Color> inks;
    private final PlotArea area;

    SharedPlotPainter(GraphicsContext graphics, Function<SeriesInk, Color> inks, PlotArea area) {
        this.graphics = graphics;
        this.inks = inks;
        this.area = area;
    }

    /// @param labels the numbers at the bottom and at the top; null where each line has its own
    void paintFrame(@Nullable NumberRange labels) {
        graphics.setStroke(inks.apply(SeriesInk.RULE));
        graphics.setLineWidth(1);
        rule(PlotArea.TOP);
        rule(area.bottom());
        if (labels != null) {
            graphics.setFill(inks.apply(SeriesInk.LABEL));
            graphics.setFont(SMALL);
            graphics.setTextBaseline(VPos.CENTER);
            graphics.setTextAlign(TextAlignment.LEFT);
            graphics.fillText(RangeText.of(labels.most()), 0, PlotArea.TOP / 2);
            graphics.fillText(RangeText.of(labels.least()), 0, area.bottom() + PlotArea.TOP / 2);
        }
    }

    void paintSelected(long micros) {
        if (area.time().contains(micros)) {
            upright(micros, inks.apply(SeriesInk.SELECTED));
        }
    }

    void paintLine(Series series, @Nullable NumberRange range) {
        Color colour = inks.apply(series.ink());
        graphics.setStroke(colour);
        graphics.setFill(colour);
        graphics.setLineWidth(1.8);
        graphics.setLineDashes(series.ink().dashes());
        boolean dots = series.points().size() <= DOTS_UP_TO;
        boolean drawing = false;
        double lastY = 0;
        graphics.beginPath();
        for (Point point : series.points()) {
            double x = area.x(point);
            double y = area.y(point, range);
            if (drawing) {
                graphics.lineTo(x, lastY);
            }
            boolean number = point.number() != null;
            if (!number) {
                graphics.fillRect(Math.floor(x) - 1, area.height() - PlotArea.SIGN, 2, PlotArea.SIGN);
            } else if (drawing) {
                graphics.lineTo(x, y);
            } else {
                graphics.moveTo(x, y);
            }
            if (number && dots) {
                dot(x, y, 2.2);
            }
            drawing = number;
            lastY = y;
        }
        if (drawing) {
            graphics.lineTo(area.width(), lastY);
        }
        graphics.stroke();
        graphics.setLineDashes();
    }

    void paintPointed(Mark mark, @Nullable NumberRange range) {
        upright(mark.point().micros(), inks.apply(SeriesInk.POINTED).deriveColor(0, 1, 1, 0.5));
        graphics.setFill(inks.apply(mark.series().ink()));
        dot(area.x(mark.point()), area.y(mark.point(), range), 4.5);
    }

    private void upright(long micros, Color colour) {
        double x = Math.floor(area.x(micros)) + 0.5;
        graphics.setStroke(colour);
        graphics.setLineWidth(1);
        graphics.strokeLine(x, PlotArea.TOP, x, area.height());
    }

    private void rule(double y) {
        double at = Math.floor(y) + 0.5;
        graphics.strokeLine(0, at, area.width(), at);
    }

    private void dot(double x, double y, double radius) {
        graphics.fillOval(x - radius, y - radius, 2 * radius, 2 * radius);
    }
}
