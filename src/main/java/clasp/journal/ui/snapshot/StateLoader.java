package clasp.journal.ui.snapshot;

import clasp.journal.model.SnapshotInfo;
import clasp.journal.recovery.StateReplay;
import clasp.journal.store.Cancellation;
import clasp.journal.store.JournalException;
import clasp.journal.store.JournalReader;
import clasp.journal.store.Progress;
import clasp.journal.ui.fx.Texts;
import java.util.LinkedHashMap;
import java.util.Map;

/// Reads states from a journal and keeps the snapshots read last, since comparing goes back and forth between a few.
/// Blocks; thread-safe.
final class StateLoader {
    private static final int KEPT = 2;

    private final JournalReader journal;
    private final Map<SnapshotInfo, LoadedState> kept = new LinkedHashMap<>();

    StateLoader(JournalReader journal) {
        this.journal = journal;
    }

    /// Reads what it is asked for anew from now on.
    void forget() {
        synchronized (kept) {
            kept.clear();
        }
    }

    LoadedState load(StateSource source, Progress progress, Cancellation cancellation) {
        return switch (source) {
            case StateSource.Current _ -> LoadedState.of(new StateReplay(journal).latest(progress, cancellation));
            case StateSource.Stored stored -> load(stored.info(), cancellation);
        };
    }

    private LoadedState load(SnapshotInfo info, Cancellation cancellation) {
        synchronized (kept) {
            LoadedState known = kept.get(info);
            if (known != null) {
                return known;
            }
        }
        LoadedState state = journal.snapshot(info.id(), cancellation)
                .map(LoadedState::of)
                .orElseThrow(() -> new JournalException(Texts.text("snapshot.gone", Long.toString(info.id()))));
        synchronized (kept) {
            kept.put(info, state);
            if (kept.size() > KEPT) {
                kept.remove(kept.keySet().iterator().next());
            }
        }
        return state;
    }
}
