package clasp.journal.recovery;

import clasp.journal.model.Param;
import clasp.journal.store.Cancellation;
import clasp.journal.store.JournalReader;
import clasp.journal.store.Progress;
import java.util.List;
import java.util.Map;

/// A state to compare, with what it takes to explain it. Immutable.
///
/// @param name in a sentence, such as `clasp-router`
/// @param rejections by address, for a state that a router recovers; empty for another
/// @param origin where a param comes from that no entry is known to have set
public record ComparedState(
        String name, List<RecoveredParam> params, Map<String, RejectedEntries.OfAddress> rejections, Origin origin) {
    /// Where a param can come from.
    enum Origin {
        SNAPSHOT,
        ROUTER
    }

    public ComparedState {
        params = List.copyOf(params);
        rejections = Map.copyOf(rejections);
    }

    /// What the rule comes to at a seq.
    public static ComparedState recovered(
            String name,
            JournalReader journal,
            RecoveryRule rule,
            long seq,
            Progress progress,
            Cancellation cancellation) {
        var recovery = new Recovery(journal, rule);
        return switch (rule) {
            case DOCUMENTED ->
                new ComparedState(name, recovery.at(seq, progress, cancellation).params(), Map.of(), Origin.SNAPSHOT);
            case CLASP_ROUTER -> {
                var rejections = new RejectedEntries();
                RecoveredState state = recovery.at(seq, rejections, progress, cancellation);
                yield new ComparedState(name, state.params(), rejections.byAddress(), Origin.SNAPSHOT);
            }
        };
    }

    /// What the documented recovery comes to at a seq, from what was replayed before.
    public static ComparedState documented(
            String name, StateHistory history, long seq, Progress progress, Cancellation cancellation) {
        return new ComparedState(name, history.at(seq, progress, cancellation).params(), Map.of(), Origin.SNAPSHOT);
    }

    /// What a snapshot holds.
    public static ComparedState stored(String name, List<Param> params) {
        return known(name, params, Origin.SNAPSHOT);
    }

    /// What a running router holds.
    public static ComparedState live(String name, List<Param> params) {
        return known(name, params, Origin.ROUTER);
    }

    private static ComparedState known(String name, List<Param> params, Origin origin) {
        return new ComparedState(
                name,
                params.stream()
                        .map(param -> new RecoveredParam(param, RecoveredParam.FROM_SNAPSHOT))
                        .toList(),
                Map.of(),
                origin);
    }
}
