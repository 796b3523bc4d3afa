package clasp.journal.store.sqlite;

import clasp.journal.model.SeqRange;
import clasp.journal.model.TimeRange;
import clasp.journal.query.Filter;
import clasp.journal.store.Direction;
import clasp.journal.store.SeqBitmap;
import clasp.journal.store.SeqBitmapBuilder;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/// A condition whose entries an index can list: as texts of one column, each of whose runs in the index is in seq
/// order, or as a range of the index. Immutable.
///
/// @param column the index's
/// @param texts what it lists; null for a range
/// @param range what must hold in the index, with its values, when there are no texts
/// @param span for a range of texts: the first one, and the first one behind it; else empty
/// @param time that of a range of timestamps; else all
record IndexedPart(
        String index, String column, @Nullable Texts texts, SqlCondition range, List<String> span, TimeRange time) {
    /// @param json the same for SQLite
    record Texts(List<String> all, String json) {
        Texts(List<String> all) {
            this(List.copyOf(all), AddressSets.json(all));
        }
    }

    /// More addresses than this are not looked up one by one.
    private static final int MAX_ADDRESSES = 20_000;

    /// Whether it is texts in the index, and not a stretch of it.
    boolean listsTexts() {
        return texts != null;
    }

    /// How long the texts are, all together: the longer, the more there are.
    int textLength() {
        return texts == null ? Integer.MAX_VALUE : texts.json().length();
    }

    /// Where in the index, of texts, the entries of this part within a range of seqs stand; empty for times.
    List<IndexStretch> stretches(SeqRange within) {
        if (texts != null) {
            return texts.all().stream()
                    .map(text -> new IndexStretch(
                            new IndexStretch.Key(text, within.first()), new IndexStretch.Key(text, within.last())))
                    .toList();
        }
        return span.isEmpty()
                ? List.of()
                : List.of(new IndexStretch(
                        new IndexStretch.Key(span.getFirst(), Long.MIN_VALUE),
                        new IndexStretch.Key(span.getLast(), Long.MIN_VALUE)));
    }

    /// What the indexes know of a filter, all of which its matches must fulfil.
    static List<IndexedPart> of(StoppableConnection connection, Filter filter) throws SQLException {
        List<IndexedPart> found = new ArrayList<>();
        if (filter instanceof Filter.And and && !AddressSets.decides(and)) {
            for (Filter part : and.parts()) {
                found.addAll(of(connection, part));
            }
        } else if (AddressSets.decides(filter)) {
            addAddress(connection, filter, found);
        } else if (filter instanceof Filter.Signal signal) {
            String index = IndexLook.signalType(connection);
            if (index != null) {
                found.add(ofTexts(index, "signal_type", List.copyOf(signal.types())));
            }
        } else if (filter instanceof Filter.Time time && !time.range().isAll()) {
            String index = IndexLook.timestamp(connection);
            if (index != null) {
                List<SqlCondition> pieces = SignedRange.of(time.range()).stream()
                        .map(SignedRange::condition)
                        .toList();
                found.add(new IndexedPart(index, "timestamp", null, SqlCondition.any(pieces), List.of(), time.range()));
            }
        }
        return found;
    }

    private static void addAddress(StoppableConnection connection, Filter filter, List<IndexedPart> found)
            throws SQLException {
        String index = IndexLook.address(connection);
        if (index == null) {
            return;
        }
        List<String> addresses = AddressSets.resolve(connection, filter, MAX_ADDRESSES);
        if (addresses != null) {
            found.add(ofTexts(index, "address", addresses));
            return;
        }
        String prefix = AddressSets.prefix(filter);
        String after = FilterSql.after(prefix);
        if (!prefix.isEmpty() && after != null) {
            SqlCondition range = SqlCondition.exactly("address >= ? AND address < ?", prefix, after);
            found.add(new IndexedPart(index, "address", null, range, List.of(prefix, after), TimeRange.ALL));
        }
    }

    private static IndexedPart ofTexts(String index, String column, List<String> texts) {
        return new IndexedPart(index, column, new Texts(texts), SqlCondition.ALWAYS, List.of(), TimeRange.ALL);
    }

    /// The wanted ones of the seqs within the bounds; null when more than `max` lie within these.
    @Nullable
    SeqBitmap seqs(StoppableConnection connection, SeqRange bounds, LongPredicate wanted, int max) throws SQLException {
        PreparedStatement statement = connection.prepare("SELECT seq FROM journal_entries INDEXED BY " + index
                + " WHERE " + (texts == null ? "(" + range.sql() + ")" : column + inTexts())
                + " AND seq BETWEEN ? AND ? LIMIT ?");
        int next = bind(statement);
        statement.setLong(next, bounds.first());
        statement.setLong(next + 1, bounds.last());
        statement.setInt(next + 2, max + 1);
        SeqBitmapBuilder found = new SeqBitmapBuilder();
        int count = 0;
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                if (++count > max) {
                    return null;
                }
                long seq = rows.getLong(1);
                if (wanted.test(seq)) {
                    found.add(seq);
                }
            }
        }
        return found.build();
    }

    private static String inTexts() {
        return " IN (SELECT value FROM json_each(?))";
    }

    private int bind(PreparedStatement statement) throws SQLException {
        if (texts == null) {
            return range.bind(statement, 1);
        }
        statement.setString(1, texts.json());
        return 2;
    }

    /// The bounds without what lies before the nearest entry of this part: found by one seek for each text, or block by
    /// block for times. A range of addresses leaves the bounds as they are.
    SeqRange leap(StoppableConnection connection, SeqRange bounds, Direction direction) throws SQLException {
        if (!time.isAll()) {
            return connection.times().leap(connection, time, bounds, direction);
        }
        if (texts == null) {
            return bounds;
        }
        String nearest = direction == Direction.FORWARD ? "min" : "max";
        PreparedStatement statement = connection.prepare("SELECT " + nearest + "((SELECT " + nearest
                + "(e.seq) FROM journal_entries AS e INDEXED BY " + index + " WHERE e." + column
                + " = t.value AND e.seq BETWEEN ?2 AND ?3)) FROM json_each(?1) AS t");
        statement.setString(1, texts.json());
        statement.setLong(2, bounds.first());
        statement.setLong(3, bounds.last());
        try (ResultSet row = statement.executeQuery()) {
            long seq = row.next() ? row.getLong(1) : 0;
            if (row.wasNull()) {
                return SeqRange.NONE;
            }
            return direction == Direction.FORWARD
                    ? new SeqRange(seq, bounds.last())
                    : new SeqRange(bounds.first(), seq);
        }
    }
}
