package clasp.journal.store;

import clasp.journal.model.SeqRange;
import java.util.Arrays;
import java.util.OptionalLong;
import java.util.function.LongBinaryOperator;
import java.util.function.LongPredicate;

/// A set of seqs that answers at once how many are lower than one, and which one has so many lower ones. At most a bit
/// (and mostly less) for each seq between the first and the last, at most three bytes for each seq in it and a little
/// for every block of 65,536 that holds any, however far apart they are. Immutable.
public final class SeqBitmap {
    public static final SeqBitmap EMPTY = new SeqBitmap(new long[0], new SeqChunk[0]);

    /// Which block each chunk is, ascending: `seq >> 16`.
    private final long[] blocks;

    private final SeqChunk[] chunks;

    /// `before[i]` seqs lie in the chunks below `chunks[i]`; one more element than chunks.
    private final long[] before;

    /// Takes both arrays over; no chunk may be empty.
    SeqBitmap(long[] blocks, SeqChunk[] chunks) {
        this.blocks = blocks;
        this.chunks = chunks;
        before = new long[chunks.length + 1];
        for (int i = 0; i < chunks.length; i++) {
            before[i + 1] = before[i] + chunks[i].count();
        }
    }

    public static SeqBitmap of(long... seqs) {
        SeqBitmapBuilder builder = new SeqBitmapBuilder();
        for (long seq : seqs) {
            builder.add(seq);
        }
        return builder.build();
    }

    /// How many seqs are in the set.
    public long size() {
        return before[chunks.length];
    }

    public boolean isEmpty() {
        return chunks.length == 0;
    }

    public boolean contains(long seq) {
        int i = find(block(seq));
        return i >= 0 && chunks[i].contains(offset(seq));
    }

    /// As [Arrays#binarySearch]; most sets have no gap of whole blocks, so it mostly lies where it would without any.
    private int find(long block) {
        if (blocks.length > 0) {
            long place = block - blocks[0];
            if (place >= 0 && place < blocks.length && blocks[(int) place] == block) {
                return (int) place;
            }
        }
        return Arrays.binarySearch(blocks, block);
    }

    /// How many seqs of the set are lower.
    public long rank(long seq) {
        int i = find(block(seq));
        return i >= 0 ? before[i] + chunks[i].rank(offset(seq)) : before[-i - 1];
    }

    /// How many seqs of the set lie in the range.
    public long count(SeqRange range) {
        return range.isEmpty() ? 0 : rank(range.last()) - rank(range.first()) + (contains(range.last()) ? 1 : 0);
    }

    /// The seq that has `rank` lower ones in the set.
    ///
    /// @param rank 0 <= rank < size()
    public long select(long rank) {
        if (rank < 0 || rank >= size()) {
            throw new IndexOutOfBoundsException("No seq number " + rank + " in a set of " + size());
        }
        int i = Arrays.binarySearch(before, rank);
        i = i >= 0 ? i : -i - 2;
        return seq(i, chunks[i].select((int) (rank - before[i])));
    }

    /// The lowest seq of the set that is not below.
    public OptionalLong ceiling(long seq) {
        int i = find(block(seq));
        if (i >= 0) {
            int offset = chunks[i].ceiling(offset(seq));
            if (offset >= 0) {
                return OptionalLong.of(seq(i, offset));
            }
        }
        int next = i >= 0 ? i + 1 : -i - 1;
        return next < chunks.length ? OptionalLong.of(seq(next, chunks[next].ceiling(0))) : OptionalLong.empty();
    }

    /// The highest seq of the set that is not above.
    public OptionalLong floor(long seq) {
        int i = find(block(seq));
        if (i >= 0) {
            int offset = chunks[i].floor(offset(seq));
            if (offset >= 0) {
                return OptionalLong.of(seq(i, offset));
            }
        }
        int next = i >= 0 ? i - 1 : -i - 2;
        return next >= 0 ? OptionalLong.of(seq(next, chunks[next].floor(SeqChunk.MASK))) : OptionalLong.empty();
    }

    /// Passes the seqs in ascending order until the visitor answers false.
    public void forEach(LongPredicate visitor) {
        for (int i = 0; i < chunks.length; i++) {
            int offset = chunks[i].ceiling(0);
            while (offset >= 0) {
                if (!visitor.test(seq(i, offset))) {
                    return;
                }
                offset = offset == SeqChunk.MASK ? -1 : chunks[i].ceiling(offset + 1);
            }
        }
    }

    /// The seqs that are in both sets.
    public SeqBitmap and(SeqBitmap other) {
        return combine(other, false, false, (a, b) -> a & b);
    }

    /// The seqs that are in one of the sets or in both.
    public SeqBitmap or(SeqBitmap other) {
        return combine(other, true, true, (a, b) -> a | b);
    }

    /// The seqs that are in this set and not in the other.
    public SeqBitmap andNot(SeqBitmap other) {
        return combine(other, true, false, (a, b) -> a & ~b);
    }

    private SeqBitmap combine(SeqBitmap other, boolean keepThis, boolean keepOther, LongBinaryOperator operator) {
        SeqBitmapBuilder result = new SeqBitmapBuilder();
        int i = 0;
        int j = 0;
        while (i < chunks.length || j < other.chunks.length) {
            int order =
                    i == chunks.length ? 1 : j == other.chunks.length ? -1 : Long.compare(blocks[i], other.blocks[j]);
            if (order == 0) {
                result.put(blocks[i], SeqChunk.combine(chunks[i], other.chunks[j], operator));
            } else if (order < 0 && keepThis) {
                result.put(blocks[i], chunks[i]);
            } else if (order > 0 && keepOther) {
                result.put(other.blocks[j], other.chunks[j]);
            }
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        return result.build();
    }

    private long seq(int chunk, int offset) {
        return (blocks[chunk] << SeqChunk.SHIFT) + offset;
    }

    private static long block(long seq) {
        return seq >> SeqChunk.SHIFT;
    }

    private static int offset(long seq) {
        return (int) seq & SeqChunk.MASK;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SeqBitmap that
                && size() == that.size()
                && Arrays.equals(blocks, that.blocks)
                && andNot(that).isEmpty();
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(blocks) + Arrays.hashCode(before);
    }

    @Override
    public String toString() {
        return isEmpty() ? "no seqs" : size() + " seqs in " + select(0) + ".." + select(size() - 1);
    }
}
