package clasp.journal.ui.timeline;

import clasp.journal.model.TimeRange;
import clasp.journal.ui.fx.Unsigned;

/// Relates timestamps to places on a strip of some width. Differences are taken before anything becomes a double, so
/// that a view of a few µs is as exact as one of half a million years. Immutable.
///
/// @param view what the strip shows; a microsecond is as wide as any other, the last one included
/// @param width in pixels, more than 0
record TimeAxis(TimeRange view, double width) {
    /// No view is shorter: below, single microseconds would be wider than a label.
    static final long SHORTEST_MICROS = 20;

    /// How many µs the view covers.
    double extent() {
        return extent(view);
    }

    static double extent(TimeRange range) {
        return Unsigned.toDouble(range.toMicros() - range.fromMicros()) + 1;
    }

    /// Where the microsecond begins; outside `0..width` for one outside the view.
    double xOf(long micros) {
        return Unsigned.difference(micros, view.fromMicros()) / extent() * width;
    }

    /// The width of so many µs.
    double widthOf(double micros) {
        return micros / extent() * width;
    }

    /// The microsecond at this place, within the view.
    long microsAt(double x) {
        double fraction = Math.clamp(x / width, 0, 1);
        long offset = Unsigned.fromDouble(Math.floor(fraction * extent()));
        return Unsigned.min(Unsigned.plus(view.fromMicros(), offset), view.toMicros());
    }

    /// The view after zooming, with the microsecond at `x` staying there as far as the bounds allow.
    /// @param factor of the view's extent: below 1 zooms in
    TimeRange zoomed(double factor, double x, TimeRange bounds) {
        double wanted = Math.max(extent() * factor, SHORTEST_MICROS);
        if (wanted >= extent(bounds)) {
            return bounds;
        }
        double before = Math.clamp(x / width, 0, 1) * wanted;
        long from = Unsigned.minus(microsAt(x), Unsigned.fromDouble(before));
        return placed(from, Unsigned.fromDouble(wanted - 1), bounds);
    }

    /// The view moved by so many pixels towards later times, stopping at the bounds.
    TimeRange panned(double pixels, TimeRange bounds) {
        long by = Unsigned.fromDouble(Math.abs(pixels) / width * extent());
        long length = view.toMicros() - view.fromMicros();
        long from = pixels < 0 ? Unsigned.minus(view.fromMicros(), by) : Unsigned.plus(view.fromMicros(), by);
        return placed(from, length, bounds);
    }

    /// A range of `length + 1` µs beginning as near to `from` as the bounds allow.
    private static TimeRange placed(long from, long length, TimeRange bounds) {
        long room = bounds.toMicros() - bounds.fromMicros();
        if (Long.compareUnsigned(length, room) >= 0) {
            return bounds;
        }
        long start = Unsigned.clamp(from, bounds.fromMicros(), bounds.toMicros() - length);
        return new TimeRange(start, start + length);
    }
}
