package clasp.journal.ui.recovery;

import clasp.journal.model.SnapshotInfo;
import clasp.journal.recovery.RecoveryRule;
import clasp.journal.store.JournalReader;
import clasp.journal.store.LiveRouter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The states of a journal that can be compared now. Immutable.
///
/// @param routerElsewhere where clients probably connect to the router, when it has to be asked over the network
record StateChoices(List<StateChoice> all, Optional<String> routerElsewhere) {
    static final StateChoices NONE = new StateChoices(List.of(), Optional.empty());

    StateChoices {
        all = List.copyOf(all);
    }

    /// Blocks.
    static StateChoices of(JournalReader journal) {
        Optional<LiveRouter> router = journal.router();
        List<StateChoice> all = new ArrayList<>(List.of(
                new StateChoice.AtCursor(RecoveryRule.DOCUMENTED),
                new StateChoice.AtCursor(RecoveryRule.CLASP_ROUTER),
                new StateChoice.Newest()));
        router.ifPresent(running -> all.add(new StateChoice.Live()));
        for (SnapshotInfo info : journal.snapshots().reversed()) {
            all.add(new StateChoice.Stored(info));
        }
        all.add(new StateChoice.AtSeq());
        all.add(new StateChoice.Elsewhere());
        return new StateChoices(all, router.flatMap(LiveRouter::suggestedAddress));
    }
}
