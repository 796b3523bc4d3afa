package clasp.journal.ui.timeline;

import clasp.journal.model.TimeRange;
import clasp.journal.store.Histogram;
import clasp.journal.ui.fx.Unsigned;
import java.util.List;

/// What the strip shows at one place. Immutable.
///
/// @param bucket the time that the place stands for; for a silence, all of it
/// @param matching counts of matches by signal type, the last for texts that CLASP does not know
/// @param total entries in all
/// @param exact whether these were counted, not estimated
record Reading(TimeRange bucket, List<Long> matching, long total, boolean exact) {
    Reading {
        matching = List.copyOf(matching);
    }

    long matches() {
        return matching.stream().mapToLong(Long::longValue).sum();
    }

    boolean silence() {
        return total == 0;
    }

    /// Reads the density at a time within its range.
    static Reading of(Density density, long micros) {
        Histogram total = density.total();
        int bucket = bucketOf(total, micros);
        long count = sum(total, bucket);
        int first = bucket;
        int last = bucket;
        if (count == 0) {
            while (first > 0 && sum(total, first - 1) == 0) {
                first--;
            }
            while (last < total.buckets() - 1 && sum(total, last + 1) == 0) {
                last++;
            }
        }
        int at = bucketOf(density.matching(), micros);
        List<Long> matching =
                density.matching().series().stream().map(series -> series[at]).toList();
        return new Reading(span(total, first, last), matching, count, density.exact());
    }

    private static int bucketOf(Histogram histogram, long micros) {
        long offset = Unsigned.minus(micros, histogram.range().fromMicros());
        long bucket = Long.divideUnsigned(offset, histogram.bucketMicros());
        return (int) Unsigned.min(bucket, histogram.buckets() - 1L);
    }

    private static long sum(Histogram histogram, int bucket) {
        long sum = 0;
        for (long[] series : histogram.series()) {
            sum += series[bucket];
        }
        return sum;
    }

    private static TimeRange span(Histogram histogram, int first, int last) {
        TimeRange range = histogram.range();
        long from = range.fromMicros() + first * histogram.bucketMicros();
        double end = (last + 1.0) * histogram.bucketMicros();
        long to = end >= TimeAxis.extent(range)
                ? range.toMicros()
                : range.fromMicros() + (last + 1L) * histogram.bucketMicros() - 1;
        return new TimeRange(from, to);
    }
}
