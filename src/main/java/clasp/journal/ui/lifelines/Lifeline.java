package clasp.journal.ui.lifelines;

import clasp.journal.model.Entry;
import clasp.journal.recovery.JsonNumber;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What happened to an address over some time. Immutable.
///
/// @param address as stored
/// @param points in seq order
/// @param sampled whether there is more than what was looked up
record Lifeline(String address, List<Point> points, boolean sampled) {
    Lifeline {
        points = List.copyOf(points);
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

    /// The least number among the values; null without numbers.
    @Nullable
    BigDecimal least() {
        return points.stream()
                .flatMap(point -> Optional.ofNullable(point.number()).stream())
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /// The greatest number among the values; null without numbers.
    @Nullable
    BigDecimal most() {
        return points.stream()
                .flatMap(point -> Optional.ofNullable(point.number()).stream())
                .max(Comparator.naturalOrder())
                .orElse(null);
    }
}
