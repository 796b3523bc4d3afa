package clasp.journal.recovery;

import clasp.journal.store.EntryGlance;
import clasp.journal.store.TextBytes;
import java.util.Arrays;
import java.util.List;
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
    /// How often a router rejected an entry of each param, and the seqs of the last ones; none for the
    /// other rule.
    private final Rejections rejections;

    private int size;
    private long taken;
    /// Of no use but that looks into memory are not left out.
    private long reached;

    /// As the lineage begins.
    ParamSlots(RecoveryRule rule, Lineage lineage) {
        this.rule = rule;
        this.lineage = lineage;
        rejections = Rejections.none();
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
        rejections = kept.rejections().copy();
        size = kept.seqs().length;
        seqs = Arrays.copyOf(kept.seqs(), Math.max(16, size));
        revisions = Arrays.copyOf(kept.revisions(), seqs.length);
        taken = kept.taken();
    }

    /// A copy to keep. Immutable.
    ///
    /// @param seq up to which entries were taken into account
    record Kept(long seq, long taken, long[] seqs, long[] revisions, Rejections rejections) {
        long bytes() {
            return 64 + (long) seqs.length * BYTES + rejections.bytes();
        }
    }

    Kept keep(long seq) {
        return new Kept(seq, taken, Arrays.copyOf(seqs, size), Arrays.copyOf(revisions, size), rejections.copy());
    }

    /// Told of entries that are perhaps the next ones.
    void ahead(List<? extends EntryGlance> entries) {
        lineage.ahead(entries, id -> reached += id < size ? seqs[id] + revisions[id] : 0);
    }

    /// Takes an entry into account; the log is told of what changes.
    void apply(EntryGlance entry, SlotLog log) {
        long msgType = entry.msgType();
        if (!rule.isSet(msgType)) {
            return;
        }
        TextBytes address = entry.addressBytes();
        int known = lineage.known(address);
        boolean present = known != AddressIds.NONE && known < size;
        Long carried = entry.revision();
        OptionalLong next = rule.revisionAfter(msgType, carried, present, present ? revisions[known] : 0);
        if (next.isEmpty()) {
            if (known != AddressIds.NONE && carried != null) {
                log.rejected(entry.seq(), known, rejections.add(known, entry.seq()));
            }
            return;
        }
        int id = known == AddressIds.NONE ? lineage.id(address) : known;
        if (present) {
            log.changed(entry.seq(), id, seqs[id], revisions[id]);
        } else {
            log.created(entry.seq(), id);
            grow();
        }
        seqs[id] = entry.seq();
        revisions[id] = next.getAsLong();
        taken++;
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

    /// Takes back the latest rejection.
    ///
    /// @param forgotten the seq that it made forget
    void takeBackRejection(int id, long forgotten) {
        rejections.takeBack(id, forgotten);
    }

    Rejections rejections() {
        return rejections;
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
