package clasp.journal.store.sqlite;

import clasp.journal.model.TimeRange;
import clasp.journal.store.HistogramBuilder;
import java.util.ArrayList;
import java.util.List;

/// The buckets of a histogram as conditions that the index on timestamps answers. Immutable.
///
/// @param range the time that they divide
/// @param widthMicros of each bucket, unsigned
/// @param count how many
record TimeBuckets(TimeRange range, long widthMicros, int count) {
    static TimeBuckets of(TimeRange range, HistogramBuilder histogram) {
        int count = histogram.buckets();
        long width = count > 1 ? histogram.bucketStart(1) - histogram.bucketStart(0) : -1;
        return new TimeBuckets(range, width, count);
    }

    /// The bucket of a time within the range.
    int of(long micros) {
        return (int) Math.min(Long.divideUnsigned(micros - range.fromMicros(), widthMicros), count - 1);
    }

    /// What is in the bucket, in ascending unsigned order: one condition, or two.
    List<SqlCondition> conditions(int bucket) {
        long from = range.fromMicros() + bucket * widthMicros;
        long to = bucket == count - 1 ? range.toMicros() : from + widthMicros - 1;
        return conditions(new TimeRange(from, to));
    }

    static List<SqlCondition> conditions(TimeRange time) {
        List<SqlCondition> conditions = new ArrayList<>();
        for (SignedRange piece : SignedRange.of(time)) {
            // Where a fraction is cut off downwards, the index alone can judge it.
            boolean plain = piece.from() >= 0 && piece.to() < Long.MAX_VALUE;
            conditions.add(
                    plain
                            ? SqlCondition.exactly("timestamp >= ? AND timestamp < ?", piece.from(), piece.to() + 1)
                            : piece.condition());
        }
        return conditions;
    }
}
