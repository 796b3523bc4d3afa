package clasp.journal.store.memory;

import clasp.journal.model.Entry;
import clasp.journal.model.SeqRange;
import clasp.journal.model.TimeRange;
import clasp.journal.query.Filter;
import clasp.journal.store.Cancellation;
import clasp.journal.store.Direction;
import clasp.journal.store.ExactRowIndex;
import clasp.journal.store.Histogram;
import clasp.journal.store.HistogramBuilder;
import clasp.journal.store.PageRequest;
import clasp.journal.store.Progress;
import clasp.journal.store.Row;
import clasp.journal.store.RowIndex;
import clasp.journal.store.SeqBitmapBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Finds what a filter wants in a view of the entries, by looking at each of them. Immutable.
record EntrySearch(EntryView entries) {
    private static final int ENTRIES_PER_REPORT = 1 << 14;

    List<Row> page(PageRequest request, Cancellation cancellation) {
        cancellation.check();
        boolean forward = request.direction() == Direction.FORWARD;
        int step = forward ? 1 : -1;
        int index = forward ? entries.lowerBound(request.fromSeq()) : entries.upperBound(request.fromSeq()) - 1;
        List<Row> rows = new ArrayList<>();
        for (; index >= 0 && index < entries.size() && rows.size() < request.maxEntries(); index += step) {
            if (index % EntryChunk.SIZE == 0) {
                cancellation.check();
            }
            Entry entry = entries.get(index);
            if (request.filter().matches(entry)) {
                rows.add(row(entry, request.maxValueChars()));
            }
        }
        return forward ? rows : rows.reversed();
    }

    /// A character that takes two places is not cut in half.
    private static Row row(Entry entry, int maxValueChars) {
        String value = entry.valueJson();
        if (value.length() <= maxValueChars) {
            return new Row(entry, false);
        }
        boolean halves = maxValueChars > 0 && Character.isHighSurrogate(value.charAt(maxValueChars - 1));
        String cut = value.substring(0, halves ? maxValueChars - 1 : maxValueChars);
        return new Row(entry.withValueJson(cut), true);
    }

    long count(Filter filter, Progress progress, Cancellation cancellation) {
        if (filter.equals(Filter.ALL)) {
            return entries.size();
        }
        long[] count = {0};
        forEachMatch(filter, entry -> count[0]++, progress, cancellation);
        return count[0];
    }

    RowIndex rowIndex(Filter filter, Progress progress, Cancellation cancellation) {
        long first = entries.firstSeq();
        long latest = entries.latestSeq();
        if (filter.equals(Filter.ALL) && latest - first + 1 == entries.size()) {
            return RowIndex.linear(new SeqRange(first, latest), true);
        }
        SeqBitmapBuilder seqs = new SeqBitmapBuilder();
        forEachMatch(filter, entry -> seqs.add(entry.seq()), progress, cancellation);
        return new ExactRowIndex(seqs.build());
    }

    Histogram histogram(Filter filter, TimeRange range, int buckets, Progress progress, Cancellation cancellation) {
        HistogramBuilder histogram = new HistogramBuilder(range, buckets);
        forEachMatch(
                filter, entry -> histogram.add(entry.signalType(), entry.timestampMicros()), progress, cancellation);
        return histogram.build(true);
    }

    List<SeqRange> missingSeqs(int max, Cancellation cancellation) {
        cancellation.check();
        List<SeqRange> missing = new ArrayList<>();
        for (int i = 1; i < entries.size() && missing.size() < max; i++) {
            if (i % EntryChunk.SIZE == 0) {
                cancellation.check();
            }
            SeqRange between =
                    new SeqRange(entries.get(i - 1).seq() + 1, entries.get(i).seq() - 1);
            if (!between.isEmpty()) {
                missing.add(between);
            }
        }
        return missing;
    }

    private void forEachMatch(Filter filter, Consumer<Entry> action, Progress progress, Cancellation cancellation) {
        int[] done = {0};
        entries.forEach(
                SeqRange.ALL,
                entry -> {
                    if (filter.matches(entry)) {
                        action.accept(entry);
                    }
                    if (++done[0] % ENTRIES_PER_REPORT == 0) {
                        progress.report(done[0], entries.size());
                    }
                    return true;
                },
                cancellation);
    }
}
