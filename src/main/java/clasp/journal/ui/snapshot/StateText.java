package clasp.journal.ui.snapshot;

import clasp.journal.model.SnapshotInfo;
import clasp.journal.ui.fx.NumberText;
import clasp.journal.ui.fx.SizeText;
import clasp.journal.ui.fx.Texts;
import clasp.journal.ui.fx.TimeDisplay;
import clasp.journal.ui.fx.TimeText;

/// Names and describes states in words. Times are points in time here, also while the entry table counts from some
/// entry. Immutable.
record StateText(TimeText time) {
    static StateText of(TimeDisplay display) {
        TimeDisplay shown = switch (display) {
            case UTC, LOCAL, RAW -> display;
            case SINCE_FIRST, SINCE_SELECTED -> TimeDisplay.UTC;
        };
        return new StateText(TimeText.of(shown, 0));
    }

    static String name(StateSource source) {
        return switch (source) {
            case StateSource.Current _ -> Texts.text("snapshot.current");
            case StateSource.Stored stored ->
                Texts.text("snapshot.name", Long.toString(stored.info().id()));
        };
    }

    /// Where the state belongs: `after seq 15,000, taken 2024-02-21 07:20:11.034512 UTC`.
    String describe(LoadedState state) {
        String params = Texts.text("snapshot.params", state.params().size());
        return switch (state.source()) {
            case StateSource.Stored stored ->
                Texts.text(
                        "snapshot.describe.stored",
                        NumberText.seq(state.seq()),
                        taken(stored.info()),
                        SizeText.text(stored.info().sizeBytes()),
                        params);
            case StateSource.Current _ -> describeCurrent(state, params);
        };
    }

    private static String describeCurrent(LoadedState state, String params) {
        SnapshotInfo base = state.base();
        String seq = NumberText.seq(state.seq());
        String sets = Texts.text("snapshot.sets", state.setsApplied());
        return base == null
                ? Texts.text("snapshot.describe.replayed", seq, sets, params)
                : Texts.text("snapshot.describe.current", seq, Long.toString(base.id()), sets, params);
    }

    String taken(SnapshotInfo info) {
        return time.full(info.createdAtMicros()) + " " + time.unit(info.createdAtMicros());
    }
}
