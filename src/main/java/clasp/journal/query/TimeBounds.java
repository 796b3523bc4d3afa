package clasp.journal.query;

import clasp.journal.model.CoreTexts;
import clasp.journal.model.TimeRange;
import java.util.List;
import java.util.Optional;

/// Combines the time bounds of conditions that are joined by AND. Thread-safe.
final class TimeBounds {
    private TimeBounds() {}

    /// The times that fulfil all of the bounds.
    static TimeRange range(List<TimeBound> bounds) {
        Optional<Long> from = bounds.stream()
                .filter(bound -> bound.from() && !bound.relative())
                .map(TimeBound::micros)
                .max(Long::compareUnsigned);
        Optional<Long> to = bounds.stream()
                .filter(bound -> !bound.from() && !bound.relative())
                .map(TimeBound::micros)
                .min(Long::compareUnsigned);
        long first = from.orElse(0L);
        long last = to.orElse(-1L);
        for (TimeBound bound : bounds) {
            if (bound.relative() && bound.from()) {
                long base = to.orElseThrow(() -> missing(CoreTexts.text("query.refused.fromAlone"), bound));
                first = later(first, Long.compareUnsigned(base, bound.micros()) < 0 ? 0 : base - bound.micros());
            } else if (bound.relative()) {
                long base = from.orElseThrow(() -> missing(CoreTexts.text("query.refused.toAlone"), bound));
                long end = base + bound.micros();
                last = earlier(last, Long.compareUnsigned(end, base) < 0 ? -1L : end);
            }
        }
        if (Long.compareUnsigned(first, last) > 0) {
            throw new QuerySyntaxException(
                    CoreTexts.text("query.refused.fromAfterTo", TimeText.print(first), TimeText.print(last)),
                    bounds.getLast().start());
        }
        return new TimeRange(first, last);
    }

    private static long later(long one, long other) {
        return Long.compareUnsigned(one, other) > 0 ? one : other;
    }

    private static long earlier(long one, long other) {
        return Long.compareUnsigned(one, other) < 0 ? one : other;
    }

    private static QuerySyntaxException missing(String message, TimeBound bound) {
        return new QuerySyntaxException(message, bound.start());
    }
}
