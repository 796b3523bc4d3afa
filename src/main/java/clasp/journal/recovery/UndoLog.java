package clasp.journal.recovery;

/// The latest changes to a state, to go back on them one by one. When it is full, the older half is forgotten.
/// Confined to its owner's lock.
final class UndoLog implements SlotLog {
    private static final int FIELDS = 4;
    private static final long NEW = Long.MAX_VALUE;
    private static final long REJECTED = Long.MAX_VALUE - 1;

    private final long[] changes;
    private int count;
    private long from;

    /// @param most how many changes are remembered at most
    /// @param from the seq that one can go back to
    UndoLog(int most, long from) {
        changes = new long[Math.max(2, most) * FIELDS];
        this.from = from;
    }

    /// The lowest seq that one can go back to.
    long from() {
        return from;
    }

    @Override
    public void changed(long seq, int id, long seqBefore, long revisionBefore) {
        add(seq, id, seqBefore, revisionBefore);
    }

    @Override
    public void created(long seq, int id) {
        add(seq, id, NEW, 0);
    }

    @Override
    public void rejected(long seq, int id, long forgotten) {
        add(seq, id, REJECTED, forgotten);
    }

    private void add(long seq, long id, long seqBefore, long revisionBefore) {
        if (count * FIELDS == changes.length) {
            int kept = count / 2;
            from = changes[(count - kept - 1) * FIELDS];
            System.arraycopy(changes, (count - kept) * FIELDS, changes, 0, kept * FIELDS);
            count = kept;
        }
        int at = count * FIELDS;
        changes[at] = seq;
        changes[at + 1] = id;
        changes[at + 2] = seqBefore;
        changes[at + 3] = revisionBefore;
        count++;
    }

    /// Takes back what entries after `seq` did.
    ///
    /// @param seq not below [#from()]
    void goBack(ParamSlots slots, long seq) {
        while (count > 0 && changes[(count - 1) * FIELDS] > seq) {
            count--;
            int at = count * FIELDS;
            if (changes[at + 2] == NEW) {
                slots.remove();
            } else if (changes[at + 2] == REJECTED) {
                slots.takeBackRejection((int) changes[at + 1], changes[at + 3]);
            } else {
                slots.restore((int) changes[at + 1], changes[at + 2], changes[at + 3]);
            }
        }
    }

    /// Forgets everything: from now on one can go back to this seq.
    void begin(long seq) {
        count = 0;
        from = seq;
    }
}
