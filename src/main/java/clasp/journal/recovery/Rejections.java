package clasp.journal.recovery;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// How many entries of each param a router has rejected, and the seqs of the last ones. Confined to its
/// owner's lock.
final class Rejections {
    private static final int FIELDS = 1 + Loss.MOST_LISTED;

    /// For each param: how many, then the last seqs, the newest first.
    private long[] fields;

    private Rejections(long[] fields) {
        this.fields = fields;
    }

    static Rejections none() {
        return new Rejections(new long[0]);
    }

    Rejections copy() {
        return new Rejections(fields.clone());
    }

    long bytes() {
        return (long) fields.length * Long.BYTES;
    }

    /// @return the seq that is forgotten for it
    long add(int id, long seq) {
        int at = id * FIELDS;
        if (fields.length < at + FIELDS) {
            fields = Arrays.copyOf(fields, at + FIELDS + fields.length / 2);
        }
        long forgotten = fields[at + FIELDS - 1];
        System.arraycopy(fields, at + 1, fields, at + 2, FIELDS - 2);
        fields[at + 1] = seq;
        fields[at]++;
        return forgotten;
    }

    void takeBack(int id, long forgotten) {
        int at = id * FIELDS;
        System.arraycopy(fields, at + 2, fields, at + 1, FIELDS - 2);
        fields[at + FIELDS - 1] = forgotten;
        fields[at]--;
    }

    long count(int id) {
        int at = id * FIELDS;
        return at < fields.length ? fields[at] : 0;
    }

    /// The seqs of the last ones, ascending.
    List<Long> last(int id) {
        List<Long> seqs = new ArrayList<>();
        for (int i = (int) Math.min(count(id), Loss.MOST_LISTED); i > 0; i--) {
            seqs.add(fields[id * FIELDS + i]);
        }
        return seqs;
    }
}
