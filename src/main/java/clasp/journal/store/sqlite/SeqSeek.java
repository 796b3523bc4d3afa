package clasp.journal.store.sqlite;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/// Where in the table reading from a seq on has to begin. SQLite halves its way to a row: one whose seq is damaged, so
/// that it is too low, leads it past those before. It is then the one right before the place that is found, and the
/// one before it is higher.
final class SeqSeek {
    private static final String BEFORE = "SELECT seq FROM journal_entries NOT INDEXED WHERE seq < ?1 ORDER BY seq DESC";

    /// Whether that is so for the first parameter of a statement; NULL where there are not as many rows.
    static final String MISLED = "(" + BEFORE + " LIMIT 1 OFFSET 1) > (" + BEFORE + " LIMIT 1)";

    /// More than a page can hold, so that SQLite comes by another one.
    private static final int ROWS_OF_A_PAGE = 8_192;

    private SeqSeek() {}

    /// The seq to begin with: the one that is wanted, or a lower one.
    static long begin(StoppableConnection connection, long wanted) throws SQLException {
        if (!connection.schema().seqIsRowid()) {
            return wanted;
        }
        PreparedStatement statement = connection.prepare(BEFORE + " LIMIT " + ROWS_OF_A_PAGE);
        statement.setLong(1, wanted);
        boolean misled = false;
        long last = wanted;
        try (ResultSet rows = statement.executeQuery()) {
            for (int row = 0; (misled || row < 2) && rows.next(); row++) {
                misled |= row == 1 && rows.getLong(1) > last;
                last = rows.getLong(1);
            }
        } catch (SQLException e) {
            // Behind damage there is no other way to it.
            if (!JdbcErrors.isDamage(e)) {
                throw e;
            }
        }
        return misled ? Math.min(wanted, last) : wanted;
    }
}
