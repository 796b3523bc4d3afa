package clasp.journal.ui.lifelines;

import clasp.journal.ui.lifelines.Lifeline.Point;
import java.math.BigDecimal;
import java.util.function.Function;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;

/// Paints one row: numbers as a line that holds until the next one, everything else as marks on the row's ground.
/// Confined to the FX thread.
final class LifelinePainter {
    private static final double MARGIN = 5;
    private static final double DOTS_APART = 5;

    private final GraphicsContext graphics;
    private final Function<LifelineInk, Color> inks;
    private final TimeScale scale;
    private final double height;

    LifelinePainter(GraphicsContext graphics, Function<LifelineInk, Color> inks, TimeScale scale, double height) {
        this.graphics = graphics;
        this.inks = inks;
        this.scale = scale;
        this.height = height;
    }

    /// @param range from the number at the bottom to that at the top; null without numbers
    void paint(Lifeline line, @Nullable NumberRange range, @Nullable Long selectedMicros) {
        graphics.setStroke(inks.apply(LifelineInk.RULE));
        graphics.setLineWidth(1);
        graphics.strokeLine(0, height - 0.5, scale.width(), height - 0.5);
        if (selectedMicros != null && scale.time().contains(selectedMicros)) {
            double x = Math.floor(scale.x(selectedMicros)) + 0.5;
            graphics.setStroke(inks.apply(LifelineInk.SELECTED));
            graphics.strokeLine(x, 0, x, height);
        }
        Point before = null;
        double lastDot = Double.NEGATIVE_INFINITY;
        for (Point point : line.points()) {
            double x = scale.x(point.micros());
            BigDecimal number = point.number();
            if (number != null && range != null) {
                step(before, point, x, range);
                if (x - lastDot >= DOTS_APART) {
                    graphics.setFill(inks.apply(LifelineInk.of(point.signalType())));
                    graphics.fillOval(x - 1.5, y(number, range) - 1.5, 3, 3);
                    lastDot = x;
                }
            } else {
                graphics.setFill(inks.apply(LifelineInk.of(point.signalType())));
                graphics.fillRect(Math.floor(x), MARGIN, 2, height - 2 * MARGIN);
            }
            before = point;
        }
        if (before != null) {
            holdToTheEnd(before, range);
        }
    }

    private void step(@Nullable Point before, Point point, double x, NumberRange range) {
        if (before != null && before.number() != null && point.number() != null) {
            double fromX = scale.x(before.micros());
            double fromY = y(before.number(), range);
            graphics.setStroke(inks.apply(LifelineInk.of(point.signalType())));
            graphics.setLineWidth(1.2);
            graphics.strokeLine(fromX, fromY, x, fromY);
            graphics.strokeLine(x, fromY, x, y(point.number(), range));
        }
    }

    private void holdToTheEnd(Point last, @Nullable NumberRange range) {
        if (last.number() != null && range != null) {
            double y = y(last.number(), range);
            graphics.setStroke(inks.apply(LifelineInk.of(last.signalType())));
            graphics.setLineWidth(1.2);
            graphics.strokeLine(scale.x(last.micros()), y, scale.width(), y);
        }
    }

    private double y(BigDecimal number, NumberRange range) {
        return MARGIN + (1 - range.share(number)) * (height - 2 * MARGIN);
    }
}
