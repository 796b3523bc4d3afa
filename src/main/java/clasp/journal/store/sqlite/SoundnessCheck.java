package clasp.journal.store.sqlite;

import clasp.journal.model.SeqRange;
import clasp.journal.store.Progress;
import java.sql.ResultSet;
import java.sql.SQLException;

/// Looks through a whole file for pages and rows that cannot be read or are not in order, and tells how far that is,
/// which SQLite does not. Used by one thread.
final class SoundnessCheck {
    private static final long UNITS = 1_000;
    /// About as many as SQLite needs to look at a row.
    private static final long OPERATIONS_PER_ROW = 20;

    private final StoppableConnection connection;

    SoundnessCheck(StoppableConnection connection) {
        this.connection = connection;
    }

    /// @return whether nothing was found
    boolean run(Progress progress) throws SQLException {
        SeqRange present = TimeBlocks.present(connection);
        double operations = ((double) present.last() - present.first() + 1) * OPERATIONS_PER_ROW;
        connection.watch(done -> progress.report(Math.round(UNITS * Math.min(1, done / operations)), UNITS));
        try (ResultSet row = connection.prepare("PRAGMA quick_check(1)").executeQuery()) {
            String found = row.next() ? String.valueOf(row.getString(1)) : "";
            progress.report(UNITS, UNITS);
            // The row is still open, so that the end that is looked at now is that of the same moment.
            // A column that must not be empty and is, is no damage.
            return (found.equals("ok") || found.startsWith("NULL value")) && !StateReader.endIsDamaged(connection);
        } finally {
            connection.unwatch();
        }
    }
}
