package clasp.journal.ui.timeline;

import clasp.journal.model.SeqRange;
import clasp.journal.model.SnapshotInfo;
import clasp.journal.model.TimeRange;
import clasp.journal.query.Filter;
import clasp.journal.store.Cancellation;
import clasp.journal.store.Direction;
import clasp.journal.store.JournalReader;
import clasp.journal.store.JournalState;
import clasp.journal.store.PageRequest;
import clasp.journal.store.Progress;
import clasp.journal.store.Row;
import clasp.journal.ui.fx.Unsigned;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/// Looks a journal over, at a cost that does not depend on its size: a few hundred entries are looked up, evenly spread
/// over the seqs. Confined to one background thread.
final class Surveyor {
    private static final int SAMPLE = 400;
    static final int MOST_GAPS = 200;
    private static final int MOST_SNAPSHOTS = 500;
    /// On both sides of a journal whose entries all have one timestamp.
    private static final long LONELY_MARGIN_MICROS = 500_000;

    private final JournalReader journal;
    private final Cancellation cancellation;

    Surveyor(JournalReader journal, Cancellation cancellation) {
        this.journal = journal;
        this.cancellation = cancellation;
    }

    /// Empty for an empty journal.
    Optional<TimeSurvey> survey() {
        JournalState state = journal.state();
        Optional<TimeRange> found = journal.timeSpan();
        if (state.isEmpty() || found.isEmpty()) {
            return Optional.empty();
        }
        long[] sample = sample(state);
        if (sample.length == 0) {
            return Optional.empty();
        }
        TimeRange span = widened(found.get());
        TimeRange home = widened(HomeRange.of(found.get(), sample));
        long before = home.fromMicros() == span.fromMicros() ? 0 : count(span.fromMicros(), home.fromMicros() - 1);
        long after = home.toMicros() == span.toMicros() ? 0 : count(home.toMicros() + 1, span.toMicros());
        var marks = new ArrayList<TimelineMark>();
        addSnapshots(marks);
        List<SeqRange> gaps = journal.missingSeqs(MOST_GAPS + 1, cancellation);
        addGaps(marks, gaps.subList(0, Math.min(MOST_GAPS, gaps.size())));
        return Optional.of(new TimeSurvey(span, home, before, after, sample[0], marks, gaps.size() > MOST_GAPS));
    }

    /// Timestamps of entries spread evenly over the seqs; the first is that of the first entry.
    private long[] sample(JournalState state) {
        double step = (state.latestSeq() - state.firstSeq()) / (double) SAMPLE;
        if (step < 1) {
            return journal.page(request(state.firstSeq(), Direction.FORWARD, SAMPLE), cancellation).stream()
                    .mapToLong(row -> row.entry().timestampMicros())
                    .toArray();
        }
        return LongStream.rangeClosed(0, SAMPLE)
                .map(i -> state.firstSeq() + (long) (i * step))
                .mapToObj(seq -> near(seq, Direction.FORWARD))
                .flatMap(Optional::stream)
                .mapToLong(Long::longValue)
                .toArray();
    }

    private long count(long from, long to) {
        return journal.histogram(Filter.ALL, new TimeRange(from, to), 1, Progress.NONE, cancellation)
                .total();
    }

    private void addSnapshots(List<TimelineMark> marks) {
        List<SnapshotInfo> snapshots = journal.snapshots();
        for (SnapshotInfo info : snapshots.subList(Math.max(0, snapshots.size() - MOST_SNAPSHOTS), snapshots.size())) {
            long at = near(info.seqAt(), Direction.BACKWARD)
                    .or(() -> near(info.seqAt(), Direction.FORWARD))
                    .orElse(info.createdAtMicros());
            marks.add(new TimelineMark.SnapshotTaken(at, info));
        }
    }

    private void addGaps(List<TimelineMark> marks, List<SeqRange> gaps) {
        for (SeqRange missing : gaps) {
            Optional<Long> before = near(missing.first(), Direction.BACKWARD);
            Optional<Long> after = near(missing.last(), Direction.FORWARD);
            if (before.isPresent() && after.isPresent()) {
                long a = before.get();
                long b = after.get();
                marks.add(new TimelineMark.Gap(new TimeRange(Unsigned.min(a, b), Unsigned.max(a, b)), missing));
            }
        }
    }

    /// The timestamp of the entry at this seq, or of the next one in that direction.
    private Optional<Long> near(long seq, Direction direction) {
        List<Row> rows = journal.page(request(seq, direction, 1), cancellation);
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(rows.getFirst().entry().timestampMicros());
    }

    private static PageRequest request(long seq, Direction direction, int max) {
        return new PageRequest(Filter.ALL, seq, direction, max, 1);
    }

    private static TimeRange widened(TimeRange range) {
        if (TimeAxis.extent(range) >= TimeAxis.SHORTEST_MICROS) {
            return range;
        }
        return new TimeRange(
                Unsigned.minus(range.fromMicros(), LONELY_MARGIN_MICROS),
                Unsigned.plus(range.toMicros(), LONELY_MARGIN_MICROS));
    }
}
