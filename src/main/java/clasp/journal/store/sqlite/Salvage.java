package clasp.journal.store.sqlite;

import clasp.journal.store.Cancellation;
import clasp.journal.store.Progress;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/// Makes a journal of the entries and snapshots that are left in a file that is cut off or damaged. They are told from
/// the rows of other tables by their columns, which are those that CLASP declares. Used by one thread.
final class Salvage {
    private static final int COLUMNS = 9;
    private static final int COLUMNS_WITHOUT_HMAC = 8;
    private static final int SNAPSHOT_COLUMNS = 4;

    private final PreparedStatement entry;
    private final PreparedStatement snapshot;
    private long entries;
    private long snapshots;
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;
    private long given;

    /// What was found.
    ///
    /// @param entries how many
    /// @param snapshots how many
    /// @param first the least seq of the entries, where there are any
    /// @param last the greatest
    /// @param given the highest seq that was ever given, as the table that counts says; 0 where that is lost
    record Found(long entries, long snapshots, long first, long last, long given) {
        boolean isNothing() {
            return entries + snapshots == 0;
        }

        /// How many seqs between the first and the last are not there.
        long missing() {
            long distance = last - first;
            // Seqs as nobody gives them can lie further apart than can be counted.
            return distance < 0 ? Long.MAX_VALUE : distance - (entries - 1);
        }
    }

    private Salvage(Connection target) throws SQLException {
        // A page that was in use twice would bring a row twice.
        entry = target.prepareStatement("INSERT OR IGNORE INTO journal_entries VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
        snapshot = target.prepareStatement("INSERT OR IGNORE INTO snapshots VALUES (?, ?, ?, ?)");
    }

    /// @param target a file that is not there
    static Found write(
            JournalFile damaged, DatabaseHeader header, Path target, Progress progress, Cancellation cancellation)
            throws IOException {
        try (FileChannel source = FileChannel.open(damaged.path(), StandardOpenOption.READ);
                BulkDatabase database = BulkDatabase.create(target);
                var registration = cancellation.onCancel(database::interrupt)) {
            try {
                database.begin();
                Salvage salvage = new Salvage(database.connection());
                // The indexes take about as long as the rows.
                new LeafPages(source, header)
                        .visit(salvage::row, (done, total) -> progress.report(done, 2 * total), cancellation);
                salvage.keepGiven(database.connection());
                database.finish((done, total) -> progress.report(total + done, 2 * total), cancellation);
                return salvage.found();
            } catch (SQLException e) {
                cancellation.check();
                throw database.failure(e);
            }
        }
    }

    private Found found() {
        return new Found(entries, snapshots, first, last, given);
    }

    private void row(long rowId, StoredRecord row) throws SQLException {
        if (isEntry(row)) {
            if (insert(entry, rowId, row, COLUMNS) > 0) {
                entries++;
                first = Math.min(first, rowId);
                last = Math.max(last, rowId);
            }
        } else if (isSnapshot(row)) {
            snapshots += insert(snapshot, rowId, row, SNAPSHOT_COLUMNS);
        } else if (row.size() == 2
                && "journal_entries".equals(row.columns().get(0))
                && row.columns().get(1) instanceof Long seq) {
            given = Math.max(given, seq);
        }
    }

    /// So that entries which are missing at the end show.
    private void keepGiven(Connection target) throws SQLException {
        try (PreparedStatement update = target.prepareStatement(
                "UPDATE sqlite_sequence SET seq = max(seq, ?) WHERE name = 'journal_entries'")) {
            update.setLong(1, given);
            update.executeUpdate();
        }
    }

    static boolean isEntry(StoredRecord row) {
        return (row.size() == COLUMNS || row.size() == COLUMNS_WITHOUT_HMAC)
                && row.isNull(0)
                && row.isInteger(1)
                && row.isText(2)
                && row.isText(3)
                && row.isText(4)
                && row.isText(5)
                && (row.isNull(6) || row.isInteger(6))
                && row.isInteger(7);
    }

    private static boolean isSnapshot(StoredRecord row) {
        return row.size() == SNAPSHOT_COLUMNS && row.isNull(0) && row.isInteger(1) && row.isInteger(2) && row.isText(3);
    }

    private static int insert(PreparedStatement statement, long rowId, StoredRecord row, int columns)
            throws SQLException {
        statement.setLong(1, rowId);
        for (int column = 1; column < columns; column++) {
            statement.setObject(column + 1, column < row.size() ? row.columns().get(column) : null);
        }
        return statement.executeUpdate();
    }
}
