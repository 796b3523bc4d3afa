package clasp.journal.store.sqlite;

import clasp.journal.model.MsgType;
import clasp.journal.model.SeqRange;
import clasp.journal.store.Progress;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Gives each SET the number that it has among those of its address, as [clasp.journal.store.RouterRevisions] does it:
/// in order and part by part, so that it is known how far that is. Used by one thread.
final class Renumbering {
    private static final long LEAST_SEQS = 2_000;
    private static final long MOST_PARTS = 200;
    private static final int AT_ONCE = 10_000;

    private static final String OF_NO_SET = "UPDATE journal_entries SET revision = NULL WHERE seq BETWEEN ? AND ?"
            + " AND msg_type <> " + MsgType.SET + " AND (msg_type & 255) = " + MsgType.SET
            + " AND revision IS NOT NULL";
    private static final String SETS = "SELECT seq, CAST(address AS BLOB) FROM journal_entries NOT INDEXED"
            + " WHERE seq BETWEEN ? AND ? AND msg_type = " + MsgType.SET + " ORDER BY seq LIMIT " + AT_ONCE;
    private static final String NUMBER =
            "UPDATE journal_entries SET revision = ?1 WHERE seq = ?2 AND revision IS NOT ?1";

    /// @param number among the SETs of its address
    private record Numbered(long seq, long number) {}

    private final StoppableConnection writing;
    private final Map<@Nullable String, Long> latest = new HashMap<>();

    Renumbering(StoppableConnection writing) {
        this.writing = writing;
    }

    void run(Progress progress) throws SQLException {
        List<SeqRange> parts = Segments.cut(TimeBlocks.present(writing), LEAST_SEQS, MOST_PARTS);
        for (int done = 0; done < parts.size(); done++) {
            writing.check();
            SeqRange part = parts.get(done);
            within(OF_NO_SET, part).executeUpdate();
            // Where seqs lie far apart, nearly all entries can be in one part.
            SeqRange rest = part;
            while (!rest.isEmpty()) {
                List<Numbered> sets = sets(rest);
                number(sets);
                rest = sets.size() < AT_ONCE
                        ? SeqRange.NONE
                        : after(sets.getLast().seq(), part.last());
                writing.check();
            }
            progress.report(done + 1, parts.size());
        }
    }

    private static SeqRange after(long seq, long last) {
        return seq == last ? SeqRange.NONE : new SeqRange(seq + 1, last);
    }

    private void number(List<Numbered> sets) throws SQLException {
        PreparedStatement number = writing.prepare(NUMBER);
        for (Numbered set : sets) {
            number.setLong(1, set.number());
            number.setLong(2, set.seq());
            number.executeUpdate();
        }
    }

    private List<Numbered> sets(SeqRange part) throws SQLException {
        List<Numbered> found = new ArrayList<>();
        try (ResultSet rows = within(SETS, part).executeQuery()) {
            while (rows.next()) {
                byte[] address = rows.getBytes(2);
                // Byte for byte, also where they are no UTF-8.
                String key = address == null ? null : new String(address, StandardCharsets.ISO_8859_1);
                found.add(new Numbered(rows.getLong(1), latest.merge(key, 1L, Long::sum)));
            }
        }
        return found;
    }

    private PreparedStatement within(String sql, SeqRange part) throws SQLException {
        PreparedStatement statement = writing.prepare(sql);
        statement.setLong(1, part.first());
        statement.setLong(2, part.last());
        return statement;
    }
}
