package clasp.journal.store;

import clasp.journal.model.SeqRange;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Collects seqs, in any order and however often, into a [SeqBitmap]. Ascending order is fastest. Confined to one
/// thread.
public final class SeqBitmapBuilder {
    private static final SeqChunk FULL = SeqChunk.of(filled());

    private final Map<Long, Growing> growing = new TreeMap<>();
    private long block;
    private @Nullable Growing current;

    public void add(long seq) {
        at(seq >> SeqChunk.SHIFT).add((int) seq & SeqChunk.MASK);
    }

    /// Adds every seq of the range.
    public void addRange(SeqRange range) {
        if (range.isEmpty()) {
            return;
        }
        long first = range.first() >> SeqChunk.SHIFT;
        long last = range.last() >> SeqChunk.SHIFT;
        for (long b = first; b <= last; b++) {
            int from = b == first ? (int) range.first() & SeqChunk.MASK : 0;
            int to = b == last ? (int) range.last() & SeqChunk.MASK : SeqChunk.MASK;
            at(b).addAll(from, to);
        }
    }

    public SeqBitmap build() {
        growing.values().removeIf(Growing::isEmpty);
        long[] blocks = growing.keySet().stream().mapToLong(Long::longValue).toArray();
        SeqChunk[] chunks = growing.values().stream().map(Growing::chunk).toArray(SeqChunk[]::new);
        growing.clear();
        current = null;
        return new SeqBitmap(blocks, chunks);
    }

    /// Adds a finished block that nothing else is added to.
    void put(long finishedBlock, SeqChunk chunk) {
        at(finishedBlock).finished = chunk;
    }

    private Growing at(long wanted) {
        Growing found = current;
        if (found == null || wanted != block) {
            found = growing.computeIfAbsent(wanted, b -> new Growing());
            current = found;
            block = wanted;
        }
        return found;
    }

    private static long[] filled() {
        long[] words = new long[SeqChunk.WORDS];
        Arrays.fill(words, -1);
        return words;
    }

    /// A block that grows: a list at first, bits when that is no longer smaller.
    private static final class Growing {
        private char[] listed = new char[4];
        private int count;
        private boolean ascending = true;
        private long @Nullable [] words;
        private @Nullable SeqChunk finished;

        void add(int offset) {
            if (words == null && count == SeqChunk.MAX_LISTED) {
                toWords();
            }
            if (words != null) {
                words[offset / Long.SIZE] |= 1L << offset;
                return;
            }
            if (count == listed.length) {
                listed = Arrays.copyOf(listed, 2 * count);
            }
            ascending &= count == 0 || listed[count - 1] < offset;
            listed[count++] = (char) offset;
        }

        void addAll(int from, int to) {
            if (from == 0 && to == SeqChunk.MASK) {
                finished = FULL;
                return;
            }
            for (int offset = from; offset <= to; offset++) {
                add(offset);
            }
        }

        boolean isEmpty() {
            return finished == null ? words == null && count == 0 : finished.count() == 0;
        }

        SeqChunk chunk() {
            if (finished != null) {
                return finished;
            }
            if (words == null && ascending) {
                return new SeqChunk.Listed(Arrays.copyOf(listed, count));
            }
            return SeqChunk.of(words == null ? toWords() : words);
        }

        private long[] toWords() {
            long[] bits = new long[SeqChunk.WORDS];
            for (int i = 0; i < count; i++) {
                bits[listed[i] / Long.SIZE] |= 1L << listed[i];
            }
            words = bits;
            listed = new char[0];
            return bits;
        }
    }
}
