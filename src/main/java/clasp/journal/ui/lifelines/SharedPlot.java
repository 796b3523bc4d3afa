package clasp.journal.ui.lifelines;

import clasp.journal.model.TimeRange;
import clasp.journal.ui.lifelines.Lifeline.Point;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The values of several addresses over the same time, laid over each other. Immutable.
///
/// @param time null while nothing is drawn
/// @param oneScale whether all numbers are drawn by one scale, else each address by its own
record SharedPlot(List<Series> series, @Nullable TimeRange time, boolean oneScale) {
    static final SharedPlot NONE = new SharedPlot(List.of(), null, false);

    private static final Comparator<Mark> BY_TIME = Comparator.<Mark, Long>comparing(
                    mark -> mark.point().micros(), Long::compareUnsigned)
            .thenComparingLong(mark -> mark.point().seq());

    SharedPlot {
        series = List.copyOf(series);
    }

    /// One address.
    ///
    /// @param lifeline null until it is there
    record Series(String address, SeriesInk ink, @Nullable Lifeline lifeline) {
        List<Point> points() {
            return lifeline == null ? List.of() : lifeline.points();
        }
    }

    /// An entry and whose it is.
    record Mark(Series series, Point point) {}

    /// From the number at the bottom to that at the top for the lines of the series; empty without numbers.
    Optional<NumberRange> range(Series of) {
        return oneScale ? range() : ownRange(of);
    }

    /// Of all numbers; empty without any.
    Optional<NumberRange> range() {
        return NumberRange.around(
                series.stream().flatMap(one -> ownRange(one).stream()).toList());
    }

    private static Optional<NumberRange> ownRange(Series of) {
        return Optional.ofNullable(of.lifeline()).flatMap(Lifeline::range);
    }

    /// All entries, by time.
    List<Mark> marks() {
        return series.stream()
                .flatMap(one -> one.points().stream().map(point -> new Mark(one, point)))
                .sorted(BY_TIME)
                .toList();
    }

    /// The entry that is drawn next to a place.
    Optional<Mark> near(PlotArea area, double x, double y) {
        return series.stream()
                .flatMap(one -> nearest(one, area, x, y).stream())
                .min(Comparator.comparingDouble(Near::distance))
                .map(Near::mark);
    }

    private record Near(Mark mark, double distance) {}

    private Optional<Near> nearest(Series of, PlotArea area, double x, double y) {
        NumberRange range = range(of).orElse(null);
        return of.points().stream()
                .map(point -> new Near(new Mark(of, point), Math.hypot(area.x(point) - x, area.y(point, range) - y)))
                .min(Comparator.comparingDouble(Near::distance));
    }
}
