package clasp.journal.ui.lifelines;

import clasp.journal.model.TimeRange;
import clasp.journal.ui.lifelines.Lifeline.Point;
import org.jspecify.annotations.Nullable;

/// Where the entries of a plot lie on its canvas. Immutable.
record PlotArea(TimeRange time, double width, double height) {
    /// Room for the greatest number.
    static final double TOP = 20;
    /// Room for the least number and for what is no number.
    static final double BOTTOM = 30;
    /// How high the sign of an entry is that is no number.
    static final double SIGN = 8;

    double x(Point point) {
        return x(point.micros());
    }

    double x(long micros) {
        return new TimeScale(time, width).x(micros);
    }

    /// @param range from the number at the bottom to that at the top; null without numbers
    double y(Point point, @Nullable NumberRange range) {
        return point.number() == null || range == null
                ? height - SIGN / 2
                : TOP + (1 - range.share(point.number())) * (bottom() - TOP);
    }

    /// Where the least number is.
    double bottom() {
        return height - BOTTOM;
    }
}
