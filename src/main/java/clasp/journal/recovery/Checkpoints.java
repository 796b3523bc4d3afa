package clasp.journal.recovery;

import clasp.journal.recovery.StateHistory.Checkpoint;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// States that were kept, by the snapshot that they began with and by seq. When they hold too much, every second one
/// goes, and from then on they lie twice as far apart. Confined to its owner's lock.
final class Checkpoints {
    static final long NO_BASE = Long.MIN_VALUE;

    private final Map<Long, TreeMap<Long, Checkpoint>> byBase = new TreeMap<>();
    private final int paramsKept;
    private int entriesBetween;
    private long held;

    Checkpoints(int entriesBetween, int paramsKept) {
        this.entriesBetween = entriesBetween;
        this.paramsKept = paramsKept;
    }

    int entriesBetween() {
        return entriesBetween;
    }

    /// How many params are held in all.
    long held() {
        return held;
    }

    Optional<Checkpoint> nearest(long baseId, long seq) {
        TreeMap<Long, Checkpoint> kept = byBase.getOrDefault(baseId, new TreeMap<>());
        return Optional.ofNullable(kept.floorEntry(seq)).map(Map.Entry::getValue);
    }

    void keep(long baseId, Checkpoint checkpoint) {
        if (checkpoint.params().size() > paramsKept) {
            return;
        }
        TreeMap<Long, Checkpoint> kept = byBase.computeIfAbsent(baseId, any -> new TreeMap<>());
        Checkpoint before = kept.put(checkpoint.seq(), checkpoint);
        held += checkpoint.params().size()
                - (before == null ? 0 : before.params().size());
        while (held > paramsKept) {
            thinOut();
        }
    }

    void clear() {
        byBase.clear();
        held = 0;
    }

    private void thinOut() {
        boolean goes = true;
        for (TreeMap<Long, Checkpoint> kept : byBase.values()) {
            for (Iterator<Checkpoint> each = kept.values().iterator(); each.hasNext(); goes = !goes) {
                Checkpoint checkpoint = each.next();
                if (goes) {
                    held -= checkpoint.params().size();
                    each.remove();
                }
            }
        }
        entriesBetween = Math.min(entriesBetween * 2, Integer.MAX_VALUE / 2);
    }
}
