package clasp.journal.store.sqlite;

import clasp.journal.store.Cancellation;
import clasp.journal.store.Progress;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

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
    private boolean doubt;
    private long renumbered;
    private long misnumbered;
    private long unplaced;

    /// What was found.
    ///
    /// @param lostHmacs how many of the entries had an HMAC that cannot be read
    /// @param seqs what became of entries whose seqs are damaged
    /// @param brokenSnapshots how many of the snapshots are no JSON
    record Found(Numbers entries, Numbers snapshots, long lostHmacs, DamagedSeqs seqs, long brokenSnapshots) {
        static Found nothing() {
            return new Found(new Left().numbers(), new Left().numbers(), 0, new DamagedSeqs(0, 0, 0), 0);
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

    /// How many entries have a damaged seq.
    ///
    /// @param byPlace have the seq now that their place among the others tells
    /// @param asStored have the seq that is stored
    /// @param leftOut are missing, as another one has the seq that is stored
    record DamagedSeqs(long byPlace, long asStored, long leftOut) {}

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
                if (salvage.doubt) {
                    // Behind all others, as it may be their seqs that they have.
                    new LeafPages(source, header).visit(salvage::doubtful, Progress.NONE, cancellation);
                }
                salvage.keepGiven(database.connection());
                database.finish((done, total) -> progress.report(total + done, 2 * total), cancellation);
                return salvage.found(database.connection());
            } catch (SQLException e) {
                cancellation.check();
                throw database.failure(e);
            }
        }
    }

    private Found found(Connection target) throws SQLException {
        return new Found(
                entries.numbers(),
                snapshots.numbers(),
                lostHmacs,
                new DamagedSeqs(renumbered, misnumbered, unplaced),
                brokenSnapshots(target));
    }

    private static long brokenSnapshots(Connection target) throws SQLException {
        try (Statement statement = target.createStatement();
                ResultSet row =
                        statement.executeQuery("SELECT count(*) FROM snapshots WHERE NOT json_valid(data_json)")) {
            return row.getLong(1);
        }
    }

    private void row(RowNumber number, StoredRecord row) throws SQLException {
        if (row.size() == 2 && row.columns().get(1) instanceof Long given) {
            given(row.columns().get(0), given);
        } else if (number.numbering() != Numbering.IN_ORDER) {
            doubt = true;
        } else if (isEntry(row)) {
            entry(number.stored(), row);
        } else if (isSnapshot(row)) {
            snapshot(number.stored(), row);
        }
    }

    private void given(@Nullable Object table, long number) {
        if (ENTRIES.equals(table)) {
            entries.given = Math.max(entries.given, number);
        } else if (SNAPSHOTS.equals(table)) {
            snapshots.given = Math.max(snapshots.given, number);
        }
    }

    private void doubtful(RowNumber number, StoredRecord row) throws SQLException {
        if (number.numbering() == Numbering.IN_ORDER) {
            return;
        }
        if (isSnapshot(row)) {
            snapshot(number.byPlace(), row);
        } else if (isEntry(row)) {
            boolean byPlace = number.numbering() == Numbering.BY_PLACE;
            if (number.numbering() == Numbering.AT_EDGE) {
                // Where nobody else has that seq, and it was given, there is a gap.
                boolean given = entries.given == 0 || number.stored() <= entries.given;
                if (given && entry(number.stored(), row)) {
                    return;
                }
                byPlace = true;
            }
            if (!entry(number.byPlace(), row)) {
                unplaced++;
            } else if (byPlace) {
                renumbered++;
            } else {
                misnumbered++;
            }
        }
    }

    private boolean entry(long seq, StoredRecord row) throws SQLException {
        if (insert(entry, seq, row, COLUMNS) == 0) {
            return false;
        }
        entries.add(seq);
        // It is the last column, and the others are there.
        lostHmacs += row.whole() ? 0 : 1;
        return true;
    }

    private void snapshot(long id, StoredRecord row) throws SQLException {
        if (insert(snapshot, id, row, SNAPSHOT_COLUMNS) > 0) {
            snapshots.add(id);
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
