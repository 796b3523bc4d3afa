package clasp.journal.store.sqlite;

import clasp.journal.model.SeqRange;
import clasp.journal.query.Filter;
import clasp.journal.store.SeqBitmap;
import clasp.journal.store.SeqBitmapBuilder;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// Finds the seqs that match a filter by a scan of a part of the table. Stateless.
final class TableMatches {
    private TableMatches() {}

    /// What the indexes cannot tell of a filter, as a filter for the entries that they leave.
    static Filter rest(List<Filter> parts) {
        return parts.size() == 1 ? parts.getFirst() : new Filter.And(new ArrayList<>(parts));
    }

    /// @param candidates only these are looked for
    static SeqBitmap among(StoppableConnection connection, Filter filter, SeqBitmap candidates, SeqRange range)
            throws SQLException {
        SqlCondition condition = FilterSql.of(filter);
        String columns = condition.exact() ? "seq" : RowReader.WHOLE.columns();
        SeqBitmapBuilder found = new SeqBitmapBuilder();
        try (ResultSet rows = select(connection, columns, condition, range).executeQuery()) {
            while (rows.next()) {
                long seq = rows.getLong(1);
                if (candidates.contains(seq) && (condition.exact() || filter.matches(RowReader.WHOLE.entry(rows)))) {
                    found.add(seq);
                }
            }
        }
        return found.build();
    }

    /// The matches in the range.
    static SeqBitmap in(StoppableConnection connection, FilterPlan plan, SeqRange range) throws SQLException {
        SqlCondition condition = plan.condition();
        String columns = condition.exact() ? "seq" : RowReader.WHOLE.columns();
        SeqBitmapBuilder found = new SeqBitmapBuilder();
        try (ResultSet rows = select(connection, columns, condition, range).executeQuery()) {
            while (rows.next()) {
                if (condition.exact() || plan.filter().matches(RowReader.WHOLE.entry(rows))) {
                    found.add(rows.getLong(1));
                }
            }
        }
        return found.build();
    }

    /// How many match in the range, for a condition that is exact.
    static long count(StoppableConnection connection, SqlCondition condition, SeqRange range) throws SQLException {
        try (ResultSet row = select(connection, "count(*)", condition, range).executeQuery()) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    static PreparedStatement select(
            StoppableConnection connection, String columns, SqlCondition condition, SeqRange range)
            throws SQLException {
        PreparedStatement statement = connection.prepare("SELECT " + columns
                + " FROM journal_entries NOT INDEXED WHERE seq BETWEEN ? AND ? AND (" + condition.sql() + ")");
        statement.setLong(1, range.first());
        statement.setLong(2, range.last());
        condition.bind(statement, 3);
        return statement;
    }
}
