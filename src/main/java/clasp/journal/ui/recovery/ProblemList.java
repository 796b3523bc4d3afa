package clasp.journal.ui.recovery;

import clasp.journal.recovery.Problem;
import clasp.journal.recovery.ProblemOrder;
import clasp.journal.recovery.Severity;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The problems of a journal. Immutable.
///
/// @param problems in ascending seq; at most [#MOST] of them
/// @param counts of all that were found, by severity; every severity is there
record ProblemList(List<Problem> problems, Map<Severity, Long> counts) {
    static final int MOST = ProblemOrder.MOST;

    ProblemList {
        problems = List.copyOf(problems);
        counts = Map.copyOf(counts);
    }

    static ProblemList of(List<Problem> found, Map<Severity, Long> counts) {
        Map<Severity, Long> all = new EnumMap<>(Severity.class);
        for (Severity severity : Severity.values()) {
            all.put(severity, counts.getOrDefault(severity, 0L));
        }
        return new ProblemList(ProblemOrder.of(found), all);
    }

    long count(Severity severity) {
        return counts.getOrDefault(severity, 0L);
    }

    long total() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /// The nearest problem of one of these severities after or before a seq.
    Optional<Problem> next(long seq, boolean forward, java.util.Set<Severity> severities) {
        return problems.stream()
                .filter(problem -> severities.contains(problem.severity()))
                .filter(problem -> forward ? problem.seq() > seq : problem.seq() < seq)
                .reduce((a, b) -> forward ? a : b);
    }
}
