package clasp.journal.store.sqlite;

import clasp.journal.model.SeqRange;
import clasp.journal.model.TimeRange;
import clasp.journal.query.Filter;
import clasp.journal.store.Cancellation;
import clasp.journal.store.DamagedException;
import clasp.journal.store.Histogram;
import clasp.journal.store.HistogramBuilder;
import clasp.journal.store.Progress;
import java.util.ArrayList;
import java.util.List;

/// Counts matches over time. Thread-safe.
final class HistogramReader {
    private static final Attempt TRIED = Attempt.to("store.tried.countTime");

    private final SqliteSource source;
    private final MatchReader matches;
    private final EntryScan scans;
    private final IndexedHistogram indexed;
    private final HistogramSample sample;

    HistogramReader(SqliteSource source, MatchReader matches, EntryScan scans) {
        this.source = source;
        this.matches = matches;
        this.scans = scans;
        this.indexed = new IndexedHistogram(source);
        this.sample = new HistogramSample(source);
    }

    Histogram estimate(TimeRange range, int buckets, Cancellation cancellation) {
        return sample.estimate(range, buckets, matches.present(cancellation), cancellation)
                .orElseGet(() -> histogram(Filter.ALL, range, buckets, Progress.NONE, cancellation));
    }

    Histogram histogram(Filter filter, TimeRange range, int buckets, Progress progress, Cancellation cancellation) {
        HistogramBuilder sum = new HistogramBuilder(range, buckets);
        if (filter.equals(Filter.ALL) && fromIndexes(sum, range, progress, cancellation)) {
            return sum.build(true);
        }
        List<Filter> parts = new ArrayList<>();
        parts.add(filter);
        if (!range.isAll()) {
            parts.add(new Filter.Time(range));
        }
        FilterPlan plan = FilterPlan.of(new Filter.And(parts));
        SeqRange present = matches.present(cancellation).and(plan.bounds());
        if (present.isEmpty()) {
            return sum.build(true);
        }
        if (plan.condition().exact()) {
            read(plan.condition(), present, TimeBuckets.of(range, sum), progress, cancellation)
                    .addTo(sum);
        } else {
            scans.scan(
                    plan.filter(),
                    present,
                    entry -> {
                        sum.add(entry.signalType(), entry.timestampMicros());
                        return true;
                    },
                    passed -> progress.report(passed - present.first() + 1, present.last() - present.first() + 1),
                    cancellation);
        }
        return sum.build(true);
    }

    /// What the indexes say; where they are damaged, that is no reason not to read the table.
    private boolean fromIndexes(HistogramBuilder sum, TimeRange range, Progress progress, Cancellation cancellation) {
        try {
            return indexed.addTo(sum, range, progress, cancellation);
        } catch (DamagedException e) {
            return false;
        }
    }

    private BucketCounts read(
            SqlCondition condition, SeqRange seqs, TimeBuckets buckets, Progress progress, Cancellation cancellation) {
        BucketCounts sum = new BucketCounts(buckets);
        Segments.map(
                        seqs,
                        part -> source.read(TRIED, cancellation, connection -> {
                            BucketCounts counts = new BucketCounts(buckets);
                            counts.read(connection, condition, part);
                            return counts;
                        }),
                        progress,
                        cancellation)
                .forEach(sum::add);
        return sum;
    }
}
