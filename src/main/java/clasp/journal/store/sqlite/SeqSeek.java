package clasp.journal.store.sqlite;

import clasp.journal.model.Entry;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/// Where in the table reading from a seq on has to begin. SQLite halves its way to a row: one whose seq is damaged, so
/// that it is too low, leads it past those before. It is then the one right before the place that is found, and the
/// one before it is higher.
final class SeqSeek {
    private static final String BEFORE = "SELECT seq FROM journal_entries NOT INDEXED WHERE seq < ?1 ORDER BY seq DESC";

    /// Whether that is so for the first parameter of a statement; NULL where there are not as many rows.
    static final String MISLED = "(" + BEFORE + " LIMIT 1 OFFSET 1) >= (" + BEFORE + " LIMIT 1)";

    private static final String BEHIND = BEFORE.replace("<", ">").replace(" DESC", "");

    /// More than a page can hold, so that SQLite comes by another one.
    private static final int ROWS_OF_A_PAGE = 8_192;

    private SeqSeek() {}

    /// @param seq the one that is wanted, or a lower one
    /// @param before that of the row before; the least there is where that is not known
    record Begin(long seq, long before) {}

    static Begin begin(StoppableConnection connection, long wanted) throws SQLException {
        if (!connection.schema().seqIsRowid()) {
            return new Begin(wanted, Long.MIN_VALUE);
        }
        PreparedStatement statement = connection.prepare(BEFORE + " LIMIT " + ROWS_OF_A_PAGE);
        statement.setLong(1, wanted);
        boolean misled = false;
        long before = Long.MIN_VALUE;
        long last = wanted;
        try (ResultSet rows = statement.executeQuery()) {
            for (int row = 0; (misled || row < 2) && rows.next(); row++) {
                misled |= row == 1 && rows.getLong(1) >= last;
                last = rows.getLong(1);
                before = row == 0 ? last : before;
            }
        } catch (SQLException e) {
            // Behind damage there is no other way to it.
            if (!JdbcErrors.isDamage(e)) {
                throw e;
            }
        }
        return misled ? new Begin(Math.min(wanted, last), Long.MIN_VALUE) : new Begin(wanted, before);
    }

    /// Whether a row with a damaged seq may lead a search past rows with this seq and those next to it.
    ///
    /// @param forward whether they are read in ascending order from there
    static boolean misled(StoppableConnection connection, long seq, boolean forward) throws SQLException {
        if (!connection.schema().seqIsRowid()) {
            return false;
        }
        PreparedStatement statement = connection.prepare((forward ? BEFORE : BEHIND) + " LIMIT 2");
        statement.setLong(1, seq);
        try (ResultSet row = statement.executeQuery()) {
            long next = row.next() ? row.getLong(1) : 0;
            return row.next() && (forward ? row.getLong(1) >= next : row.getLong(1) <= next);
        }
    }

    /// Whether SQLite finds an entry by its seq, and just this one where it is given. It does not where that seq is
    /// damaged.
    static boolean finds(StoppableConnection connection, long seq, Optional<Entry> entry) throws SQLException {
        PreparedStatement statement =
                connection.prepare("SELECT " + RowReader.WHOLE.columns() + " FROM journal_entries WHERE seq = ?");
        statement.setLong(1, seq);
        try (ResultSet row = statement.executeQuery()) {
            return row.next() && (entry.isEmpty() || RowReader.WHOLE.entry(row).equals(entry.get()));
        } catch (SQLException e) {
            if (!JdbcErrors.isDamage(e)) {
                throw e;
            }
            return false;
        }
    }
}
