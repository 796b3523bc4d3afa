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
import java.util.Collection;
import java.util.List;

/// Finds the matches next to a seq. Thread-safe.
final class PageReader {
    /// How many entries are asked for in one statement.
    private static final int AT_ONCE = 2_000;

    private final SqliteSource source;
    private final PageSearch.Effort effort;

    PageReader(SqliteSource source) {
        this(source, PageSearch.Effort.USUAL);
    }

    /// For tests, whose journals are small.
    PageReader(SqliteSource source, PageSearch.Effort effort) {
        this.source = source;
        this.effort = effort;
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
        List<Row> rows = source.read(
                "read entries",
                cancellation,
                connection -> new PageSearch(connection, plan, request, effort).rows(range));
        return forward ? rows : rows.reversed();
    }

    List<Entry> entries(Collection<Long> seqs, Cancellation cancellation) {
        List<Long> wanted = seqs.stream().sorted().distinct().toList();
        List<Entry> found = new ArrayList<>(wanted.size());
        for (int from = 0; from < wanted.size(); from += AT_ONCE) {
            List<Long> some = wanted.subList(from, Math.min(wanted.size(), from + AT_ONCE));
            found.addAll(source.read("read entries", cancellation, connection -> entries(connection, some)));
        }
        return found;
    }

    private static List<Entry> entries(StoppableConnection connection, List<Long> seqs) throws SQLException {
        PreparedStatement statement = connection.prepare("SELECT " + RowReader.WHOLE.columns()
                + " FROM json_each(?) AS wanted CROSS JOIN journal_entries ON seq = wanted.value");
        statement.setString(1, seqs.toString());
        List<Entry> found = new ArrayList<>(seqs.size());
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                found.add(RowReader.WHOLE.entry(rows));
            }
        }
        return found;
    }
}
