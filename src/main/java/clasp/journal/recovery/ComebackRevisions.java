package clasp.journal.recovery;

/// With which revision the next SET of each address comes when the router was started again in between. A router that
/// recovers nothing creates a param at revision 1; clasp-router creates it at 1 from a snapshot or from its first
/// entry, and then replays the entries that carry what it has, see [RecoveryRule#CLASP_ROUTER]. Confined to one scan.
final class ComebackRevisions {
    /// The first SET after a start with nothing.
    private static final long FROM_NOTHING = 1;

    /// The first SET of a param that came back at 1.
    private static final long FROM_ONE = 2;

    /// Of each address the revision to which its entries count up the param that the first of them created, and the one
    /// that a snapshot brought.
    private final LongPairs revisions = new LongPairs();
    private final long firstSnapshot;
    private boolean started;
    private boolean cut;

    /// @param firstSnapshot the seq_at of the oldest snapshot; [Long#MAX_VALUE] for none
    ComebackRevisions(long firstSnapshot) {
        this.firstSnapshot = firstSnapshot;
    }

    void ahead(int id) {
        revisions.ahead(id);
    }

    /// Takes the next entry of the address into account.
    void take(long seq, int id, long carried) {
        if (!started) {
            started = true;
            cut = seq > 1;
        }
        long alone = revisions.first(id);
        long counted = alone == LongPairs.NONE ? 1 : revisions.second(id);
        long aloneNow = alone == LongPairs.NONE || carried != alone ? Math.max(alone, 1) : alone + 1;
        long countedNow = carried == counted ? counted + 1 : counted;
        if (aloneNow != alone || countedNow != counted) {
            revisions.set(id, aloneNow, countedNow);
        }
    }

    /// Whether a SET that carries this revision can be the address's first one after a restart.
    ///
    /// @param before what the SET before it carried
    boolean has(long seq, int id, long carried, long before) {
        if (carried == FROM_NOTHING || carried == FROM_ONE || carried == revisions.first(id) + 1) {
            return true;
        }
        // Of a journal that was cut later, the whole of it can have been replayed.
        return firstSnapshot < seq && (carried == revisions.second(id) + 1 || cut && carried == before + 2);
    }
}
