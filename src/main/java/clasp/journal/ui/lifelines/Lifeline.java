package clasp.journal.ui.lifelines;

import clasp.journal.model.Entry;
import clasp.journal.recovery.JsonNumber;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What happened to an address over some time. Immutable.
///
/// @param address as stored
/// @param points in seq order
/// @param sampled whether there is more than what was looked up
/// @param range of the numbers among the values; empty without numbers
record Lifeline(String address, List<Point> points, boolean sampled, Optional<NumberRange> range) {
    Lifeline {
        points = List.copyOf(points);
    }

    static Lifeline of(String address, List<Point> points, boolean sampled) {
        List<BigDecimal> numbers = points.stream()
                .flatMap(point -> Optional.ofNullable(point.number()).stream())
                .toList();
        return new Lifeline(address, points, sampled, NumberRange.of(numbers));
    }

    /// One entry.
    ///
    /// @param micros its time, µs since the Unix epoch, unsigned
    /// @param signalType as stored
    /// @param value as stored; cut when it is long
    /// @param number the value, when it is a number; 1 and 0 for true and false
    record Point(
            long seq,
            long micros,
            String signalType,
            String value,
            @Nullable BigDecimal number) {
        static Point of(Entry entry, boolean cut) {
            Optional<BigDecimal> number =
                    cut ? Optional.empty() : drawn(entry.valueJson().strip());
            return new Point(
                    entry.seq(), entry.timestampMicros(), entry.signalType(), entry.valueJson(), number.orElse(null));
        }
    }

    /// Switches are drawn as numbers.
    private static Optional<BigDecimal> drawn(String json) {
        return switch (json) {
            case "true" -> Optional.of(BigDecimal.ONE);
            case "false" -> Optional.of(BigDecimal.ZERO);
            default -> JsonNumber.of(json);
        };
    }

    /// The entry whose value held at the moment: the last one up to then. Empty before the first.
    Optional<Point> at(long micros) {
        return points.stream()
                .filter(point -> Long.compareUnsigned(point.micros(), micros) <= 0)
                .reduce((before, now) -> Long.compareUnsigned(now.micros(), before.micros()) >= 0 ? now : before);
    }
}
