package clasp.journal.query;

import java.util.Optional;

/// Reads the times of `from:` and `to:`. Thread-safe.
final class TimeOperand {
    private TimeOperand() {}

    /// @param start where the condition begins
    /// @param place where the time begins
    static TimeBound bound(boolean from, int start, int place, String written) {
        boolean signed = written.startsWith("+") || written.startsWith("-");
        if (signed) {
            return relative(from, start, place, written);
        }
        Optional<Long> micros = TimeText.parse(written, !from);
        return new TimeBound(
                from,
                false,
                micros.orElseThrow(() -> new QuerySyntaxException(
                        "'" + written
                                + "' is no time: write 2024-02-21T07:20:00.000250Z, \"2024-02-21 07:20\", 2024-02-21,"
                                + " or the number of µs since 1970 as an unsigned 64-bit number.",
                        place)),
                start);
    }

    private static TimeBound relative(boolean from, int start, int place, String written) {
        if (from == written.startsWith("+")) {
            throw new QuerySyntaxException(
                    from
                            ? "from: can only count back from to:, as in from:-10s."
                            : "to: can only count on from from:, as in to:+5m.",
                    place);
        }
        Optional<Long> distance = TimeText.parseDistance(written.substring(1));
        return new TimeBound(
                from,
                true,
                distance.orElseThrow(() -> new QuerySyntaxException(
                        "'" + written + "' is no distance in time: a number with us, ms, s, m, h or d, as in +5m.",
                        place)),
                start);
    }
}
