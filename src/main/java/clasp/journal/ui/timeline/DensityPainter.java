package clasp.journal.ui.timeline;

import clasp.journal.store.Histogram;
import javafx.scene.canvas.GraphicsContext;

/// Paints the counts: heights grow with the square root of a count, so that a burst does not flatten everything else,
/// and whatever is not nothing is at least two pixels high. Confined to the FX thread.
final class DensityPainter {
    private static final double LEAST_HEIGHT = 2;
    private static final double LEAST_WIDTH = 2;
    private static final double HATCH_OPACITY = 0.6;
    private static final double HATCH_STEP = 7;
    private static final double STALE_OPACITY = 0.45;

    private final GraphicsContext graphics;
    private final Palette inks;
    private final Lanes lanes;
    private final TimeAxis axis;

    DensityPainter(GraphicsContext graphics, Palette inks, Lanes lanes, TimeAxis axis) {
        this.graphics = graphics;
        this.inks = inks;
        this.lanes = lanes;
        this.axis = axis;
    }

    /// @param stale whether these are the counts of an earlier query
    void paint(Density density, boolean stale) {
        double most = 1;
        Histogram total = density.total();
        for (int bucket = 0; bucket < total.buckets(); bucket++) {
            most = Math.max(most, sum(total, bucket));
        }
        double scale = lanes.height() / Math.sqrt(most);
        if (density.matching() != total) {
            paintGhost(total, scale);
        }
        graphics.setGlobalAlpha(stale ? STALE_OPACITY : 1);
        paintStacked(density.matching(), scale);
        graphics.setGlobalAlpha(1);
        if (!density.exact()) {
            paintHatch();
        }
        paintFloor(total);
    }

    private void paintGhost(Histogram histogram, double scale) {
        graphics.setFill(inks.get(Ink.GHOST));
        for (int bucket = 0; bucket < histogram.buckets(); bucket++) {
            double height = height(sum(histogram, bucket), scale);
            if (height > 0) {
                bar(histogram, bucket, lanes.floor() - height, height);
            }
        }
    }

    private void paintStacked(Histogram histogram, double scale) {
        for (int bucket = 0; bucket < histogram.buckets(); bucket++) {
            long count = sum(histogram, bucket);
            double height = height(count, scale);
            double floor = lanes.floor();
            for (int series = 0; series < histogram.series().size() && height > 0; series++) {
                long part = histogram.series().get(series)[bucket];
                if (part > 0) {
                    double share = height * part / count;
                    graphics.setFill(inks.get(Ink.SERIES[series]));
                    bar(histogram, bucket, floor - share, share);
                    floor -= share;
                }
            }
        }
    }

    /// Slanting lines in the colour of the ground, which show only where something is painted: it is an estimate.
    private void paintHatch() {
        graphics.setStroke(inks.get(Ink.PAPER).deriveColor(0, 1, 1, HATCH_OPACITY));
        graphics.setLineWidth(1);
        graphics.setLineDashes();
        for (double x = -lanes.height(); x < lanes.width(); x += HATCH_STEP) {
            graphics.strokeLine(x, lanes.floor(), x + lanes.height(), lanes.top());
        }
    }

    /// The ground line: drawn through where there are entries, dotted where there is silence.
    private void paintFloor(Histogram histogram) {
        double y = Math.floor(lanes.floor()) + 0.5;
        graphics.setStroke(inks.get(Ink.RULE));
        graphics.setLineWidth(1);
        graphics.setLineDashes(1, 4);
        graphics.strokeLine(0, y, lanes.width(), y);
        graphics.setLineDashes();
        graphics.setFill(inks.get(Ink.RULE));
        for (int bucket = 0; bucket < histogram.buckets(); bucket++) {
            if (sum(histogram, bucket) > 0) {
                bar(histogram, bucket, Math.floor(lanes.floor()), 1);
            }
        }
    }

    private void bar(Histogram histogram, int bucket, double y, double height) {
        double start = axis.xOf(histogram.range().fromMicros());
        double from = Math.round(start + axis.widthOf((double) bucket * histogram.bucketMicros()));
        double to = Math.round(start + axis.widthOf((bucket + 1.0) * histogram.bucketMicros()));
        if (from < lanes.width() && to >= 0) {
            graphics.fillRect(from, y, Math.max(LEAST_WIDTH, to - from), height);
        }
    }

    private static double height(long count, double scale) {
        return count == 0 ? 0 : Math.max(LEAST_HEIGHT, Math.sqrt(count) * scale);
    }

    private static long sum(Histogram histogram, int bucket) {
        long sum = 0;
        for (long[] series : histogram.series()) {
            sum += series[bucket];
        }
        return sum;
    }
}
