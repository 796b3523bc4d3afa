package clasp.journal.store;

import java.util.Arrays;
import java.util.function.LongBinaryOperator;

/// The part of a set of seqs that lies in one aligned block of 65,536: a sorted list while they are few, bits when they
/// are many. Positions are offsets in the block; -1 stands for none. Immutable.
sealed interface SeqChunk {
    int SHIFT = 16;
    int SIZE = 1 << SHIFT;
    int MASK = SIZE - 1;

    /// Beyond this a list would be larger than the bits.
    int MAX_LISTED = SIZE / Character.SIZE;

    int WORDS = SIZE / Long.SIZE;

    int count();

    boolean contains(int offset);

    /// How many are lower.
    int rank(int offset);

    /// The one that has `rank` lower ones.
    int select(int rank);

    /// The lowest not below, or -1.
    int ceiling(int offset);

    /// The highest not above, or -1.
    int floor(int offset);

    /// All of them as bits; the caller must not change the array.
    long[] words();

    /// A chunk of these bits, which the caller gives away.
    static SeqChunk of(long[] words) {
        int count = 0;
        for (long word : words) {
            count += Long.bitCount(word);
        }
        return count > MAX_LISTED ? new Bits(words, count) : new Listed(list(words, count));
    }

    /// Combines two chunks bit by bit.
    static SeqChunk combine(SeqChunk left, SeqChunk right, LongBinaryOperator operator) {
        long[] a = left.words();
        long[] b = right.words();
        long[] result = new long[WORDS];
        for (int i = 0; i < WORDS; i++) {
            result[i] = operator.applyAsLong(a[i], b[i]);
        }
        return of(result);
    }

    private static char[] list(long[] words, int count) {
        char[] offsets = new char[count];
        int next = 0;
        for (int i = 0; i < WORDS; i++) {
            for (long word = words[i]; word != 0; word &= word - 1) {
                offsets[next++] = (char) (i * Long.SIZE + Long.numberOfTrailingZeros(word));
            }
        }
        return offsets;
    }

    /// @param offsets ascending, without repetitions
    record Listed(char[] offsets) implements SeqChunk {
        @Override
        public int count() {
            return offsets.length;
        }

        @Override
        public boolean contains(int offset) {
            return Arrays.binarySearch(offsets, (char) offset) >= 0;
        }

        @Override
        public int rank(int offset) {
            int found = Arrays.binarySearch(offsets, (char) offset);
            return found >= 0 ? found : -found - 1;
        }

        @Override
        public int select(int rank) {
            return offsets[rank];
        }

        @Override
        public int ceiling(int offset) {
            int rank = rank(offset);
            return rank < offsets.length ? offsets[rank] : -1;
        }

        @Override
        public int floor(int offset) {
            int rank = contains(offset) ? rank(offset) : rank(offset) - 1;
            return rank >= 0 ? offsets[rank] : -1;
        }

        @Override
        public long[] words() {
            long[] words = new long[WORDS];
            for (char offset : offsets) {
                words[offset / Long.SIZE] |= 1L << offset;
            }
            return words;
        }
    }

    record Bits(long[] words, int count) implements SeqChunk {
        @Override
        public boolean contains(int offset) {
            return (words[offset / Long.SIZE] & 1L << offset) != 0;
        }

        @Override
        public int rank(int offset) {
            int word = offset / Long.SIZE;
            int lower = Long.bitCount(words[word] & (1L << offset) - 1);
            for (int i = 0; i < word; i++) {
                lower += Long.bitCount(words[i]);
            }
            return lower;
        }

        @Override
        public int select(int rank) {
            int left = rank;
            int i = 0;
            for (int bits = Long.bitCount(words[0]); left >= bits; bits = Long.bitCount(words[i])) {
                left -= bits;
                i++;
            }
            long word = words[i];
            for (; left > 0; left--) {
                word &= word - 1;
            }
            return i * Long.SIZE + Long.numberOfTrailingZeros(word);
        }

        @Override
        public int ceiling(int offset) {
            long word = words[offset / Long.SIZE] & -1L << offset;
            for (int i = offset / Long.SIZE; i < WORDS; word = ++i < WORDS ? words[i] : 0) {
                if (word != 0) {
                    return i * Long.SIZE + Long.numberOfTrailingZeros(word);
                }
            }
            return -1;
        }

        @Override
        public int floor(int offset) {
            long word = words[offset / Long.SIZE] & -1L >>> (Long.SIZE - 1 - offset % Long.SIZE);
            for (int i = offset / Long.SIZE; i >= 0; word = --i >= 0 ? words[i] : 0) {
                if (word != 0) {
                    return i * Long.SIZE + Long.SIZE - 1 - Long.numberOfLeadingZeros(word);
                }
            }
            return -1;
        }
    }
}
