package clasp.journal.ui.fx;

import clasp.journal.store.JournalState;

/// What became of a journal between two moments, for whoever keeps what was computed from it.
public enum JournalChange {
    /// Nothing but entries at its end.
    GREW,
    /// It grew at its end, and entries at its beginning are gone: a memory that forgets the oldest, or a writer that
    /// compacts.
    SLID,
    /// Anything may be otherwise: it was compacted, restored or replaced, or a snapshot came or went.
    REWRITTEN;

    /// @param now not equal to the one before
    public static JournalChange between(JournalState before, JournalState now) {
        boolean anew = before.generation() != now.generation();
        boolean wasNever = before.isEmpty() && before.highestSeqGiven() == 0;
        boolean longer = now.latestSeq() > before.latestSeq();
        if (anew || !longer) {
            return REWRITTEN;
        }
        if (wasNever || now.firstSeq() == before.firstSeq()) {
            return GREW;
        }
        return before.isEmpty() || now.firstSeq() < before.firstSeq() ? REWRITTEN : SLID;
    }
}
