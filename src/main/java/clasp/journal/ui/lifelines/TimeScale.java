package clasp.journal.ui.lifelines;

import clasp.journal.model.TimeRange;
import clasp.journal.ui.fx.Unsigned;

/// Where the moments of some time are on a drawing of some width. Immutable.
record TimeScale(TimeRange time, double width) {
    double x(long micros) {
        double span = Unsigned.toDouble(time.toMicros() - time.fromMicros());
        return span == 0 ? width / 2 : Unsigned.toDouble(micros - time.fromMicros()) / span * (width - 1);
    }
}
