package clasp.journal.testing;

import clasp.journal.model.Entry;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/// What stands in a journal file, read in the plainest way: the truth to compare a backend with.
public final class JournalRows {
    private JournalRows() {}

    /// Every entry in the order of seqs. The file must be a copy: opening it may write beside it.
    public static List<Entry> entries(Path file) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("SELECT seq, timestamp, author, address, signal_type, value_json,"
                                + " revision, msg_type FROM journal_entries ORDER BY seq")) {
            List<Entry> entries = new ArrayList<>();
            while (rows.next()) {
                long revision = rows.getLong(7);
                boolean none = rows.wasNull();
                entries.add(new Entry(
                        rows.getLong(1),
                        rows.getLong(2),
                        rows.getString(3),
                        rows.getString(4),
                        rows.getString(5),
                        rows.getString(6),
                        none ? null : Long.valueOf(revision),
                        rows.getLong(8)));
            }
            return entries;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The stored text of a snapshot.
    public static String snapshotJson(Path file, long id) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT data_json FROM snapshots WHERE id = " + id)) {
            if (!rows.next()) {
                throw new IllegalStateException("no snapshot " + id);
            }
            return rows.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
