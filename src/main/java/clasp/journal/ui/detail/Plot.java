package clasp.journal.ui.detail;

import clasp.journal.model.Entry;
import clasp.journal.model.TimeRange;
import clasp.journal.recovery.JsonNumber;
import clasp.journal.store.Row;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The numbers among an address's entries, placed exactly: also neighbours beyond the precision of a double differ in
/// height. Immutable.
///
/// @param points in seq order, which need not be the order of time
/// @param least the least number as stored; empty when there are no points
/// @param most the greatest
/// @param others how many entries hold something else
record Plot(List<PlotPoint> points, String least, String most, int others) {
    static final Plot NONE = new Plot(List.of(), "", "", 0);

    private record Number(Entry entry, BigDecimal value, boolean joined) {}

    Plot {
        points = List.copyOf(points);
    }

    /// @param rows in seq order
    static Plot of(List<Row> rows) {
        var numbers = new ArrayList<Number>();
        boolean joined = false;
        for (Row row : rows) {
            Optional<BigDecimal> value = row.valueCut()
                    ? Optional.empty()
                    : JsonNumber.of(row.entry().valueJson().strip());
            if (value.isPresent()) {
                numbers.add(new Number(row.entry(), value.get(), joined));
            }
            joined = value.isPresent();
        }
        return numbers.isEmpty() ? new Plot(List.of(), "", "", rows.size()) : placed(numbers, rows.size());
    }

    private static Plot placed(List<Number> numbers, int rows) {
        Number least = numbers.getFirst();
        Number most = least;
        for (Number number : numbers) {
            least = number.value.compareTo(least.value) < 0 ? number : least;
            most = number.value.compareTo(most.value) > 0 ? number : most;
        }
        BigDecimal from = least.value;
        BigDecimal span = most.value.subtract(from);
        List<PlotPoint> points = numbers.stream()
                .map(number -> new PlotPoint(
                        number.entry.seq(),
                        number.entry.timestampMicros(),
                        number.entry.valueJson().strip(),
                        height(number.value, from, span),
                        number.joined))
                .toList();
        return new Plot(
                points, least.entry.valueJson().strip(), most.entry.valueJson().strip(), rows - numbers.size());
    }

    private static double height(BigDecimal value, BigDecimal from, BigDecimal span) {
        return span.signum() == 0
                ? 0.5
                : value.subtract(from).divide(span, MathContext.DECIMAL64).doubleValue();
    }

    /// From the least timestamp to the greatest; empty when there are no points.
    Optional<TimeRange> time() {
        return points.stream()
                .map(PlotPoint::micros)
                .min(Long::compareUnsigned)
                .map(from -> new TimeRange(
                        from,
                        points.stream()
                                .map(PlotPoint::micros)
                                .max(Long::compareUnsigned)
                                .orElse(from)));
    }

    @Nullable
    PlotPoint point(long seq) {
        return points.stream().filter(point -> point.seq() == seq).findFirst().orElse(null);
    }
}
