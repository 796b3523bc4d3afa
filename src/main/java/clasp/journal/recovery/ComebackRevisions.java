package clasp.journal.recovery;

/// With which revision the next SET of each address comes when the router was started again in between. A
/// router that recovers nothing creates a param at revision 1; clasp-router creates it at 1 from a snapshot
/// or from its first entry, and then replays the entries that carry what it has, see
/// [RecoveryRule#CLASP_ROUTER]; one that takes a snapshot over as it is, and no entries, goes on from the
/// revision that the snapshot has. Confined to one scan.
final class ComebackRevisions {
    /// The first SET after a start with nothing.
    private static final long FROM_NOTHING = 1;

    /// The first SET of a param that came back at 1.
    private static final long FROM_ONE = 2;

    /// Of each address the revision to which its entries count up the param that the first of them created, and the one
    /// that a snapshot brought.
    private final LongPairs revisions = new LongPairs();
    private final SnapshotRevisions snapshots;
    private boolean started;
    private boolean cut;

    ComebackRevisions(SnapshotRevisions snapshots) {
        this.snapshots = snapshots;
    }

    void ahead(int id) {
        revisions.ahead(id);
        snapshots.ahead(id);
    }

    /// Takes the next entry of the address into account.
    ///
    /// @param before what the SET before it carried
    /// @param setBefore the seq of that; [LongPairs#NONE] for none
    void take(long seq, int id, long carried, long before, long setBefore) {
        if (!started) {
            started = true;
            cut = seq > 1;
        }
        snapshots.take(seq, id, setBefore, setBefore == LongPairs.NONE ? carried - 1 : before);
        long alone = revisions.first(id);
        long counted = alone == LongPairs.NONE ? 1 : revisions.second(id);
        long aloneNow = alone == LongPairs.NONE || carried != alone ? Math.max(alone, 1) : alone + 1;
        long countedNow = carried == counted ? counted + 1 : counted;
        if (aloneNow != alone || countedNow != counted) {
            revisions.set(id, aloneNow, countedNow);
        }
    }

    /// Whether a SET that carries this revision can be the address's first one after a restart that made params anew.
    ///
    /// @param before what the SET before it carried
    boolean has(long seq, int id, long carried, long before) {
        if (carried == FROM_NOTHING || carried == FROM_ONE || carried == revisions.first(id) + 1) {
            return true;
        }
        // Of a journal that was cut later, the whole of it can have been replayed.
        return snapshots.any(seq) && (carried == revisions.second(id) + 1 || cut && carried == before + 2);
    }

    /// Whether it can be the first one after a restart that took a snapshot over, and lost what was set after that: it
    /// does not follow the SET before it.
    ///
    /// @param taken the snapshot was taken before the entry with this seq
    /// @param setBefore the seq of the SET before it
    boolean goesBack(int id, long carried, long taken, long setBefore) {
        return carried == snapshots.revision(id) + 1 && !snapshots.isBetween(taken, setBefore);
    }
}
