package clasp.journal.store.sqlite;

import clasp.journal.model.Entry;
import clasp.journal.model.SeqRange;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Entries next to each other in a scan, read with one call into SQLite, which joins them to one text. A call for each
/// column of each entry would take half as long again. Immutable.
///
/// @param last the seq up to which everything was looked at
record EntryBlock(List<Entry> entries, long last) {
    private static final int ENTRIES = 256;

    /// One entry as [BlockText] takes it apart. NULL when a column is, and when the entry is long: the text of all has
    /// to fit into memory.
    private static final String LINE = """
        CASE WHEN timestamp IS NOT NULL AND msg_type IS NOT NULL
            AND octet_length(author) + octet_length(address) + octet_length(signal_type) + octet_length(value_json)
                <= 16384
        THEN concat_ws(char(31), seq, timestamp, author, address, signal_type, value_json,
            iif(revision IS NULL, 'n', revision || 'r'), msg_type)
        END\
        """;

    /// The first entries of the range that fulfil the condition. Empty when some of them cannot be read in this
    /// way: because they are long, or hold NULL or a type that is not the column's, or the characters that
    /// separate fields; or because they, or those before them, are not in the order of their seqs.
    static Optional<EntryBlock> read(StoppableConnection connection, SqlCondition condition, SeqRange range)
            throws SQLException {
        if (!connection.schema().seqIsRowid()) {
            return Optional.empty();
        }
        // One more than is taken, to know that the last one is in order, too; of a short range no more than it can have
        // and two behind it. Of what lies there the seq is read, which comes last where all is in order.
        PreparedStatement statement = connection.prepare("SELECT count(*), count(line), sum(inside),"
                + " group_concat(line, char(30)), " + SeqSeek.MISLED
                + " FROM (SELECT iif(seq > ?2, seq, " + LINE + ") AS line, seq <= ?2 AS inside"
                + " FROM journal_entries NOT INDEXED WHERE " + where(condition)
                + " ORDER BY seq LIMIT ?)");
        long distance = range.last() - range.first();
        int limit = distance < 0 || distance > ENTRIES - 2 ? ENTRIES + 1 : (int) distance + 3;
        statement.setLong(1, range.first());
        statement.setLong(2, range.last());
        statement.setInt(condition.bind(statement, 3), limit);
        try (ResultSet row = statement.executeQuery()) {
            int count = row.next() ? row.getInt(1) : 0;
            int inside = row.getInt(3);
            if (row.getInt(2) < count || row.getInt(5) != 0) {
                return Optional.empty();
            }
            if (count == 0) {
                return Optional.of(new EntryBlock(List.of(), range.last()));
            }
            // One alone behind the range can be one of those in it, with a seq that is damaged.
            boolean all = count < limit || count - inside > 1;
            Head head = beforeTail(row.getBytes(4), count - inside).orElse(null);
            if (head == null) {
                return Optional.empty();
            }
            @Nullable List<Entry> entries = inside == 0 ? List.of() : new BlockText(head.lines()).entries(inside);
            if (entries == null
                    || !ascend(entries, range)
                    || condition.isAlways() && !arePlaced(connection, entries, range, head)) {
                return Optional.empty();
            }
            return Optional.of(all ? new EntryBlock(entries, range.last()) : part(entries));
        }
    }

    /// @param behind the first seq behind the range; null where none was read
    private record Head(byte[] lines, @Nullable Long behind) {}

    /// Whether no entries are lost to rows that are not at their place in the table, before them or among them.
    private static boolean arePlaced(StoppableConnection connection, List<Entry> entries, SeqRange range, Head head)
            throws SQLException {
        List<Long> seqs = new ArrayList<>(entries.stream().map(Entry::seq).toList());
        if (head.behind() != null) {
            seqs.add(head.behind());
        }
        return Jump.overNothing(connection, Math.min(range.first(), range.first() - 1), seqs);
    }

    /// The condition within a range, whose ends are the first two parameters of the statement. Rows behind the
    /// range are given, too: where a seq is so damaged that it seems to lie there, reading must not end with it.
    /// They are not looked at any closer, as they may be damaged.
    static String where(SqlCondition condition) {
        return "seq >= ?1 AND (+seq > ?2 OR (" + condition.sql() + "))";
    }

    /// What comes before the seqs at the end; empty when they are not there, or do not ascend.
    private static Optional<Head> beforeTail(byte[] lines, int seqs) {
        int end = lines.length;
        Long behind = null;
        for (int left = seqs; left > 0; left--) {
            int begin = end;
            while (begin > 0 && lines[begin - 1] != BlockText.ENTRY_END) {
                begin--;
            }
            String line = new String(lines, begin, end - begin, StandardCharsets.US_ASCII);
            if (line.indexOf(BlockText.FIELD_END) >= 0 || behind != null && Long.parseLong(line) >= behind) {
                return Optional.empty();
            }
            behind = Long.parseLong(line);
            end = Math.max(0, begin - 1);
        }
        return Optional.of(new Head(end == lines.length ? lines : Arrays.copyOf(lines, end), behind));
    }

    private static EntryBlock part(List<Entry> entries) {
        List<Entry> taken = entries.subList(0, Math.min(ENTRIES, entries.size()));
        return new EntryBlock(taken, taken.getLast().seq());
    }

    private static boolean ascend(List<Entry> entries, SeqRange range) {
        long least = range.first();
        for (Entry entry : entries) {
            if (entry.seq() < least || entry.seq() > range.last()) {
                return false;
            }
            least = Math.max(entry.seq(), entry.seq() + 1);
        }
        return true;
    }
}
