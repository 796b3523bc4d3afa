package clasp.journal.store.memory;

import clasp.journal.model.Entry;
import clasp.journal.model.SeqRange;
import clasp.journal.model.TimeRange;
import clasp.journal.store.Cancellation;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The entries that a ring held at one moment, by index from the oldest. Immutable.
final class EntryView {
    /// All but the last are full; the last one may be filled further while this view is read.
    private final EntryChunk[] chunks;

    private final int gone;
    private final int size;

    EntryView(EntryChunk[] chunks, int gone, int size) {
        this.chunks = chunks;
        this.gone = gone;
        this.size = size;
    }

    int size() {
        return size;
    }

    Entry get(int index) {
        int position = gone + index;
        return chunks[position / EntryChunk.SIZE].get(position % EntryChunk.SIZE);
    }

    /// The lowest seq; 0 when empty.
    long firstSeq() {
        return size == 0 ? 0 : get(0).seq();
    }

    /// The highest seq; 0 when empty.
    long latestSeq() {
        return size == 0 ? 0 : get(size - 1).seq();
    }

    /// Index of the first entry with this seq or a higher one; the size when there is none.
    int lowerBound(long seq) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (get(middle).seq() < seq) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// Index behind the last entry with this seq or a lower one.
    int upperBound(long seq) {
        return seq == Long.MAX_VALUE ? size : lowerBound(seq + 1);
    }

    @Nullable
    Entry find(long seq) {
        int index = lowerBound(seq);
        return index < size && get(index).seq() == seq ? get(index) : null;
    }

    /// Passes the entries in the range in ascending seq until the visitor answers false.
    void forEach(SeqRange range, Predicate<Entry> visitor, Cancellation cancellation) {
        cancellation.check();
        int end = upperBound(range.last());
        for (int i = lowerBound(range.first()); i < end; i++) {
            if (i % EntryChunk.SIZE == 0) {
                cancellation.check();
            }
            if (!visitor.test(get(i))) {
                return;
            }
        }
    }

    Optional<TimeRange> timeSpan() {
        if (size == 0) {
            return Optional.empty();
        }
        long least = -1L;
        long greatest = 0;
        for (int i = 0; i < size; ) {
            boolean whole = (gone + i) % EntryChunk.SIZE == 0 && i + EntryChunk.SIZE <= size;
            long low = whole ? chunkOf(i).leastMicros() : get(i).timestampMicros();
            long high = whole ? chunkOf(i).greatestMicros() : low;
            least = Long.compareUnsigned(low, least) < 0 ? low : least;
            greatest = Long.compareUnsigned(high, greatest) > 0 ? high : greatest;
            i += whole ? EntryChunk.SIZE : 1;
        }
        return Optional.of(new TimeRange(least, greatest));
    }

    /// The seq with the smallest timestamp not below; of several the lowest.
    Optional<Long> seqAtTime(long micros) {
        Entry best = null;
        for (int i = 0; i < size; ) {
            boolean whole = (gone + i) % EntryChunk.SIZE == 0 && i + EntryChunk.SIZE <= size;
            if (whole && !mayHoldBetter(chunkOf(i), micros, best)) {
                i += EntryChunk.SIZE;
                continue;
            }
            Entry entry = get(i);
            long time = entry.timestampMicros();
            if (Long.compareUnsigned(time, micros) >= 0
                    && (best == null || Long.compareUnsigned(time, best.timestampMicros()) < 0)) {
                best = entry;
            }
            i++;
        }
        return Optional.ofNullable(best).map(Entry::seq);
    }

    private static boolean mayHoldBetter(EntryChunk chunk, long micros, @Nullable Entry best) {
        return Long.compareUnsigned(chunk.greatestMicros(), micros) >= 0
                && (best == null || Long.compareUnsigned(chunk.leastMicros(), best.timestampMicros()) < 0);
    }

    private EntryChunk chunkOf(int index) {
        return chunks[(gone + index) / EntryChunk.SIZE];
    }
}
