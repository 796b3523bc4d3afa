package clasp.journal.ui.fx;

/// Arithmetic on timestamps, which use all 64 bits. Thread-safe.
public final class Unsigned {
    private static final double TWO_63 = 0x1p63;

    private Unsigned() {}

    public static long min(long a, long b) {
        return Long.compareUnsigned(a, b) <= 0 ? a : b;
    }

    public static long max(long a, long b) {
        return Long.compareUnsigned(a, b) >= 0 ? a : b;
    }

    public static long clamp(long value, long least, long most) {
        return max(least, min(value, most));
    }

    /// The nearest double.
    public static double toDouble(long value) {
        return value >= 0 ? value : (value >>> 1) * 2.0 + (value & 1);
    }

    /// The nearest below; negative numbers give 0, those beyond 64 bits the greatest value.
    public static long fromDouble(double value) {
        if (value < TWO_63) {
            return value <= 0 ? 0 : (long) value;
        }
        return value >= 2 * TWO_63 ? -1L : (long) (value - TWO_63) + Long.MIN_VALUE;
    }

    /// `a + b`, but the greatest value where that does not fit.
    public static long plus(long a, long b) {
        long sum = a + b;
        return Long.compareUnsigned(sum, a) < 0 ? -1L : sum;
    }

    /// `a - b`, but 0 where that would be negative.
    public static long minus(long a, long b) {
        return Long.compareUnsigned(a, b) <= 0 ? 0 : a - b;
    }

    /// `a - b` as a signed number of whatever size.
    public static double difference(long a, long b) {
        return Long.compareUnsigned(a, b) >= 0 ? toDouble(a - b) : -toDouble(b - a);
    }
}
