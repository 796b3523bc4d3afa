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
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/// Works out what a compaction before a seq would take away. Immutable.
record CompactionLoss(MemoryContent content, long beforeSeq) {
    CompactionPreview preview(long sizeBefore, Cancellation cancellation) {
        EntryView entries = content.entries();
        int removed = entries.lowerBound(beforeSeq);
        Map<String, Long> lastSets = uncovered(cancellation);
        long snapshotAt = content.snapshots().stream()
                .filter(Snapshot::usable)
                .mapToLong(snapshot -> snapshot.info().seqAt())
                .reduce(Long.MIN_VALUE, (before, later) -> later);
        List<String> uncovered = addresses(lastSets, seq -> seq > snapshotAt);
        List<String> forgotten = addresses(lastSets, seq -> seq <= snapshotAt);
        return new CompactionPreview(
                beforeSeq,
                removed,
                entries.size() - removed,
                sizeBefore,
                entries.size() == 0 ? sizeBefore : sizeBefore / entries.size() * (entries.size() - removed),
                uncovered.subList(0, Math.min(uncovered.size(), CompactionPreview.MAX_LISTED)),
                uncovered.size(),
                forgotten.subList(0, Math.min(forgotten.size(), CompactionPreview.MAX_LISTED)),
                forgotten.size(),
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

    /// The last SET of each address that is SET in what goes, not in what stays, and not in a usable snapshot taken at
    /// or after the
    /// last SET.
    private Map<String, Long> uncovered(Cancellation cancellation) {
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
        return lastSet;
    }

    private static List<String> addresses(Map<String, Long> lastSets, LongPredicate wanted) {
        return lastSets.entrySet().stream()
                .filter(each -> wanted.test(each.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static boolean note(Entry entry, Map<String, Long> lastSet) {
        if (entry.isSet()) {
            lastSet.put(entry.address(), entry.seq());
        }
        return true;
    }
}
