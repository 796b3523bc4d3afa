package clasp.journal.store.sqlite;

import clasp.journal.model.SeqRange;
import clasp.journal.store.Cancellation;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// Finds the runs of seqs that are missing. It counts, and looks closer only where fewer are than should be: a journal
/// without gaps costs one count. Confined to one thread.
final class GapSearch {
    private static final long LIST_UP_TO = 4_096;

    private final SqliteSource source;
    private final int max;
    private final Cancellation cancellation;
    private final List<SeqRange> found = new ArrayList<>();

    GapSearch(SqliteSource source, int max, Cancellation cancellation) {
        this.source = source;
        this.max = max;
        this.cancellation = cancellation;
    }

    /// @param range begins and ends at a seq that is there
    List<SeqRange> within(SeqRange range) {
        if (!range.isEmpty() && max > 0) {
            source.read(Attempt.to("store.tried.gaps"), cancellation, connection -> {
                found.clear();
                long width = range.last() - range.first() + 1;
                if (number(connection.prepare("SELECT count(*) FROM journal_entries")) < width) {
                    search(connection, range);
                }
                return found.size();
            });
        }
        return List.copyOf(found.subList(0, Math.min(max, found.size())));
    }

    private void search(StoppableConnection connection, SeqRange range) throws SQLException {
        long width = range.last() - range.first() + 1;
        if (found.size() > max || range.isEmpty()) {
            return;
        }
        if (width <= LIST_UP_TO) {
            list(connection, range);
            return;
        }
        PreparedStatement statement =
                connection.prepare("SELECT count(*) FROM journal_entries WHERE seq BETWEEN ? AND ?");
        statement.setLong(1, range.first());
        statement.setLong(2, range.last());
        long count = number(statement);
        if (count == 0) {
            add(range);
        } else if (count < width) {
            long middle = range.first() + width / 2;
            search(connection, new SeqRange(range.first(), middle - 1));
            search(connection, new SeqRange(middle, range.last()));
        }
    }

    private void list(StoppableConnection connection, SeqRange range) throws SQLException {
        PreparedStatement statement =
                connection.prepare("SELECT seq FROM journal_entries WHERE seq BETWEEN ? AND ? ORDER BY seq");
        statement.setLong(1, range.first());
        statement.setLong(2, range.last());
        long next = range.first();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                add(new SeqRange(next, rows.getLong(1) - 1));
                next = rows.getLong(1) + 1;
            }
        }
        add(new SeqRange(next, range.last()));
    }

    /// Adds a run; one that goes on from the last makes that longer.
    private void add(SeqRange run) {
        if (run.isEmpty()) {
            return;
        }
        if (!found.isEmpty() && found.getLast().last() + 1 == run.first()) {
            found.set(found.size() - 1, new SeqRange(found.getLast().first(), run.last()));
        } else if (found.size() <= max) {
            found.add(run);
        }
    }

    private static long number(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            return row.next() ? row.getLong(1) : 0;
        }
    }
}
