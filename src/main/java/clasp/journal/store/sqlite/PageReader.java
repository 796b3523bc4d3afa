package clasp.journal.store.sqlite;

import clasp.journal.model.Entry;
import clasp.journal.model.SeqRange;
import clasp.journal.store.Cancellation;
import clasp.journal.store.Direction;
import clasp.journal.store.PageRequest;
import clasp.journal.store.Row;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// Finds the matches next to a seq. Thread-safe.
final class PageReader {
    private final SqliteSource source;

    PageReader(SqliteSource source) {
        this.source = source;
    }

    List<Row> page(PageRequest request, Cancellation cancellation) {
        FilterPlan plan = FilterPlan.of(request.filter());
        boolean forward = request.direction() == Direction.FORWARD;
        SeqRange range = plan.bounds()
                .and(
                        forward
                                ? new SeqRange(request.fromSeq(), Long.MAX_VALUE)
                                : new SeqRange(Long.MIN_VALUE, request.fromSeq()));
        if (range.isEmpty() || plan.condition().isNever()) {
            return List.of();
        }
        List<Row> rows =
                source.read("read entries", cancellation, connection -> scan(connection, plan, range, request));
        return forward ? rows : rows.reversed();
    }

    private static List<Row> scan(StoppableConnection connection, FilterPlan plan, SeqRange range, PageRequest request)
            throws SQLException {
        RowReader reader = plan.needsValue() ? RowReader.WHOLE : RowReader.cut(request.maxValueChars());
        String order = request.direction() == Direction.FORWARD ? "" : " DESC";
        PreparedStatement statement =
                connection.prepare("SELECT " + reader.columns() + " FROM journal_entries NOT INDEXED"
                        + " WHERE seq BETWEEN ? AND ? AND (" + plan.condition().sql() + ") ORDER BY seq" + order);
        statement.setLong(1, range.first());
        statement.setLong(2, range.last());
        plan.condition().bind(statement, 3);
        List<Row> found = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (found.size() < request.maxEntries() && rows.next()) {
                if (plan.needsValue()) {
                    Entry entry = reader.entry(rows);
                    if (plan.filter().matches(entry)) {
                        found.add(RowReader.cut(entry, request.maxValueChars()));
                    }
                } else {
                    Row row = reader.row(rows);
                    if (plan.condition().exact() || plan.filter().matches(row.entry())) {
                        found.add(row);
                    }
                }
            }
        } catch (SQLException e) {
            // What lies before the damage is worth showing; the page after it will say what is the matter.
            if (found.isEmpty() || !JdbcErrors.isDamage(e)) {
                throw e;
            }
        }
        return found;
    }
}
