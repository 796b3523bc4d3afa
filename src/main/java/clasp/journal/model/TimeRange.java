package clasp.journal.model;

/// A range of timestamps, both bounds inclusive, in µs since the Unix epoch as unsigned 64-bit numbers. Immutable.
public record TimeRange(long fromMicros, long toMicros) {
    /// Every timestamp.
    public static final TimeRange ALL = new TimeRange(0, -1L);

    /// @throws IllegalArgumentException when `from` lies after `to`
    public TimeRange {
        if (Long.compareUnsigned(fromMicros, toMicros) > 0) {
            throw new IllegalArgumentException("The time range begins (" + Long.toUnsignedString(fromMicros)
                    + " µs) after it ends (" + Long.toUnsignedString(toMicros) + " µs).");
        }
    }

    public boolean contains(long micros) {
        return Long.compareUnsigned(micros, fromMicros) >= 0 && Long.compareUnsigned(micros, toMicros) <= 0;
    }

    public boolean isAll() {
        return equals(ALL);
    }
}
