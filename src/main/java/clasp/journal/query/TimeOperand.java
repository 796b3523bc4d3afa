package clasp.journal.query;

import clasp.journal.model.CoreTexts;
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
                micros.orElseThrow(
                        () -> new QuerySyntaxException(CoreTexts.text("query.refused.time", written), place)),
                start);
    }

    private static TimeBound relative(boolean from, int start, int place, String written) {
        if (from == written.startsWith("+")) {
            throw new QuerySyntaxException(
                    from ? CoreTexts.text("query.refused.fromForward") : CoreTexts.text("query.refused.toBack"), place);
        }
        Optional<Long> distance = TimeText.parseDistance(written.substring(1));
        return new TimeBound(
                from,
                true,
                distance.orElseThrow(
                        () -> new QuerySyntaxException(CoreTexts.text("query.refused.distance", written), place)),
                start);
    }
}
