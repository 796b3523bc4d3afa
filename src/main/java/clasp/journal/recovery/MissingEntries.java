package clasp.journal.recovery;

import clasp.journal.model.Param;
import org.jspecify.annotations.Nullable;

/// Entries that are missing behind the first one, as far as a snapshot may have what they set. Confined to one scan.
final class MissingEntries {
    private boolean started;
    private long last;
    /// The first entry after the latest missing ones.
    private long after = Long.MIN_VALUE;
    private long count;

    void entry(long seq) {
        if (started && seq > last + 1) {
            after = seq;
            count += seq - last - 1;
        }
        started = true;
        last = seq;
    }

    /// What is missing up to a snapshot, of which all entries up to there have been seen.
    Before before(long seqAt) {
        return started && seqAt > last ? new Before(seqAt + 1, count + seqAt - last) : new Before(after, count);
    }

    /// @param after the first seq after the latest missing ones; Long.MIN_VALUE for none
    /// @param count how many are missing in all
    record Before(long after, long count) {
        /// Whether they can have made a param from the one that is left into the one in the snapshot: by as many SETs
        /// after it.
        boolean explain(@Nullable Param stored, RecoveredParam left) {
            if (stored == null || left.seq() >= after) {
                return false;
            }
            long sets = stored.revision() - left.param().revision();
            return sets > 0 && sets <= count;
        }
    }
}
