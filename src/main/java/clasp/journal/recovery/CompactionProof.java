package clasp.journal.recovery;

import clasp.journal.model.Param;
import clasp.journal.store.Cancellation;
import clasp.journal.store.CompactionOrder;
import clasp.journal.store.JournalReader;
import clasp.journal.store.Progress;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// What a compaction does to the state that each of the two recoveries comes to, param by param, against
/// the state that the journal documents before it. Immutable.
///
/// @param before the documented state before, by which both are measured
/// @param documented as CLASP documents recovery
/// @param router as clasp-router 4.5 recovers
/// @param routerBefore how clasp-router 4.5 would recover without the compaction
/// @param routerLoses how many params clasp-router 4.5 comes back with rightly without the compaction, and otherwise
///     after it
public record CompactionProof(List<Param> before, Side documented, Side router, Side routerBefore, long routerLoses) {
    public CompactionProof {
        before = List.copyOf(before);
    }

    /// One recovery, measured by the state before.
    ///
    /// @param differing the params that have another value, are missing, or are there although they should
    ///     not be
    /// @param alike how many params have the right value
    /// @param otherwise how many of those have another revision, writer or time
    public record Side(List<ParamChange> differing, int alike, int otherwise) {
        public Side {
            differing = List.copyOf(differing);
        }

        public boolean right() {
            return differing.isEmpty();
        }

        private static Side of(List<Param> before, RecoveredState after, Cancellation cancellation) {
            ParamDiff diff = ParamDiff.between(before, after.plainParams(), BigDecimal.ZERO, cancellation);
            int otherwise = diff.count(ChangeKind.REWRITTEN);
            return new Side(
                    diff.changes().stream()
                            .filter(change ->
                                    change.kind() != ChangeKind.UNCHANGED && change.kind() != ChangeKind.REWRITTEN)
                            .toList(),
                    otherwise + diff.count(ChangeKind.UNCHANGED),
                    otherwise);
        }
    }

    /// Works out what the order would lead to, without changing anything.
    public static CompactionProof predict(
            JournalReader journal, CompactionOrder order, Progress progress, Cancellation cancellation) {
        // The snapshot that is taken first is worked out, too.
        var parts = new Parts(progress, order.snapshotFirst() ? 5 : 4);
        List<Param> before = recovered(journal, RecoveryRule.DOCUMENTED, parts.next(), cancellation)
                .plainParams();
        Side routerBefore = Side.of(
                before, recovered(journal, RecoveryRule.CLASP_ROUTER, parts.next(), cancellation), cancellation);
        JournalReader after =
                CompactedJournal.of(journal, order, order.snapshotFirst() ? parts.next() : Progress.NONE, cancellation);
        return of(before, routerBefore, after, parts, cancellation);
    }

    /// The same of the journal as it is now that it was compacted.
    public CompactionProof verify(JournalReader compacted, Progress progress, Cancellation cancellation) {
        return of(before, routerBefore, compacted, new Parts(progress, 2), cancellation);
    }

    /// Whether both recoveries come to what was predicted.
    public boolean confirms(CompactionProof predicted) {
        return documented.differing().equals(predicted.documented.differing())
                && router.differing().equals(predicted.router.differing());
    }

    /// Whether a param comes back otherwise of which the proof that was shown does not say so.
    public boolean exceeds(CompactionProof shown) {
        return exceeds(documented, shown.documented) || exceeds(router, shown.router);
    }

    private static boolean exceeds(Side now, Side shown) {
        return beyond(now, shown) > 0;
    }

    private static long beyond(Side now, Side known) {
        Set<String> told = known.differing().stream().map(ParamChange::address).collect(Collectors.toSet());
        return now.differing().stream()
                .filter(change -> !told.contains(change.address()))
                .count();
    }

    private static CompactionProof of(
            List<Param> before, Side routerBefore, JournalReader after, Parts parts, Cancellation cancellation) {
        Side documented =
                Side.of(before, recovered(after, RecoveryRule.DOCUMENTED, parts.next(), cancellation), cancellation);
        Side router =
                Side.of(before, recovered(after, RecoveryRule.CLASP_ROUTER, parts.next(), cancellation), cancellation);
        return new CompactionProof(before, documented, router, routerBefore, beyond(router, routerBefore));
    }

    private static RecoveredState recovered(
            JournalReader journal, RecoveryRule rule, Progress progress, Cancellation cancellation) {
        return new Recovery(journal, rule).latest(progress, cancellation);
    }

    /// The recoveries one after the other, each as long as any other. Confined to one thread.
    private static final class Parts {
        private static final long UNITS = 1_000;

        private final Progress whole;
        private final int all;
        private int begun;

        Parts(Progress whole, int all) {
            this.whole = whole;
            this.all = all;
        }

        Progress next() {
            long before = begun * UNITS;
            begun++;
            whole.report(before, all * UNITS);
            return (done, total) -> whole.report(
                    before + (total <= 0 ? 0 : Math.min(UNITS, Math.round((double) UNITS * done / total))),
                    all * UNITS);
        }
    }
}
