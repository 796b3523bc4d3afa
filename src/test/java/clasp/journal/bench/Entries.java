package clasp.journal.bench;

import clasp.journal.model.Entry;
import clasp.journal.model.MsgType;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/// Entries for the appending rows, and how a plain loop reads them. Stateless.
final class Entries {
    private static final long START = 1_800_000_000_000_000L;

    private Entries() {}

    static Entry next(long number) {
        return new Entry(
                0,
                START + number * 50,
                "3f2a9c1e-7b64-4d18-9a55-0c8e6f7d2b13",
                "/lumen/scene/" + number % 10 + "/layer/" + number % 20 + "/opacity",
                "param",
                Double.toString(number % 1_000 / 1_000.0),
                number / 200 + 1,
                MsgType.SET);
    }

    static void bind(PreparedStatement insert, Entry entry) throws SQLException {
        insert.setLong(1, entry.timestampMicros());
        insert.setString(2, entry.author());
        insert.setString(3, entry.address());
        insert.setString(4, entry.signalType());
        insert.setString(5, entry.valueJson());
        insert.setObject(6, entry.revision());
        insert.setLong(7, entry.msgType());
    }

    static Entry read(ResultSet row) throws SQLException {
        long revision = row.getLong("revision");
        Long orNull = row.wasNull() ? null : revision;
        return new Entry(
                row.getLong("seq"),
                row.getLong("timestamp"),
                row.getString("author"),
                row.getString("address"),
                row.getString("signal_type"),
                row.getString("value_json"),
                orNull,
                row.getLong("msg_type"));
    }
}
