package clasp.journal.ui.recovery;

import clasp.journal.model.Hmacs;
import clasp.journal.query.Filter;
import clasp.journal.recovery.HmacProblems;
import clasp.journal.recovery.Problem;
import clasp.journal.recovery.ProblemScan;
import clasp.journal.recovery.Severity;
import clasp.journal.store.Cancellation;
import clasp.journal.store.DamagedException;
import clasp.journal.store.HmacReport;
import clasp.journal.store.JournalReader;
import clasp.journal.store.PageRequest;
import clasp.journal.store.Progress;
import clasp.journal.ui.fx.SeqMark;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Looks for the problems of a journal and for where in time they lie. Blocks; confined to one thread.
final class ProblemSearch {
    /// More marks than a strip or a scroll bar has pixels help nobody.
    private static final int MARKS = 1_500;

    /// What was found, with its marks in ascending seq.
    ///
    /// @param key HMACs were checked with; null when they were not
    /// @param hmacs what was checked; null without a key, or where there is no place for HMACs
    record Found(
            ProblemList list,
            List<SeqMark> marks,
            @Nullable Hmacs key,
            @Nullable HmacReport hmacs) {
        Found {
            marks = List.copyOf(marks);
        }

        Optional<HmacReport> checked() {
            return Optional.ofNullable(hmacs);
        }
    }

    private final JournalReader journal;
    private final @Nullable Hmacs key;
    private final List<Problem> kept = new ArrayList<>();
    private final Map<Severity, Long> counts = new EnumMap<>(Severity.class);
    private final TreeMap<Long, Boolean> graveBySeq = new TreeMap<>();

    /// @param key HMACs are checked with; null when they are not
    ProblemSearch(JournalReader journal, @Nullable Hmacs key) {
        this.journal = journal;
        this.key = key;
    }

    Found run(Progress progress, Cancellation cancellation) {
        new ProblemScan(journal).run(this::add, progress, cancellation);
        HmacReport hmacs = key == null
                ? null
                : HmacProblems.run(journal, key, this::add, progress, cancellation)
                        .orElse(null);
        return new Found(ProblemList.of(kept, counts), marks(cancellation), key, hmacs);
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
            time(each.getKey(), cancellation)
                    .map(micros -> new SeqMark(each.getKey(), micros, each.getValue()))
                    .ifPresent(marks::add);
        }
        return marks;
    }

    /// Of the entry, or for missing ones the next that is there; empty where it cannot be read.
    private Optional<Long> time(long seq, Cancellation cancellation) {
        try {
            return journal.page(PageRequest.forward(Filter.ALL, seq, 1), cancellation).stream()
                    .map(row -> row.entry().timestampMicros())
                    .findFirst();
        } catch (DamagedException toldAsAProblem) {
            return Optional.empty();
        }
    }
}
