package clasp.journal.store.sqlite;

import clasp.journal.model.SeqRange;
import clasp.journal.model.SignalType;
import clasp.journal.store.HistogramBuilder;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.stream.Collectors;

/// Counts by bucket and series, of one part of the work. Confined to one thread.
final class BucketCounts {
    /// The index of a signal type's series, as a number: reading a text for every entry would take longer than the
    /// scan.
    static final String SERIES = Arrays.stream(SignalType.values())
            .map(type -> "WHEN '" + type.text() + "' THEN " + HistogramBuilder.seriesOf(type.text()))
            .collect(Collectors.joining(
                    " ", "CASE " + FilterSql.SIGNAL_TYPE + " ", " ELSE " + HistogramBuilder.OTHER + " END"));

    private final TimeBuckets buckets;
    /// All buckets of a series side by side.
    private final long[] counts;

    BucketCounts(TimeBuckets buckets) {
        this.buckets = buckets;
        this.counts = new long[(HistogramBuilder.OTHER + 1) * buckets.count()];
    }

    void add(int series, int bucket, long entries) {
        counts[series * buckets.count() + bucket] += entries;
    }

    void add(BucketCounts others) {
        Arrays.setAll(counts, i -> counts[i] + others.counts[i]);
    }

    /// Counts the entries of these seqs that fulfil the condition, by reading them; their times are in the range.
    void read(StoppableConnection connection, SqlCondition condition, SeqRange seqs) throws SQLException {
        String columns = SERIES + ", " + FilterSql.TIMESTAMP;
        try (ResultSet rows =
                TableMatches.select(connection, columns, condition, seqs).executeQuery()) {
            while (rows.next()) {
                add(rows.getInt(1), buckets.of(rows.getLong(2)), 1);
            }
        }
    }

    /// All entries in a bucket.
    long of(int bucket) {
        long sum = 0;
        for (int i = bucket; i < counts.length; i += buckets.count()) {
            sum += counts[i];
        }
        return sum;
    }

    void addTo(HistogramBuilder histogram) {
        for (int i = 0; i < counts.length; i++) {
            histogram.add(i / buckets.count(), histogram.bucketStart(i % buckets.count()), counts[i]);
        }
    }
}
