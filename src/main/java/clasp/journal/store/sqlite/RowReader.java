package clasp.journal.store.sqlite;

import clasp.journal.model.Entry;
import clasp.journal.store.Row;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// The columns of an entry, whole or with its value cut, and how a row of them is read. Whatever type stands in a
/// column, it is read: NULL as an empty text or 0, a BLOB as text. Immutable.
///
/// Each column that is asked for costs a call from Java into SQLite and back, and texts cost most: for whole entries,
/// of which there may be millions, SQLite joins the four texts to one.
///
/// @param maxValueChars longer values are cut to this many characters; negative for none
record RowReader(String columns, int maxValueChars) {
    private static final char SEPARATOR = '\u001F';
    private static final String JOINED =
            ", author || char(31) || address || char(31) || signal_type || char(31) || value_json";
    private static final int JOINED_COLUMN = 9;

    /// The number of a column that is asked for after those of [#WHOLE].
    static final int AFTER_WHOLE = JOINED_COLUMN + 1;

    private static final String BEFORE_VALUE = "seq, timestamp, author, address, signal_type, ";
    private static final String AFTER_VALUE = ", revision, msg_type";

    static final RowReader WHOLE = new RowReader(BEFORE_VALUE + "value_json" + AFTER_VALUE + JOINED, -1);

    /// A long value is not copied out of SQLite beyond what is shown of it.
    static RowReader cut(int maxValueChars) {
        String value = "CASE WHEN octet_length(value_json) <= " + maxValueChars
                + " THEN value_json ELSE substr(value_json, 1, " + maxValueChars + " + 1) END";
        return new RowReader(
                BEFORE_VALUE + value + AFTER_VALUE + ", octet_length(value_json) > " + maxValueChars, maxValueChars);
    }

    Entry entry(ResultSet row) throws SQLException {
        Entry entry = maxValueChars < 0 ? joined(row) : null;
        return entry != null ? entry : oneByOne(row);
    }

    /// Null when the joined text does not tell: NULL in one of the columns, a separator in a text, or bytes that are no
    /// UTF-8.
    private static @Nullable Entry joined(ResultSet row) throws SQLException {
        String all = row.getString(JOINED_COLUMN);
        if (all == null || all.indexOf('\uFFFD') >= 0) {
            return null;
        }
        int author = all.indexOf(SEPARATOR);
        int address = all.indexOf(SEPARATOR, author + 1);
        int signalType = all.indexOf(SEPARATOR, address + 1);
        if (all.indexOf(SEPARATOR, signalType + 1) >= 0) {
            return null;
        }
        return new Entry(
                row.getLong(1),
                row.getLong(2),
                all.substring(0, author),
                all.substring(author + 1, address),
                all.substring(address + 1, signalType),
                all.substring(signalType + 1),
                revision(row),
                row.getLong(8));
    }

    private static Entry oneByOne(ResultSet row) throws SQLException {
        return new Entry(
                row.getLong(1),
                row.getLong(2),
                text(row.getString(3)),
                text(row.getString(4)),
                text(row.getString(5)),
                text(row.getString(6)),
                revision(row),
                row.getLong(8));
    }

    Row row(ResultSet row) throws SQLException {
        Entry entry = entry(row);
        return maxValueChars >= 0 && row.getInt(9) == 1 ? cut(entry, maxValueChars) : new Row(entry, false);
    }

    /// The row with a value of at most this many characters.
    static Row cut(Entry entry, int maxValueChars) {
        String value = entry.valueJson();
        if (value.length() <= maxValueChars) {
            return new Row(entry, false);
        }
        int end = maxValueChars > 0 && Character.isHighSurrogate(value.charAt(maxValueChars - 1))
                ? maxValueChars - 1
                : maxValueChars;
        return new Row(
                new Entry(
                        entry.seq(),
                        entry.timestampMicros(),
                        entry.author(),
                        entry.address(),
                        entry.signalType(),
                        value.substring(0, end),
                        entry.revision(),
                        entry.msgType()),
                true);
    }

    private static @Nullable Long revision(ResultSet row) throws SQLException {
        long revision = row.getLong(7);
        return revision == 0 && row.wasNull() ? null : Long.valueOf(revision);
    }

    private static String text(@Nullable String stored) {
        return stored == null ? "" : stored;
    }
}
