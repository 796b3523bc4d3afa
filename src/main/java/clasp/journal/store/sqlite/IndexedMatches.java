package clasp.journal.store.sqlite;

import clasp.journal.model.SeqRange;
import clasp.journal.model.TimeRange;
import clasp.journal.query.AddressPattern;
import clasp.journal.query.Filter;
import clasp.journal.store.SeqBitmap;
import clasp.journal.store.SeqBitmapBuilder;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds the seqs that match a filter from the indexes alone, without a look at an entry: an index entry holds the seq.
/// Works on one connection within one piece of work.
final class IndexedMatches {
    /// More distinct addresses than this are not listed; the table is scanned instead.
    static final int MAX_ADDRESSES = 2_000_000;

    private final StoppableConnection connection;
    private @Nullable SeqBitmap everything;

    IndexedMatches(StoppableConnection connection) {
        this.connection = connection;
    }

    /// The seqs of the matches; null when the indexes cannot tell.
    @Nullable
    SeqBitmap find(Filter filter) throws SQLException {
        if (AddressSets.decides(filter)) {
            return byAddress(filter);
        }
        return switch (filter) {
            case Filter.And and -> all(and.parts());
            case Filter.Or or -> any(or.parts());
            case Filter.Not not -> {
                SeqBitmap found = find(not.part());
                yield found == null ? null : everything().andNot(found);
            }
            case Filter.Signal signal -> bySignalType(List.copyOf(signal.types()));
            case Filter.Time time -> byTime(time.range());
            case Filter.Seq seq -> inRange(seq.range());
            default -> null;
        };
    }

    private @Nullable SeqBitmap all(List<Filter> parts) throws SQLException {
        SeqBitmap result = everything();
        for (Filter part : parts) {
            SeqBitmap found = find(part);
            if (found == null) {
                return null;
            }
            result = result.and(found);
        }
        return result;
    }

    private @Nullable SeqBitmap any(List<Filter> parts) throws SQLException {
        SeqBitmap result = SeqBitmap.EMPTY;
        for (Filter part : parts) {
            SeqBitmap found = find(part);
            if (found == null) {
                return null;
            }
            result = result.or(found);
        }
        return result;
    }

    /// Every seq there is: without gaps this needs no more than a count.
    SeqBitmap everything() throws SQLException {
        SeqBitmap known = everything;
        if (known == null) {
            long first = number("SELECT min(seq) FROM journal_entries");
            long last = number("SELECT max(seq) FROM journal_entries");
            long count = number("SELECT count(*) FROM journal_entries");
            if (count == 0) {
                known = SeqBitmap.EMPTY;
            } else if (last - first + 1 == count) {
                SeqBitmapBuilder full = new SeqBitmapBuilder();
                full.addRange(new SeqRange(first, last));
                known = full.build();
            } else {
                known = collect(connection.prepare("SELECT seq FROM journal_entries"));
            }
            everything = known;
        }
        return known;
    }

    private SeqBitmap inRange(SeqRange range) throws SQLException {
        SeqBitmap all = everything();
        if (all.isEmpty()) {
            return all;
        }
        SeqBitmapBuilder wanted = new SeqBitmapBuilder();
        wanted.addRange(range.and(new SeqRange(all.select(0), all.select(all.size() - 1))));
        return all.and(wanted.build());
    }

    private @Nullable SeqBitmap byAddress(Filter filter) throws SQLException {
        if (filter instanceof Filter.Address address && address.pattern().matchesEverything()) {
            return everything();
        }
        String index = IndexLook.address(connection);
        if (index == null) {
            return everything().isEmpty() ? SeqBitmap.EMPTY : null;
        }
        if (filter instanceof Filter.Address address && address.pattern().matchesWholePrefix()) {
            return byPrefix(index, address.pattern());
        }
        List<String> addresses = AddressSets.resolve(connection, filter, MAX_ADDRESSES);
        if (addresses == null) {
            return null;
        }
        PreparedStatement statement = connection.prepare("SELECT e.seq FROM json_each(?1) AS a CROSS JOIN"
                + " journal_entries AS e INDEXED BY " + index + " ON e.address = a.value");
        statement.setString(1, AddressSets.json(addresses));
        return collect(statement);
    }

    private SeqBitmap byPrefix(String index, AddressPattern pattern) throws SQLException {
        String after = FilterSql.after(pattern.literalPrefix());
        PreparedStatement statement = connection.prepare("SELECT seq FROM journal_entries INDEXED BY " + index
                + " WHERE address >= ?1" + (after == null ? "" : " AND address < ?2"));
        statement.setString(1, pattern.literalPrefix());
        if (after != null) {
            statement.setString(2, after);
        }
        return collect(statement);
    }

    private @Nullable SeqBitmap bySignalType(List<String> types) throws SQLException {
        String index = IndexLook.signalType(connection);
        if (index == null) {
            return everything().isEmpty() ? SeqBitmap.EMPTY : null;
        }
        PreparedStatement statement = connection.prepare("SELECT e.seq FROM json_each(?1) AS t CROSS JOIN"
                + " journal_entries AS e INDEXED BY " + index + " ON e.signal_type = t.value");
        statement.setString(1, AddressSets.json(types));
        return collect(statement);
    }

    private @Nullable SeqBitmap byTime(TimeRange range) throws SQLException {
        String index = IndexLook.timestamp(connection);
        if (index == null) {
            return everything().isEmpty() ? SeqBitmap.EMPTY : null;
        }
        SeqBitmap found = SeqBitmap.EMPTY;
        for (SignedRange piece : SignedRange.of(range)) {
            PreparedStatement statement = connection.prepare(
                    "SELECT seq FROM journal_entries INDEXED BY " + index + " WHERE " + SignedRange.CONDITION);
            piece.bind(statement, 1);
            found = found.or(collect(statement));
        }
        return found;
    }

    private long number(String sql) throws SQLException {
        PreparedStatement statement = connection.prepare(sql);
        try (ResultSet row = statement.executeQuery()) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    private static SeqBitmap collect(PreparedStatement statement) throws SQLException {
        SeqBitmapBuilder seqs = new SeqBitmapBuilder();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                seqs.add(rows.getLong(1));
            }
        }
        return seqs.build();
    }
}
