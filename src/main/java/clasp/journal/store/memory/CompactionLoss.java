package clasp.journal.store.memory;

import clasp.journal.model.Entry;
import clasp.journal.model.Param;
import clasp.journal.model.SeqRange;
import clasp.journal.model.Snapshot;
import clasp.journal.model.TimeRange;
import clasp.journal.model.Utf8Order;
import clasp.journal.store.Cancellation;
import clasp.journal.store.CompactionPreview;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Works out what a compaction before a seq would take away. Immutable.
record CompactionLoss(MemoryContent content, long beforeSeq) {
    CompactionPreview preview(long sizeBefore, Cancellation cancellation) {
        EntryView entries = content.entries();
        int removed = entries.lowerBound(beforeSeq);
        List<String> uncovered = uncovered(cancellation);
        return new CompactionPreview(
                beforeSeq,
                removed,
                entries.size() - removed,
                sizeBefore,
                entries.size() == 0 ? sizeBefore : sizeBefore / entries.size() * (entries.size() - removed),
                uncovered.subList(0, Math.min(uncovered.size(), CompactionPreview.MAX_LISTED)),
                uncovered.size(),
                lostTime(removed));
    }

    private @Nullable TimeRange lostTime(int removed) {
        long least = -1L;
        long greatest = 0;
        for (int i = 0; i < removed; i++) {
            long micros = content.entries().get(i).timestampMicros();
            least = Long.compareUnsigned(micros, least) < 0 ? micros : least;
            greatest = Long.compareUnsigned(micros, greatest) > 0 ? micros : greatest;
        }
        return removed == 0 ? null : new TimeRange(least, greatest);
    }

    /// Addresses that are SET in what goes, not in what stays, and not in a usable snapshot taken at or after the
    /// last SET.
    private List<String> uncovered(Cancellation cancellation) {
        Map<String, Long> lastSet = new TreeMap<>(Utf8Order.INSTANCE);
        content.entries().forEach(SeqRange.ALL, entry -> note(entry, lastSet), cancellation);
        lastSet.values().removeIf(seq -> seq >= beforeSeq);
        for (Snapshot snapshot : content.snapshots()) {
            if (snapshot.usable()) {
                for (Param param : snapshot.params()) {
                    Optional.ofNullable(lastSet.get(param.address()))
                            .filter(seq -> seq <= snapshot.info().seqAt())
                            .ifPresent(covered -> lastSet.remove(param.address()));
                }
            }
        }
        return List.copyOf(lastSet.keySet());
    }

    private static boolean note(Entry entry, Map<String, Long> lastSet) {
        if (entry.isSet()) {
            lastSet.put(entry.address(), entry.seq());
        }
        return true;
    }
}
