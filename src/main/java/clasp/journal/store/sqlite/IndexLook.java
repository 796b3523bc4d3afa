package clasp.journal.store.sqlite;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// Whether an index can answer for a column. An index sorts by type first, so its two ends tell whether every value in
/// it has the type that CLASP writes; a value of another type would be judged differently when it is read as text or as
/// a number, and such a file is scanned instead.
final class IndexLook {
    private IndexLook() {}

    /// The index to use for addresses, or null.
    static @Nullable String address(StoppableConnection connection) throws SQLException {
        return pure(connection, connection.schema().byAddress(), "address", "text");
    }

    static @Nullable String signalType(StoppableConnection connection) throws SQLException {
        return pure(connection, connection.schema().bySignalType(), "signal_type", "text");
    }

    static @Nullable String timestamp(StoppableConnection connection) throws SQLException {
        return pure(connection, connection.schema().byTimestamp(), "timestamp", "integer");
    }

    private static @Nullable String pure(
            StoppableConnection connection, @Nullable String index, String column, String type) throws SQLException {
        return index != null
                        && type.equals(typeAt(connection, index, column, ""))
                        && type.equals(typeAt(connection, index, column, " DESC"))
                ? index
                : null;
    }

    private static @Nullable String typeAt(StoppableConnection connection, String index, String column, String order)
            throws SQLException {
        PreparedStatement statement = connection.prepare("SELECT typeof(" + column
                + ") FROM journal_entries INDEXED BY " + index + " ORDER BY " + column + order + " LIMIT 1");
        try (ResultSet row = statement.executeQuery()) {
            return row.next() ? row.getString(1) : null;
        }
    }
}
