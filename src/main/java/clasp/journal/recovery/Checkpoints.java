package clasp.journal.recovery;

import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// States that were kept, without values, by the lineage that they belong to and by seq. When they take too
/// much memory, every second one goes, and from then on they lie twice as far apart. Confined to its
/// owner's lock.
final class Checkpoints {
    private final Map<Lineage, TreeMap<Long, ParamSlots.Kept>> byLineage = new HashMap<>();
    private final long mostBytes;
    private int entriesBetween;
    private long bytes;

    Checkpoints(int entriesBetween, long mostBytes) {
        this.entriesBetween = entriesBetween;
        this.mostBytes = mostBytes;
    }

    int entriesBetween() {
        return entriesBetween;
    }

    /// What all of them take.
    long bytes() {
        return bytes;
    }

    /// The one with the highest seq that is not above.
    Optional<ParamSlots.Kept> nearest(Lineage lineage, long seq) {
        TreeMap<Long, ParamSlots.Kept> kept = byLineage.getOrDefault(lineage, new TreeMap<>());
        return Optional.ofNullable(kept.floorEntry(seq)).map(Map.Entry::getValue);
    }

    void keep(Lineage lineage, ParamSlots.Kept state) {
        if (state.bytes() > mostBytes) {
            return;
        }
        TreeMap<Long, ParamSlots.Kept> kept = byLineage.computeIfAbsent(lineage, any -> new TreeMap<>());
        ParamSlots.Kept before = kept.put(state.seq(), state);
        bytes += state.bytes() - (before == null ? 0 : before.bytes());
        while (bytes > mostBytes) {
            thinOut();
        }
    }

    /// Drops all that belong to it.
    void forget(Lineage lineage) {
        TreeMap<Long, ParamSlots.Kept> kept = byLineage.remove(lineage);
        if (kept != null) {
            kept.values().forEach(state -> bytes -= state.bytes());
        }
    }

    void clear() {
        byLineage.clear();
        bytes = 0;
    }

    private void thinOut() {
        boolean goes = true;
        for (TreeMap<Long, ParamSlots.Kept> kept : byLineage.values()) {
            for (Iterator<ParamSlots.Kept> each = kept.values().iterator(); each.hasNext(); goes = !goes) {
                ParamSlots.Kept state = each.next();
                if (goes) {
                    bytes -= state.bytes();
                    each.remove();
                }
            }
        }
        entriesBetween = entriesBetween > Integer.MAX_VALUE / 2 ? entriesBetween : entriesBetween * 2;
    }
}
