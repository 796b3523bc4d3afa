package clasp.journal.recovery;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/// What even the documented recovery cannot bring back at a seq, as the entries are not in the journal any more: how
/// many are missing after its snapshot, and which params show by their revisions that SETs of them are among these.
/// Immutable.
///
/// @param entries how many seqs are missing between the snapshot and there
/// @param first the first of them; 0 for none
/// @param stale addresses whose next SET, after the moment, carries a higher revision than the one before the hole
///     leads to: they come back stale, by address
/// @param madeGood addresses whose revisions skip over such a hole, but a later SET before the moment has set them
///     anew, by address
public record LostEntries(long entries, long first, List<String> stale, List<String> madeGood) {
    private static final int SEQ_BEFORE = 2;

    public LostEntries {
        stale = List.copyOf(stale);
        madeGood = List.copyOf(madeGood);
    }

    /// @param problems of the whole journal, as [ProblemScan] found them
    /// @param covered the seq up to which the snapshot has everything; 0 without one
    public static LostEntries of(List<Problem> problems, long covered, long seq) {
        List<long[]> holes = new ArrayList<>();
        long entries = 0;
        for (Problem problem : problems) {
            if (problem.kind() == ProblemKind.MISSING_SEQS) {
                long from = Math.max(number(problem, 0), covered + 1);
                long to = Math.min(number(problem, 1), seq);
                if (from <= to) {
                    holes.add(new long[] {from, to});
                    entries += to - from + 1;
                }
            }
        }
        var stale = new TreeSet<>(clasp.journal.model.Utf8Order.INSTANCE);
        var madeGood = new TreeSet<>(clasp.journal.model.Utf8Order.INSTANCE);
        for (Problem problem : problems) {
            if (problem.kind() == ProblemKind.REVISION_GAP) {
                long before = number(problem, SEQ_BEFORE);
                if (before <= seq && holes.stream().anyMatch(hole -> hole[1] > before && hole[0] < problem.seq())) {
                    problem.concerns().ifPresent((problem.seq() > seq ? stale : madeGood)::add);
                }
            }
        }
        return new LostEntries(
                entries, holes.isEmpty() ? 0 : holes.getFirst()[0], List.copyOf(stale), List.copyOf(madeGood));
    }

    /// With the numbers of one who has seen the whole journal: the problems may be a part of all.
    public LostEntries counting(Coverage coverage) {
        return new LostEntries(coverage.holes(), coverage.firstHole(), stale, madeGood);
    }

    /// Whether [#of(List, long, long)] has a use for this problem.
    public static boolean needs(Problem problem) {
        return problem.kind() == ProblemKind.MISSING_SEQS || problem.kind() == ProblemKind.REVISION_GAP;
    }

    private static long number(Problem problem, int detail) {
        return Long.parseLong(problem.details().get(detail));
    }
}
