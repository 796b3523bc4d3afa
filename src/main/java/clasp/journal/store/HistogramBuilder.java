package clasp.journal.store;

import clasp.journal.model.SignalType;
import clasp.journal.model.TimeRange;
import java.util.List;
import java.util.stream.Stream;

/// Counts entries into the buckets of a [Histogram], right for every range of unsigned 64-bit timestamps. Confined to
/// one thread.
public final class HistogramBuilder {
    /// Index of the series for signal types that CLASP does not know.
    public static final int OTHER = SignalType.values().length;

    private final TimeRange range;
    private final long bucketMicros;
    private final List<long[]> series;

    /// @param buckets how many at most, at least 1; fewer when the range has fewer microseconds
    public HistogramBuilder(TimeRange range, int buckets) {
        if (buckets < 1) {
            throw new IllegalArgumentException("A histogram needs at least one bucket, not " + buckets);
        }
        this.range = range;
        long span = range.toMicros() - range.fromMicros();
        // The range has span + 1 microseconds, which overflows when it is everything.
        long width = Long.divideUnsigned(span, buckets) + 1;
        bucketMicros = width == 0 ? -1L : width;
        int needed = width == 0 ? 1 : (int) Long.divideUnsigned(span, width) + 1;
        series = Stream.generate(() -> new long[needed]).limit(OTHER + 1L).toList();
    }

    /// The series that counts this stored signal type.
    public static int seriesOf(String signalType) {
        return SignalType.of(signalType).map(SignalType::ordinal).orElse(OTHER);
    }

    public int buckets() {
        return series.getFirst().length;
    }

    /// The first timestamp of a bucket.
    ///
    /// @param bucket 0 <= bucket < buckets()
    public long bucketStart(int bucket) {
        return range.fromMicros() + bucket * bucketMicros;
    }

    /// Counts an entry; one outside the range is passed over.
    public void add(String signalType, long micros) {
        add(seriesOf(signalType), micros, 1);
    }

    /// Counts entries at one time; outside the range they are passed over.
    public void add(int seriesIndex, long micros, long entries) {
        if (range.contains(micros)) {
            long bucket = Long.divideUnsigned(micros - range.fromMicros(), bucketMicros);
            long[] counts = series.get(seriesIndex);
            counts[(int) Math.min(bucket, counts.length - 1)] += entries;
        }
    }

    /// What was counted so far.
    public Histogram build(boolean exact) {
        return new Histogram(
                range, bucketMicros, series.stream().map(long[]::clone).toList(), exact);
    }
}
