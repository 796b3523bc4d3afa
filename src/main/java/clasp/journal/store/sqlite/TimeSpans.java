package clasp.journal.store.sqlite;

import clasp.journal.model.SeqRange;
import clasp.journal.model.TimeRange;
import clasp.journal.store.sqlite.SeqSpans.Span;
import java.util.List;

/// Between which seqs the entries of each part of the time are, all entries up to some seq taken together: found when
/// they are counted over time, and worth keeping, as it bounds the entries of any time range. Immutable.
///
/// @param buckets their range has the times of all entries up to `known`
/// @param known up to this seq
record TimeSpans(TimeBuckets buckets, List<Span> spans, long known) {
    TimeSpans {
        spans = List.copyOf(spans);
    }

    TimeExtents.Extent extent(TimeRange time) {
        TimeRange all = buckets.range();
        if (Long.compareUnsigned(time.fromMicros(), all.toMicros()) > 0
                || Long.compareUnsigned(time.toMicros(), all.fromMicros()) < 0) {
            return new TimeExtents.Extent(SeqRange.NONE, known);
        }
        int from = all.contains(time.fromMicros()) ? buckets.of(time.fromMicros()) : 0;
        int to = all.contains(time.toMicros()) ? buckets.of(time.toMicros()) : buckets.count() - 1;
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        for (Span span : spans) {
            if (span.bucket() >= from && span.bucket() <= to) {
                first = Math.min(first, span.seqs().first());
                last = Math.max(last, span.seqs().last());
            }
        }
        return new TimeExtents.Extent(first > last ? SeqRange.NONE : new SeqRange(first, last), known);
    }
}
