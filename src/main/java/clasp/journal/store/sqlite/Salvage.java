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
    private static final String ENTRIES = "journal_entries";
    private static final String SNAPSHOTS = "snapshots";

    private final PreparedStatement entry;
    private final PreparedStatement snapshot;
    private final Left entries = new Left();
    private final Left snapshots = new Left();
    private long lostHmacs;

    /// What was found.
    ///
    /// @param lostHmacs how many of the entries had an HMAC that cannot be read
    record Found(Numbers entries, Numbers snapshots, long lostHmacs) {
        static Found nothing() {
            return new Found(new Left().numbers(), new Left().numbers(), 0);
        }

        boolean isNothing() {
            return entries.count() + snapshots.count() == 0;
        }
    }

    /// The numbers of the rows of one table that were found.
    ///
    /// @param count how many
    /// @param first the least, where there are any
    /// @param last the greatest
    /// @param given the highest that was ever given, as the table that counts says; 0 where that is lost
    record Numbers(long count, long first, long last, long given) {
        /// How many between the first and the last are not there.
        long missing() {
            long distance = last - first;
            // Seqs as nobody gives them can lie further apart than can be counted.
            return distance < 0 ? Long.MAX_VALUE : distance - (count - 1);
        }
    }

    private static final class Left {
        private long count;
        private long first = Long.MAX_VALUE;
        private long last = Long.MIN_VALUE;
        private long given;

        void add(long number) {
            count++;
            first = Math.min(first, number);
            last = Math.max(last, number);
        }

        Numbers numbers() {
            return new Numbers(count, first, last, given);
        }
    }

    private Salvage(Connection target) throws SQLException {
        // A page that was in use twice would bring a row twice.
        String text = "CAST(? AS TEXT)";
        entry = target.prepareStatement("INSERT OR IGNORE INTO journal_entries VALUES (?, ?, "
                + String.join(", ", text, text, text, text) + ", ?, ?, ?)");
        snapshot = target.prepareStatement("INSERT OR IGNORE INTO snapshots VALUES (?, ?, ?, " + text + ")");
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
        return new Found(entries.numbers(), snapshots.numbers(), lostHmacs);
    }

    private void row(long rowId, StoredRecord row) throws SQLException {
        if (isEntry(row)) {
            if (insert(entry, rowId, row, COLUMNS) > 0) {
                entries.add(rowId);
                // It is the last column, and the others are there.
                lostHmacs += row.whole() ? 0 : 1;
            }
        } else if (isSnapshot(row)) {
            if (insert(snapshot, rowId, row, SNAPSHOT_COLUMNS) > 0) {
                snapshots.add(rowId);
            }
        } else if (row.size() == 2 && row.columns().get(1) instanceof Long number) {
            if (ENTRIES.equals(row.columns().get(0))) {
                entries.given = Math.max(entries.given, number);
            } else if (SNAPSHOTS.equals(row.columns().get(0))) {
                snapshots.given = Math.max(snapshots.given, number);
            }
        }
    }

    /// So that what is missing at the end shows.
    private void keepGiven(Connection target) throws SQLException {
        try (PreparedStatement update =
                target.prepareStatement("UPDATE sqlite_sequence SET seq = max(seq, ?) WHERE name = ?")) {
            keepGiven(update, ENTRIES, entries.given);
            keepGiven(update, SNAPSHOTS, snapshots.given);
        }
    }

    private static void keepGiven(PreparedStatement update, String table, long given) throws SQLException {
        update.setLong(1, given);
        update.setString(2, table);
        update.executeUpdate();
    }

    static boolean isEntry(StoredRecord row) {
        return (row.size() == COLUMNS || row.size() == COLUMNS_WITHOUT_HMAC)
                && row.isInteger(1)
                && row.wasText(2)
                && row.wasText(3)
                && row.wasText(4)
                && row.wasText(5)
                && (row.isNull(6) || row.isInteger(6))
                && row.isInteger(7);
    }

    private static boolean isSnapshot(StoredRecord row) {
        return row.size() == SNAPSHOT_COLUMNS && row.isInteger(1) && row.isInteger(2) && row.wasText(3);
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
