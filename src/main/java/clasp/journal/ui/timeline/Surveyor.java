package clasp.journal.ui.timeline;

import clasp.journal.model.SeqRange;
import clasp.journal.model.SnapshotInfo;
import clasp.journal.model.TimeRange;
import clasp.journal.query.Filter;
import clasp.journal.store.Cancellation;
import clasp.journal.store.DamagedException;
import clasp.journal.store.Direction;
import clasp.journal.store.JournalReader;
import clasp.journal.store.Progress;
import clasp.journal.ui.fx.HomeRange;
import clasp.journal.ui.fx.JournalTimes;
import clasp.journal.ui.fx.Unsigned;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Looks a journal over, at a cost that does not depend on its size. Confined to one background thread.
final class Surveyor {
    static final int MOST_GAPS = 200;
    private static final int MOST_SNAPSHOTS = 500;
    /// On both sides of a journal whose entries all have one timestamp.
    private static final long LONELY_MARGIN_MICROS = 500_000;

    private final JournalReader journal;
    private final Cancellation cancellation;
    private final JournalTimes times;

    Surveyor(JournalReader journal, Cancellation cancellation) {
        this.journal = journal;
        this.cancellation = cancellation;
        this.times = new JournalTimes(journal, cancellation);
    }

    /// Empty for an empty journal.
    Optional<TimeSurvey> survey() {
        Optional<TimeRange> found = journal.timeSpan();
        if (journal.state().isEmpty() || found.isEmpty()) {
            return Optional.empty();
        }
        long[] sample = times.sample();
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

    private long count(long from, long to) {
        return journal.histogram(Filter.ALL, new TimeRange(from, to), 1, Progress.NONE, cancellation)
                .total();
    }

    private void addSnapshots(List<TimelineMark> marks) {
        List<SnapshotInfo> snapshots = snapshots();
        for (SnapshotInfo info : snapshots.subList(Math.max(0, snapshots.size() - MOST_SNAPSHOTS), snapshots.size())) {
            long at = times.near(info.seqAt(), Direction.BACKWARD)
                    .or(() -> times.near(info.seqAt(), Direction.FORWARD))
                    .orElse(info.createdAtMicros());
            marks.add(new TimelineMark.SnapshotTaken(at, info));
        }
    }

    /// Without those of a damaged file that cannot be told: the entries are there all the same.
    private List<SnapshotInfo> snapshots() {
        try {
            return journal.snapshots();
        } catch (DamagedException e) {
            return List.of();
        }
    }

    private void addGaps(List<TimelineMark> marks, List<SeqRange> gaps) {
        for (SeqRange missing : gaps) {
            Optional<Long> before = times.near(missing.first(), Direction.BACKWARD);
            Optional<Long> after = times.near(missing.last(), Direction.FORWARD);
            if (before.isPresent() && after.isPresent()) {
                long a = before.get();
                long b = after.get();
                marks.add(new TimelineMark.Gap(new TimeRange(Unsigned.min(a, b), Unsigned.max(a, b)), missing));
            }
        }
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
