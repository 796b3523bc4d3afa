package clasp.journal.recovery;

import clasp.journal.model.CoreTexts;
import clasp.journal.model.Param;
import clasp.journal.model.Snapshot;
import clasp.journal.model.SnapshotInfo;
import clasp.journal.store.Cancellation;
import clasp.journal.store.JournalReader;
import clasp.journal.store.Progress;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A state to compare, with what it takes to explain it. Immutable.
///
/// @param name in a sentence, such as `clasp-router`
/// @param rejections by address, for a state that a router recovers; empty for another
/// @param origin where a param comes from that no entry is known to have set
/// @param partial whether there is more of it that cannot be read
/// @param notes sentences that whoever compares it should read
public record ComparedState(
        String name,
        List<RecoveredParam> params,
        Map<String, RejectedEntries.OfAddress> rejections,
        Origin origin,
        boolean partial,
        List<String> notes) {
    /// Where a param can come from.
    enum Origin {
        SNAPSHOT,
        ROUTER
    }

    public ComparedState {
        params = List.copyOf(params);
        rejections = Map.copyOf(rejections);
        notes = List.copyOf(notes);
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
            case DOCUMENTED -> {
                RecoveredState state = recovery.at(seq, progress, cancellation);
                yield recovered(name, state, Map.of(), passedOver(name, journal, state));
            }
            case CLASP_ROUTER -> {
                var rejections = new RejectedEntries();
                RecoveredState state = recovery.at(seq, rejections, progress, cancellation);
                yield recovered(name, state, rejections.byAddress(), passedOver(name, journal, state));
            }
        };
    }

    /// What the documented recovery comes to at a seq, from what was replayed before.
    public static ComparedState documented(
            String name, StateHistory history, long seq, Progress progress, Cancellation cancellation) {
        RecoveredState state = history.at(seq, progress, cancellation);
        return recovered(name, state, Map.of(), passedOver(name, history.journal(), state));
    }

    private static ComparedState recovered(
            String name, RecoveredState state, Map<String, RejectedEntries.OfAddress> rejections, List<String> notes) {
        return new ComparedState(name, state.params(), rejections, Origin.SNAPSHOT, false, notes);
    }

    /// That the newest snapshot of the moment cannot be loaded, and what the recovery began with instead.
    private static List<String> passedOver(String name, JournalReader journal, RecoveredState state) {
        Optional<SnapshotInfo> base = state.baseSnapshot();
        return BaseSnapshots.newest(journal, state.seq())
                .filter(newest -> base.isEmpty() || base.get().id() != newest.id())
                .map(newest -> base.map(instead -> CoreTexts.text(
                                "recoveryView.note.otherSnapshot",
                                name,
                                Long.toString(newest.id()),
                                Long.toString(instead.id()),
                                Long.toString(instead.seqAt())))
                        .orElseGet(
                                () -> CoreTexts.text("recoveryView.note.noSnapshot", name, Long.toString(newest.id()))))
                .stream()
                .toList();
    }

    /// What a snapshot holds, as far as it can be read.
    public static ComparedState stored(String name, Snapshot snapshot) {
        boolean partial = snapshot.damage() != null;
        String key = partial ? "recoveryView.note.damaged" : "recoveryView.note.refused";
        List<String> notes = snapshot.problem().map(reason -> CoreTexts.text(key, name, reason)).stream()
                .toList();
        return known(name, snapshot.params(), Origin.SNAPSHOT, partial, notes);
    }

    /// What a running router holds.
    public static ComparedState live(String name, List<Param> params) {
        return known(name, params, Origin.ROUTER, false, List.of());
    }

    private static ComparedState known(
            String name, List<Param> params, Origin origin, boolean partial, List<String> notes) {
        return new ComparedState(
                name,
                params.stream()
                        .map(param -> new RecoveredParam(param, RecoveredParam.FROM_SNAPSHOT))
                        .toList(),
                Map.of(),
                origin,
                partial,
                notes);
    }
}
