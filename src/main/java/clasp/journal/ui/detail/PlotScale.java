package clasp.journal.ui.detail;

import clasp.journal.model.TimeRange;
import clasp.journal.ui.fx.Unsigned;

/// Where the points of a plot lie on the canvas. Immutable.
///
/// @param time from the least timestamp to the greatest, unsigned
record PlotScale(TimeRange time, double width, double height) {
    /// Room at the left and right.
    static final double SIDE = 8;
    /// Room for the greatest number.
    static final double TOP = 20;
    /// Room for the least number and the times.
    static final double BOTTOM = 36;

    double x(PlotPoint point) {
        double room = width - 2 * SIDE;
        double span = Unsigned.toDouble(time.toMicros() - time.fromMicros());
        return span == 0 ? width / 2 : SIDE + room * (Unsigned.toDouble(point.micros() - time.fromMicros()) / span);
    }

    double y(PlotPoint point) {
        double room = height - TOP - BOTTOM;
        return TOP + room * (1 - point.height());
    }
}
