package clasp.journal.ui.timeline;

/// Where on the strip what is drawn, in pixels from the top. Immutable.
///
/// @param width of the strip
/// @param top of the density, below the lane for marks
/// @param floor of the density, above the lane for tick labels
record Lanes(double width, double top, double floor) {
    static final double MARKS = 16;
    static final double LABELS = 17;

    static Lanes of(double width, double height) {
        return new Lanes(width, MARKS, Math.max(MARKS + 1, height - LABELS));
    }

    double height() {
        return floor - top;
    }
}
