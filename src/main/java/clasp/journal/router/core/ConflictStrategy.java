package clasp.journal.router.core;

import clasp.journal.wire.WireValue;

/// Which of two writes to one param counts. A write that brings no number where numbers are compared counts, as in
/// CLASP.
public enum ConflictStrategy {
    /// The later one, by the time of its arrival.
    LAST_WRITE,
    /// The one with the greater number.
    MAX,
    /// The one with the lesser number.
    MIN,
    /// That of whoever holds the lock; the later one while nobody does.
    LOCK,
    /// The later one: the clients themselves merge what they write with what was there.
    MERGE;

    boolean accepts(WireValue current, WireValue proposed) {
        return switch (this) {
            case LAST_WRITE, LOCK, MERGE -> true;
            case MAX -> !comparable(current, proposed) || compare(proposed, current) > 0;
            case MIN -> !comparable(current, proposed) || compare(proposed, current) < 0;
        };
    }

    private static boolean comparable(WireValue left, WireValue right) {
        return isNumber(left) && isNumber(right);
    }

    /// Nothing is greater or less than NaN: as a current value it would keep every other out.
    private static boolean isNumber(WireValue value) {
        return value instanceof WireValue.Int
                || value instanceof WireValue.Real(boolean _, double number) && !Double.isNaN(number);
    }

    private static int compare(WireValue left, WireValue right) {
        return left instanceof WireValue.Int(var _, long a) && right instanceof WireValue.Int(var _, long b)
                ? Long.compare(a, b)
                : Double.compare(number(left), number(right));
    }

    private static double number(WireValue value) {
        return switch (value) {
            case WireValue.Int(var _, long number) -> number;
            case WireValue.Real(boolean _, double number) -> number;
            default -> throw new IllegalArgumentException(value + " is no number");
        };
    }
}
