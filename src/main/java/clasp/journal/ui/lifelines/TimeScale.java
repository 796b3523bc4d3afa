package clasp.journal.ui.lifelines;

import clasp.journal.model.TimeRange;

/// Where the moments of some time are on a drawing of some width. Immutable.
record TimeScale(TimeRange time, double width) {
    double x(long micros) {
        double span = unsigned(time.toMicros() - time.fromMicros());
        return span == 0 ? width / 2 : unsigned(micros - time.fromMicros()) / span * (width - 1);
    }

    private static double unsigned(long value) {
        return value >= 0 ? value : (value >>> 1) * 2.0 + (value & 1);
    }
}
