package clasp.journal.ui.recovery;

import clasp.journal.query.Filter;
import clasp.journal.recovery.Problem;
import clasp.journal.recovery.ProblemScan;
import clasp.journal.recovery.Severity;
import clasp.journal.store.Cancellation;
import clasp.journal.store.JournalReader;
import clasp.journal.store.PageRequest;
import clasp.journal.store.Progress;
import clasp.journal.ui.fx.SeqMark;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Looks for the problems of a journal and for where in time they lie. Blocks; confined to one thread.
final class ProblemSearch {
    /// More marks than a strip or a scroll bar has pixels help nobody.
    private static final int MARKS = 1_500;

    /// What was found, with its marks in ascending seq.
    record Found(ProblemList list, List<SeqMark> marks) {
        Found {
            marks = List.copyOf(marks);
        }
    }

    private final JournalReader journal;
    private final List<Problem> kept = new ArrayList<>();
    private final Map<Severity, Long> counts = new EnumMap<>(Severity.class);
    private final TreeMap<Long, Boolean> graveBySeq = new TreeMap<>();

    ProblemSearch(JournalReader journal) {
        this.journal = journal;
    }

    Found run(Progress progress, Cancellation cancellation) {
        new ProblemScan(journal).run(this::add, progress, cancellation);
        return new Found(ProblemList.of(kept, counts), marks(cancellation));
    }

    private void add(Problem problem) {
        counts.merge(problem.severity(), 1L, Long::sum);
        if (kept.size() < ProblemList.MOST) {
            kept.add(problem);
            if (problem.severity() != Severity.INFO) {
                graveBySeq.merge(problem.seq(), problem.severity() == Severity.ERROR, Boolean::logicalOr);
            }
        }
    }

    /// Of those that lie close together one stands for all, a grave one first.
    private List<SeqMark> marks(Cancellation cancellation) {
        if (graveBySeq.isEmpty()) {
            return List.of();
        }
        long first = graveBySeq.firstKey();
        double step = Math.max(1, ((double) graveBySeq.lastKey() - first) / MARKS);
        TreeMap<Long, Map.Entry<Long, Boolean>> thinned = new TreeMap<>();
        for (var each : graveBySeq.entrySet()) {
            thinned.merge((long) ((each.getKey() - first) / step), each, (a, b) -> a.getValue() ? a : b);
        }
        List<SeqMark> marks = new ArrayList<>(thinned.size());
        for (var each : thinned.values()) {
            cancellation.check();
            // The entry itself, or for missing ones the next that is there.
            var request = PageRequest.forward(Filter.ALL, each.getKey(), 1);
            journal.page(request, cancellation).stream()
                    .map(row -> row.entry().timestampMicros())
                    .map(micros -> new SeqMark(each.getKey(), micros, each.getValue()))
                    .forEach(marks::add);
        }
        return marks;
    }
}
