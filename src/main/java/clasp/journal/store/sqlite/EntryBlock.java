package clasp.journal.store.sqlite;

import clasp.journal.model.Entry;
import clasp.journal.model.SeqRange;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

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
    /// separate fields.
    static Optional<EntryBlock> read(StoppableConnection connection, SqlCondition condition, SeqRange range)
            throws SQLException {
        if (!connection.schema().seqIsRowid()) {
            return Optional.empty();
        }
        PreparedStatement statement = connection.prepare("SELECT count(*), count(line), max(seq),"
                + " group_concat(line, char(30)) FROM (SELECT seq, " + LINE + " AS line FROM journal_entries"
                + " NOT INDEXED WHERE seq BETWEEN ? AND ? AND (" + condition.sql()
                + ") ORDER BY seq LIMIT " + ENTRIES + ")");
        statement.setLong(1, range.first());
        statement.setLong(2, range.last());
        condition.bind(statement, 3);
        try (ResultSet row = statement.executeQuery()) {
            int count = row.next() ? row.getInt(1) : 0;
            if (count == 0) {
                return Optional.of(new EntryBlock(List.of(), range.last()));
            }
            if (row.getInt(2) < count) {
                return Optional.empty();
            }
            long last = count < ENTRIES ? range.last() : row.getLong(3);
            return Optional.ofNullable(new BlockText(row.getBytes(4)).entries(count))
                    .map(entries -> new EntryBlock(entries, last));
        }
    }
}
