package clasp.journal.recovery;

import java.util.Arrays;

/// A number for each address of a scan. Confined to one scan.
final class LongColumn {
    /// Where no number was set.
    static final long NONE = Long.MIN_VALUE;

    private long[] numbers;

    LongColumn() {
        this(new long[0]);
    }

    private LongColumn(long[] numbers) {
        this.numbers = numbers;
    }

    long get(int id) {
        return id < numbers.length ? numbers[id] : NONE;
    }

    void set(int id, long number) {
        if (id >= numbers.length) {
            int before = numbers.length;
            numbers = Arrays.copyOf(numbers, Math.max(id + 1, before + before / 2 + 64));
            Arrays.fill(numbers, before, numbers.length, NONE);
        }
        numbers[id] = number;
    }

    /// How many numbers there may be: those of higher addresses were never set.
    int size() {
        return numbers.length;
    }

    LongColumn copy() {
        return new LongColumn(numbers.clone());
    }
}
