package clasp.journal.recovery;

import clasp.journal.store.Cancellation;
import clasp.journal.store.JournalReader;
import clasp.journal.store.Progress;

/// The params alone of a recovery as CLASP documents it, see [RecoveryRule#DOCUMENTED]. Thread-safe.
public final class StateReplay {
    private final Recovery recovery;

    public StateReplay(JournalReader journal) {
        recovery = new Recovery(journal, RecoveryRule.DOCUMENTED);
    }

    /// The state after the newest entry. The latest snapshot counts even when it lies beyond that entry, as it does
    /// when every entry was compacted away.
    public ReplayedState latest(Progress progress, Cancellation cancellation) {
        return plain(recovery.latest(progress, cancellation));
    }

    /// The state after the entry with this seq: snapshots and entries beyond it are left out of account.
    public ReplayedState at(long seq, Progress progress, Cancellation cancellation) {
        return plain(recovery.at(seq, progress, cancellation));
    }

    private static ReplayedState plain(RecoveredState state) {
        return new ReplayedState(state.seq(), state.base(), state.entriesTaken(), state.plainParams());
    }
}
