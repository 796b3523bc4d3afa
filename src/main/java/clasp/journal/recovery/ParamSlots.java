package clasp.journal.recovery;

import clasp.journal.store.EntryGlance;
import java.util.Arrays;
import java.util.OptionalLong;

/// A state without its values: which entry set each param, and the revision that it got. That is all that
/// decides what becomes of the next entry, so millions of entries are replayed without a value being read.
/// Confined to one thread.
final class ParamSlots {
    /// What one kept param takes.
    static final int BYTES = 2 * Long.BYTES;

    private final RecoveryRule rule;
    private final Lineage lineage;
    private long[] seqs;
    private long[] revisions;
    private int size;
    private long taken;

    /// As the lineage begins.
    ParamSlots(RecoveryRule rule, Lineage lineage) {
        this.rule = rule;
        this.lineage = lineage;
        size = lineage.base().size();
        seqs = new long[Math.max(16, size)];
        revisions = new long[seqs.length];
        Arrays.fill(seqs, 0, size, RecoveredParam.FROM_SNAPSHOT);
        for (int id = 0; id < size; id++) {
            revisions[id] = lineage.base().get(id).param().revision();
        }
    }

    /// As it was when it was kept.
    ParamSlots(RecoveryRule rule, Lineage lineage, Kept kept) {
        this.rule = rule;
        this.lineage = lineage;
        size = kept.seqs().length;
        seqs = Arrays.copyOf(kept.seqs(), Math.max(16, size));
        revisions = Arrays.copyOf(kept.revisions(), seqs.length);
        taken = kept.taken();
    }

    /// A copy to keep. Immutable.
    ///
    /// @param seq up to which entries were taken into account
    record Kept(long seq, long taken, long[] seqs, long[] revisions) {
        long bytes() {
            return 64 + (long) seqs.length * BYTES;
        }
    }

    Kept keep(long seq) {
        return new Kept(seq, taken, Arrays.copyOf(seqs, size), Arrays.copyOf(revisions, size));
    }

    /// Takes an entry into account; the log is told of what changes.
    ///
    /// @return whether a router would reject it for its revision
    boolean apply(EntryGlance entry, SlotLog log) {
        long msgType = entry.msgType();
        if (!rule.isSet(msgType)) {
            return false;
        }
        Integer known = lineage.known(entry.address());
        boolean present = known != null && known < size;
        Long carried = entry.revision();
        OptionalLong next =
                rule.revisionAfter(msgType, carried, present, present && known != null ? revisions[known] : 0);
        if (next.isEmpty()) {
            return carried != null;
        }
        int id = known == null ? lineage.id(entry.address()) : known;
        if (present) {
            log.changed(entry.seq(), id, seqs[id], revisions[id]);
        } else {
            log.created(entry.seq(), id);
            grow();
        }
        seqs[id] = entry.seq();
        revisions[id] = next.getAsLong();
        taken++;
        return false;
    }

    private void grow() {
        if (size == seqs.length) {
            seqs = Arrays.copyOf(seqs, 2 * size);
            revisions = Arrays.copyOf(revisions, 2 * size);
        }
        size++;
    }

    /// Takes back the latest change.
    void restore(int id, long seq, long revision) {
        seqs[id] = seq;
        revisions[id] = revision;
        taken--;
    }

    /// Takes back the latest change, which made the param with the highest number.
    void remove() {
        size--;
        taken--;
    }

    Lineage lineage() {
        return lineage;
    }

    int size() {
        return size;
    }

    long taken() {
        return taken;
    }

    /// The seq of the entry that set the param, or [RecoveredParam#FROM_SNAPSHOT].
    long seq(int id) {
        return seqs[id];
    }

    long revision(int id) {
        return revisions[id];
    }
}
