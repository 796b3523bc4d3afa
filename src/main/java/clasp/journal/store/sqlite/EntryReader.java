package clasp.journal.store.sqlite;

import clasp.journal.model.Entry;
import clasp.journal.store.Cancellation;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// Reads whole entries by their seqs. Thread-safe.
final class EntryReader {
    /// How many entries are asked for in one statement.
    private static final int AT_ONCE = 2_000;

    private final SqliteSource source;

    EntryReader(SqliteSource source) {
        this.source = source;
    }

    Optional<Entry> entry(long seq) {
        return source.read(Attempt.to("store.tried.entry", seq), Cancellation.none(), connection -> {
            PreparedStatement statement =
                    connection.prepare("SELECT " + RowReader.WHOLE.columns() + " FROM journal_entries WHERE seq = ?");
            statement.setLong(1, seq);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(RowReader.WHOLE.entry(row)) : Optional.empty();
            }
        });
    }

    List<Entry> entries(Collection<Long> seqs, Cancellation cancellation) {
        List<Long> wanted = seqs.stream().sorted().distinct().toList();
        List<Entry> found = new ArrayList<>(wanted.size());
        for (int from = 0; from < wanted.size(); from += AT_ONCE) {
            List<Long> some = wanted.subList(from, Math.min(wanted.size(), from + AT_ONCE));
            found.addAll(source.read(
                    Attempt.to("store.tried.entries"), cancellation, connection -> entries(connection, some)));
        }
        return found;
    }

    private static List<Entry> entries(StoppableConnection connection, List<Long> seqs) throws SQLException {
        PreparedStatement statement = connection.prepare("SELECT " + RowReader.WHOLE.columns()
                + " FROM json_each(?) AS wanted CROSS JOIN journal_entries ON seq = wanted.value");
        statement.setString(1, seqs.toString());
        List<Entry> found = new ArrayList<>(seqs.size());
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                found.add(RowReader.WHOLE.entry(rows));
            }
        }
        return found;
    }
}
