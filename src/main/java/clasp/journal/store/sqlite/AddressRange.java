package clasp.journal.store.sqlite;

import clasp.journal.model.SeqRange;
import clasp.journal.model.Utf8Order;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// A range of addresses in byte order, so that several threads can run through the index. Immutable.
///
/// @param from inclusive
/// @param to exclusive; null for none
record AddressRange(String from, @Nullable String to) {
    private static final int SAMPLE = 256;
    private static final int PARTS = 16;

    /// Ranges that together hold the addresses with this prefix, in order, and about equally many entries each, as far
    /// as entries spread over the journal tell.
    static List<AddressRange> cut(StoppableConnection connection, String prefix, SeqRange present) throws SQLException {
        List<String> sample = sample(connection, present).stream()
                .filter(address -> address.startsWith(prefix) && !AddressWalk.doubtful(address))
                .sorted(Utf8Order.INSTANCE)
                .toList();
        TreeSet<String> borders = new TreeSet<>(Utf8Order.INSTANCE);
        for (int i = 1; i < PARTS && !sample.isEmpty(); i++) {
            borders.add(sample.get(sample.size() * i / PARTS));
        }
        borders.remove(prefix);
        List<AddressRange> ranges = new ArrayList<>();
        String from = prefix;
        for (String border : borders) {
            ranges.add(new AddressRange(from, border));
            from = border;
        }
        ranges.add(new AddressRange(from, FilterSql.after(prefix)));
        return ranges;
    }

    private static List<String> sample(StoppableConnection connection, SeqRange present) throws SQLException {
        PreparedStatement statement = connection.prepare(
                "SELECT address FROM journal_entries NOT INDEXED WHERE seq >= ? ORDER BY seq LIMIT 1");
        List<String> found = new ArrayList<>();
        for (SeqRange piece : Segments.cut(present, 1, SAMPLE)) {
            statement.setLong(1, piece.first());
            try (ResultSet row = statement.executeQuery()) {
                String address = row.next() ? row.getString(1) : null;
                if (address != null) {
                    found.add(address);
                }
            }
        }
        return found;
    }

    /// @param column as which the address is judged: itself, as the index answers it, or a text made of it
    SqlCondition condition(String column) {
        String end = to;
        if (end != null) {
            return SqlCondition.exactly(column + " >= ? AND " + column + " < ?", from, end);
        }
        return from.isEmpty() ? SqlCondition.ALWAYS : SqlCondition.exactly(column + " >= ?", from);
    }
}
