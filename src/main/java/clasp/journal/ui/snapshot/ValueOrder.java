package clasp.journal.ui.snapshot;

import clasp.journal.recovery.JsonNumber;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// Where a value stands in a sorted table: what is missing first, then numbers by size, then everything else as text.
/// Immutable.
record ValueOrder(@Nullable BigDecimal number, String text) implements Comparable<ValueOrder> {
    private static final ValueOrder NONE = new ValueOrder(null, "");

    static ValueOrder of(@Nullable String valueJson) {
        return valueJson == null
                ? NONE
                : JsonNumber.of(valueJson)
                        .map(number -> new ValueOrder(number, valueJson))
                        .orElseGet(() -> new ValueOrder(null, valueJson));
    }

    static ValueOrder of(@Nullable BigDecimal number, String text) {
        return new ValueOrder(number, text);
    }

    @Override
    public int compareTo(ValueOrder other) {
        int rank = Integer.compare(rank(), other.rank());
        if (rank != 0) {
            return rank;
        }
        return number != null && other.number != null ? number.compareTo(other.number) : text.compareTo(other.text);
    }

    private int rank() {
        if (number != null) {
            return 1;
        }
        return text.isEmpty() ? 0 : 2;
    }
}
