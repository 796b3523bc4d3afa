package clasp.journal.store.sqlite;

import clasp.journal.model.SeqRange;
import clasp.journal.model.SignalType;
import clasp.journal.model.TimeRange;
import clasp.journal.query.Filter;
import clasp.journal.store.Cancellation;
import clasp.journal.store.Histogram;
import clasp.journal.store.HistogramBuilder;
import clasp.journal.store.Progress;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// Counts matches over time. Thread-safe.
final class HistogramReader {
    private static final String TRIED = "count entries over time";

    /// The index of a signal type's series, as a number: reading a text for every entry would take longer than the
    /// scan.
    private static final String SERIES = Arrays.stream(SignalType.values())
            .map(type -> "WHEN '" + type.text() + "' THEN " + HistogramBuilder.seriesOf(type.text()))
            .collect(Collectors.joining(
                    " ", "CASE " + FilterSql.SIGNAL_TYPE + " ", " ELSE " + HistogramBuilder.OTHER + " END"));

    private final SqliteSource source;
    private final MatchReader matches;
    private final EntryScan scans;

    HistogramReader(SqliteSource source, MatchReader matches, EntryScan scans) {
        this.source = source;
        this.matches = matches;
        this.scans = scans;
    }

    Histogram histogram(Filter filter, TimeRange range, int buckets, Progress progress, Cancellation cancellation) {
        List<Filter> parts = new ArrayList<>();
        parts.add(filter);
        if (!range.isAll()) {
            parts.add(new Filter.Time(range));
        }
        FilterPlan plan = FilterPlan.of(new Filter.And(parts));
        SeqRange present = matches.present(cancellation).and(plan.bounds());
        HistogramBuilder sum = new HistogramBuilder(range, buckets);
        if (present.isEmpty()) {
            return sum.build(true);
        }
        if (!plan.condition().exact()) {
            scans.scan(
                    plan.filter(),
                    present,
                    entry -> {
                        sum.add(entry.signalType(), entry.timestampMicros());
                        return true;
                    },
                    cancellation);
            return sum.build(true);
        }
        long[] counts = new long[(HistogramBuilder.OTHER + 1) * sum.buckets()];
        Segments.map(
                        present,
                        part -> source.read(
                                TRIED, cancellation, connection -> counts(connection, plan, part, range, sum)),
                        progress,
                        cancellation)
                .forEach(segment -> Arrays.setAll(counts, i -> counts[i] + segment[i]));
        for (int i = 0; i < counts.length; i++) {
            sum.add(i / sum.buckets(), sum.bucketStart(i % sum.buckets()), counts[i]);
        }
        return sum.build(true);
    }

    /// Counts of one segment, all buckets of a series side by side.
    private static long[] counts(
            StoppableConnection connection, FilterPlan plan, SeqRange part, TimeRange range, HistogramBuilder buckets)
            throws SQLException {
        PreparedStatement statement =
                TableMatches.select(connection, SERIES + ", " + FilterSql.TIMESTAMP, plan.condition(), part);
        long width = buckets.buckets() > 1 ? buckets.bucketStart(1) - buckets.bucketStart(0) : -1;
        long[] counts = new long[(HistogramBuilder.OTHER + 1) * buckets.buckets()];
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                long offset = rows.getLong(2) - range.fromMicros();
                int bucket = (int) Math.min(Long.divideUnsigned(offset, width), buckets.buckets() - 1);
                counts[rows.getInt(1) * buckets.buckets() + bucket]++;
            }
        }
        return counts;
    }
}
