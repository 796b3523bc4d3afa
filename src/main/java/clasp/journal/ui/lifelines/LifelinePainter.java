package clasp.journal.ui.lifelines;

import clasp.journal.model.TimeRange;
import clasp.journal.ui.lifelines.Lifeline.Point;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.function.Function;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;

/// Paints one row: numbers as a line that holds until the next one, everything else as marks on the row's ground.
/// Confined
/// to the FX thread.
final class LifelinePainter {
    private static final double MARGIN = 5;
    private static final double DOTS_APART = 5;

    private final GraphicsContext graphics;
    private final Function<LifelineInk, Color> inks;
    private final TimeRange time;
    private final double width;
    private final double height;

    LifelinePainter(
            GraphicsContext graphics, Function<LifelineInk, Color> inks, TimeRange time, double width, double height) {
        this.graphics = graphics;
        this.inks = inks;
        this.time = time;
        this.width = width;
        this.height = height;
    }

    /// Where a time is on a row of this width.
    static double xOf(long micros, TimeRange time, double width) {
        double span = unsigned(time.toMicros() - time.fromMicros());
        return span == 0 ? width / 2 : unsigned(micros - time.fromMicros()) / span * (width - 1);
    }

    /// @param least the number at the bottom, and `most` that at the top; null without numbers
    void paint(Lifeline line, @Nullable BigDecimal least, @Nullable BigDecimal most, @Nullable Long selectedMicros) {
        graphics.setStroke(inks.apply(LifelineInk.RULE));
        graphics.setLineWidth(1);
        graphics.strokeLine(0, height - 0.5, width, height - 0.5);
        if (selectedMicros != null && time.contains(selectedMicros)) {
            double x = Math.floor(xOf(selectedMicros, time, width)) + 0.5;
            graphics.setStroke(inks.apply(LifelineInk.SELECTED));
            graphics.strokeLine(x, 0, x, height);
        }
        Point before = null;
        double lastDot = Double.NEGATIVE_INFINITY;
        for (Point point : line.points()) {
            double x = xOf(point.micros(), time, width);
            BigDecimal number = point.number();
            if (number != null && least != null && most != null) {
                step(before, point, x, least, most);
                if (x - lastDot >= DOTS_APART) {
                    graphics.setFill(inks.apply(LifelineInk.of(point.signalType())));
                    graphics.fillOval(x - 1.5, y(number, least, most) - 1.5, 3, 3);
                    lastDot = x;
                }
            } else {
                graphics.setFill(inks.apply(LifelineInk.of(point.signalType())));
                graphics.fillRect(Math.floor(x), MARGIN, 2, height - 2 * MARGIN);
            }
            before = point;
        }
        if (before != null) {
            holdToTheEnd(before, least, most);
        }
    }

    private void step(@Nullable Point before, Point point, double x, BigDecimal least, BigDecimal most) {
        if (before != null && before.number() != null && point.number() != null) {
            double fromX = xOf(before.micros(), time, width);
            double fromY = y(before.number(), least, most);
            graphics.setStroke(inks.apply(LifelineInk.of(point.signalType())));
            graphics.setLineWidth(1.2);
            graphics.strokeLine(fromX, fromY, x, fromY);
            graphics.strokeLine(x, fromY, x, y(point.number(), least, most));
        }
    }

    private void holdToTheEnd(Point last, @Nullable BigDecimal least, @Nullable BigDecimal most) {
        if (last.number() != null && least != null && most != null) {
            double y = y(last.number(), least, most);
            graphics.setStroke(inks.apply(LifelineInk.of(last.signalType())));
            graphics.setLineWidth(1.2);
            graphics.strokeLine(xOf(last.micros(), time, width), y, width, y);
        }
    }

    private double y(BigDecimal number, BigDecimal least, BigDecimal most) {
        BigDecimal span = most.subtract(least);
        double share = span.signum() == 0
                ? 0.5
                : number.subtract(least).divide(span, MathContext.DECIMAL64).doubleValue();
        return MARGIN + (1 - share) * (height - 2 * MARGIN);
    }

    private static double unsigned(long value) {
        return value >= 0 ? value : (value >>> 1) * 2.0 + (value & 1);
    }
}
