package clasp.journal.testing;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/// Another program's router that writes to a journal which is open here. Stateless.
public final class ForeignWriter {
    private ForeignWriter() {}

    /// Appends a SET, as CLASP would.
    public static void set(Path file, String address, String valueJson, long revision) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                PreparedStatement insert = connection.prepareStatement("INSERT INTO journal_entries (timestamp, author,"
                        + " address, signal_type, value_json, revision, msg_type) VALUES (1, 'foreign', ?, 'param', ?,"
                        + " ?, 33)")) {
            insert.setString(1, address);
            insert.setString(2, valueJson);
            insert.setLong(3, revision);
            insert.executeUpdate();
        }
    }
}
