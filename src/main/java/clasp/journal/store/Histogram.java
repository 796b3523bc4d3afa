package clasp.journal.store;

import clasp.journal.model.TimeRange;
import java.util.List;

/// How many entries lie where in time, by signal type. Immutable.
///
/// @param range the time covered; buckets divide it evenly (the last may be shorter)
/// @param bucketMicros width of a bucket in µs, unsigned, at least 1; every bucket begins within the range
/// @param series one for each of the five signal types in their order, then one for all other texts
/// @param exact false when counted on a sample
public record Histogram(TimeRange range, long bucketMicros, List<long[]> series, boolean exact) {
    public Histogram {
        series = List.copyOf(series);
    }

    public int buckets() {
        return series.isEmpty() ? 0 : series.getFirst().length;
    }

    /// Entries in all.
    public long total() {
        return series.stream().flatMapToLong(java.util.Arrays::stream).sum();
    }
}
