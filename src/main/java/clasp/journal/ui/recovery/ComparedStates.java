package clasp.journal.ui.recovery;

import clasp.journal.model.Snapshot;
import clasp.journal.model.SnapshotInfo;
import clasp.journal.recovery.ComparedState;
import clasp.journal.recovery.RecoveryRule;
import clasp.journal.recovery.StateHistory;
import clasp.journal.store.JournalException;
import clasp.journal.store.JournalReader;
import clasp.journal.store.LiveRouter;
import clasp.journal.ui.fx.Job;
import clasp.journal.ui.fx.NumberText;
import clasp.journal.ui.fx.Texts;
import java.util.Optional;
import java.util.function.Supplier;

/// The states that can be compared: what each is called and how one comes to it. Confined to the FX thread; the jobs
/// are not.
record ComparedStates(CursorViewModel cursor, Supplier<Histories> histories, OtherJournal other) {
    /// How the choice is called in a list.
    String label(StateChoice choice) {
        return switch (choice) {
            case StateChoice.AtCursor(RecoveryRule rule) ->
                Texts.text(
                        rule == RecoveryRule.DOCUMENTED
                                ? "recoveryView.choice.documented"
                                : "recoveryView.choice.router");
            case StateChoice.Newest() -> Texts.text("recoveryView.choice.newest");
            case StateChoice.Live() -> Texts.text("recoveryView.choice.live");
            case StateChoice.Stored(SnapshotInfo info) ->
                Texts.text("recoveryView.choice.snapshot", Long.toString(info.id()), NumberText.seq(info.seqAt()));
            case StateChoice.AtSeq() -> Texts.text("recoveryView.choice.seq");
            case StateChoice.Elsewhere() ->
                other.get()
                        .map(opened -> Texts.text("recoveryView.choice.other", opened.name()))
                        .orElse(Texts.text("recoveryView.choice.openOther"));
        };
    }

    /// Empty when the choice is not complete.
    ///
    /// @param typedSeq for [StateChoice.AtSeq]
    Optional<Job<ComparedState>> of(ComparedSide side, Supplier<Optional<Long>> typedSeq) {
        JournalReader journal = cursor.browsing().journal();
        return switch (side.choice.get()) {
            case StateChoice.AtCursor(RecoveryRule rule) -> cursor.moment().map(seq -> atCursor(rule, seq));
            case StateChoice.Newest() ->
                Optional.of(documented(Long.MAX_VALUE, Texts.text("recoveryView.name.newest")));
            case StateChoice.Live() -> Optional.of(live(journal, side.router.get()));
            case StateChoice.Stored(SnapshotInfo info) -> Optional.of(stored(journal, info));
            case StateChoice.AtSeq() ->
                typedSeq.get().map(seq -> documented(seq, Texts.text("recoveryView.name.seq", NumberText.seq(seq))));
            case StateChoice.Elsewhere() ->
                other.get()
                        .flatMap(opened -> other.histories()
                                .map(recovered -> documented(recovered.documented(), Long.MAX_VALUE, opened.name())));
        };
    }

    private Job<ComparedState> atCursor(RecoveryRule rule, long seq) {
        return switch (rule) {
            case DOCUMENTED -> documented(seq, Texts.text("recoveryView.name.documented"));
            case CLASP_ROUTER ->
                recovered(cursor.browsing().journal(), rule, seq, Texts.text("recoveryView.name.router"));
        };
    }

    private static Job<ComparedState> live(JournalReader journal, String address) {
        return (progress, cancellation) -> {
            LiveRouter router =
                    journal.router().orElseThrow(() -> new JournalException(Texts.text("recoveryView.live.gone")));
            return ComparedState.live(Texts.text("recoveryView.name.live"), router.params(address, cancellation));
        };
    }

    private Job<ComparedState> documented(long seq, String name) {
        return documented(histories.get().documented(), seq, name);
    }

    private static Job<ComparedState> documented(StateHistory present, long seq, String name) {
        return (progress, cancellation) -> ComparedState.documented(name, present, seq, progress, cancellation);
    }

    private static Job<ComparedState> recovered(JournalReader journal, RecoveryRule rule, long seq, String name) {
        return (progress, cancellation) -> ComparedState.recovered(name, journal, rule, seq, progress, cancellation);
    }

    private static Job<ComparedState> stored(JournalReader journal, SnapshotInfo info) {
        String id = Long.toString(info.id());
        return (progress, cancellation) -> {
            Snapshot snapshot = journal.snapshot(info.id(), cancellation)
                    .orElseThrow(() -> new JournalException(Texts.text("snapshot.gone", id)));
            return ComparedState.stored(Texts.text("recoveryView.name.snapshot", id), snapshot);
        };
    }
}
