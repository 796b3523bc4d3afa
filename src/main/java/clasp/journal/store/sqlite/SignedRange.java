package clasp.journal.store.sqlite;

import clasp.journal.model.TimeRange;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/// A range of timestamps as they are stored: unsigned numbers reinterpreted as signed ones. Both bounds inclusive.
/// Immutable.
record SignedRange(long from, long to) {
    /// Lets the index on timestamps find the range and still judges as a reader does, who gets a fraction cut off.
    static final String CONDITION = "timestamp >= ? AND timestamp <= ? AND CAST(timestamp AS INTEGER) BETWEEN ? AND ?";

    /// One piece, or two when the range crosses 2^63; in unsigned order.
    static List<SignedRange> of(TimeRange range) {
        long from = range.fromMicros();
        long to = range.toMicros();
        return from >= 0 && to < 0
                ? List.of(new SignedRange(from, Long.MAX_VALUE), new SignedRange(Long.MIN_VALUE, to))
                : List.of(new SignedRange(from, to));
    }

    /// [#CONDITION] with its values.
    SqlCondition condition() {
        Number below = Long.valueOf(from - 1);
        Number above = Long.valueOf(to + 1);
        if (from == Long.MIN_VALUE) {
            below = Double.NEGATIVE_INFINITY;
        }
        if (to == Long.MAX_VALUE) {
            above = Double.POSITIVE_INFINITY;
        }
        return SqlCondition.exactly(CONDITION, below, above, from, to);
    }

    /// Binds [#CONDITION] from placeholder `first` on.
    void bind(PreparedStatement statement, int first) throws SQLException {
        condition().bind(statement, first);
    }
}
