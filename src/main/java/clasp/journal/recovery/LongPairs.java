package clasp.journal.recovery;

import java.util.Arrays;

/// Two numbers for each address of a scan, side by side in memory, as they are looked at together for each of millions
/// of entries. Confined to one scan.
final class LongPairs {
    /// Where no numbers were set.
    static final long NONE = Long.MIN_VALUE;

    private long[] numbers;
    /// Of no use but that looks into memory are not left out.
    private long reached;

    LongPairs() {
        this(new long[0]);
    }

    private LongPairs(long[] numbers) {
        this.numbers = numbers;
    }

    /// Reaches for the numbers, so that they are near when they are asked for.
    void ahead(int id) {
        reached += first(id);
    }

    long first(int id) {
        return 2 * id < numbers.length ? numbers[2 * id] : NONE;
    }

    long second(int id) {
        return 2 * id < numbers.length ? numbers[2 * id + 1] : NONE;
    }

    void set(int id, long first, long second) {
        int at = 2 * id;
        if (at >= numbers.length) {
            int before = numbers.length;
            numbers = Arrays.copyOf(numbers, Math.max(at + 2, before + before / 4 * 2 + 128));
            Arrays.fill(numbers, before, numbers.length, NONE);
        }
        numbers[at] = first;
        numbers[at + 1] = second;
    }

    /// How many pairs there may be: those of higher addresses were never set.
    int size() {
        return numbers.length / 2;
    }

    LongPairs copy() {
        return new LongPairs(numbers.clone());
    }
}
