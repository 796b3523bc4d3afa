package clasp.journal.store.sqlite;

import clasp.journal.model.TimeRange;
import clasp.journal.query.Filter;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Counts matches within SQLite where one index tells. Stateless.
final class IndexedCounts {
    private IndexedCounts() {}

    /// How many match; empty when it takes more than one index to tell.
    static Optional<Long> count(StoppableConnection connection, Filter filter) throws SQLException {
        return switch (filter) {
            case Filter.And and when and.parts().isEmpty() -> all(connection);
            case Filter.And and
            when and.parts().size() == 1 -> count(connection, and.parts().getFirst());
            case Filter.Or or when or.parts().isEmpty() -> Optional.of(0L);
            case Filter.Address address when address.pattern().matchesEverything() -> all(connection);
            case Filter.Signal signal ->
                joined(connection, IndexLook.signalType(connection), "signal_type", List.copyOf(signal.types()));
            case Filter.Time time -> byTime(connection, time.range());
            default -> Optional.empty();
        };
    }

    private static Optional<Long> all(StoppableConnection connection) throws SQLException {
        return Optional.of(number(connection.prepare("SELECT count(*) FROM journal_entries")));
    }

    private static Optional<Long> joined(
            StoppableConnection connection, @Nullable String index, String column, List<String> texts)
            throws SQLException {
        if (index == null) {
            return Optional.empty();
        }
        PreparedStatement statement = connection.prepare("SELECT count(*) FROM json_each(?1) AS a CROSS JOIN"
                + " journal_entries AS e INDEXED BY " + index + " ON e." + column + " = a.value");
        statement.setString(1, AddressSets.json(texts));
        return Optional.of(number(statement));
    }

    private static Optional<Long> byTime(StoppableConnection connection, TimeRange range) throws SQLException {
        String index = IndexLook.timestamp(connection);
        if (index == null) {
            return Optional.empty();
        }
        long sum = 0;
        for (SignedRange piece : SignedRange.of(range)) {
            PreparedStatement statement = connection.prepare(
                    "SELECT count(*) FROM journal_entries INDEXED BY " + index + " WHERE " + SignedRange.CONDITION);
            piece.bind(statement, 1);
            sum += number(statement);
        }
        return Optional.of(sum);
    }

    static long number(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            return row.next() ? row.getLong(1) : 0;
        }
    }
}
