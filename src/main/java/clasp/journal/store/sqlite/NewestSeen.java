package clasp.journal.store.sqlite;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The newest entry that was seen in a file. A file that is opened anew is the same journal as long as this entry is in
/// it, or went with a compaction; a newer copy of the same journal is the same as well. Thread-safe.
final class NewestSeen {
    private record Seen(long seq, List<String> facts) {}

    private volatile @Nullable Seen seen;

    /// @param latest the highest seq present; 0 in an empty journal
    void see(StoppableConnection connection, long latest) throws SQLException {
        Seen before = seen;
        if (latest != 0 && (before == null || before.seq != latest)) {
            List<String> facts = facts(connection, latest);
            seen = facts == null ? null : new Seen(latest, facts);
        }
    }

    /// Whatever comes now is meant.
    void forget() {
        seen = null;
    }

    boolean isIn(StoppableConnection connection) throws SQLException {
        Seen known = seen;
        if (known == null) {
            return true;
        }
        List<String> facts = facts(connection, known.seq);
        return facts == null ? compacted(connection, known.seq) : facts.equals(known.facts);
    }

    private static boolean compacted(StoppableConnection connection, long seq) throws SQLException {
        Long first = StateReader.orNull(connection, "SELECT min(seq) FROM journal_entries");
        if (first != null) {
            return first > seq;
        }
        return !connection.schema().autoincrement() || StateReader.highestGiven(connection) >= seq;
    }

    private static @Nullable List<String> facts(StoppableConnection connection, long seq) throws SQLException {
        PreparedStatement statement = connection.prepare(
                "SELECT timestamp, author, address, signal_type, revision FROM journal_entries WHERE seq = ?");
        statement.setLong(1, seq);
        try (ResultSet row = statement.executeQuery()) {
            if (!row.next()) {
                return null;
            }
            List<String> facts = new ArrayList<>();
            for (int column = 1; column <= 5; column++) {
                facts.add(Objects.toString(row.getString(column), ""));
            }
            return facts;
        }
    }
}
