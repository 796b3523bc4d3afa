package clasp.journal.store.sqlite;

import clasp.journal.model.SeqRange;
import clasp.journal.query.Filter;
import clasp.journal.store.Cancellation;
import clasp.journal.store.Progress;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Counts the entries whose addresses fulfil a filter, from the index on addresses and by all processors. Thread-safe.
final class AddressCounts {
    private static final Attempt TRIED = Attempt.to("store.tried.count");

    /// Up to so many addresses are looked up one by one; else the index is run through.
    private static final int FEW = 5_000;

    private static final int PARTS = 16;

    private final SqliteSource source;
    private final AddressDictionaries dictionaries;

    AddressCounts(SqliteSource source) {
        this.source = source;
        this.dictionaries = new AddressDictionaries(source);
    }

    /// A part of the work, counted on one connection.
    @FunctionalInterface
    private interface Part {
        long count(StoppableConnection connection, String index) throws SQLException;
    }

    /// @param filter nothing but the address decides
    /// @param present all seqs there are
    /// @return empty without a sound index
    OptionalLong count(Filter filter, SeqRange present, Cancellation cancellation) {
        boolean whole =
                filter instanceof Filter.Address address && address.pattern().matchesWholePrefix();
        Optional<List<String>> few = whole
                ? Optional.empty()
                : source.read(
                        TRIED,
                        cancellation,
                        connection -> Optional.ofNullable(AddressSets.resolve(connection, filter, FEW)));
        if (few.isEmpty() && !whole && AddressSets.prefix(filter).isEmpty()) {
            Optional<AddressDictionary> all = dictionaries.counted(present, Progress.NONE, cancellation);
            if (all.isPresent()) {
                return OptionalLong.of(all.get().count(filter, cancellation));
            }
        }
        List<Part> parts = few.isPresent()
                ? lookUps(few.get())
                : source.read(TRIED, cancellation, connection -> ranges(connection, filter, whole, present));
        long sum = 0;
        for (OptionalLong count : Segments.map(parts, part -> count(part, cancellation), part -> {}, cancellation)) {
            if (count.isEmpty()) {
                return count;
            }
            sum += count.getAsLong();
        }
        return parts.isEmpty() ? OptionalLong.empty() : OptionalLong.of(sum);
    }

    private OptionalLong count(Part part, Cancellation cancellation) {
        return source.read(TRIED, cancellation, connection -> {
            String index = IndexLook.address(connection);
            return index == null ? OptionalLong.empty() : OptionalLong.of(part.count(connection, index));
        });
    }

    private static List<Part> lookUps(List<String> addresses) {
        List<Part> parts = new ArrayList<>();
        parts.add((idle, index) -> 0);
        for (List<String> some : Segments.pieces(addresses, PARTS)) {
            parts.add((free, index) -> lookedUp(free, index, some));
        }
        return parts;
    }

    private static List<Part> ranges(StoppableConnection connection, Filter filter, boolean whole, SeqRange present)
            throws SQLException {
        List<Part> parts = new ArrayList<>();
        if (IndexLook.address(connection) == null) {
            return parts;
        }
        for (AddressRange range : AddressRange.cut(connection, AddressSets.prefix(filter), present)) {
            parts.add(
                    whole
                            ? (free, index) -> all(free, index, range)
                            : (free, index) -> matching(free, index, range, filter));
        }
        return parts;
    }

    private static long lookedUp(StoppableConnection connection, String index, List<String> addresses)
            throws SQLException {
        PreparedStatement statement = connection.prepare("SELECT count(*) FROM json_each(?1) AS a CROSS JOIN"
                + " journal_entries AS e INDEXED BY " + index + " ON e.address = a.value");
        statement.setString(1, AddressSets.json(addresses));
        return number(statement);
    }

    private static long all(StoppableConnection connection, String index, AddressRange range) throws SQLException {
        SqlCondition condition = range.condition("address");
        PreparedStatement statement = connection.prepare(
                "SELECT count(*) FROM journal_entries INDEXED BY " + index + " WHERE " + condition.sql());
        condition.bind(statement, 1);
        return number(statement);
    }

    /// SQLite puts equal addresses together and drops what cannot match; each of the rest is judged once. The `CASE`
    /// keeps it from judging every entry before that.
    private static long matching(StoppableConnection connection, String index, AddressRange range, Filter filter)
            throws SQLException {
        SqlCondition within = range.condition("address");
        SqlCondition likely = FilterSql.of(filter);
        PreparedStatement statement = connection.prepare("SELECT address, count(*) FROM journal_entries INDEXED BY "
                + index + " WHERE " + within.sql() + " GROUP BY address HAVING CASE WHEN count(*) THEN "
                + likely.sql().replace(FilterSql.ADDRESS, "address") + " END");
        likely.bind(statement, within.bind(statement, 1));
        long sum = 0;
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                sum += matches(row, filter) ? row.getLong(2) : 0;
            }
        }
        return sum;
    }

    private static boolean matches(ResultSet row, Filter filter) throws SQLException {
        byte[] bytes = row.getBytes(1);
        return bytes != null && AddressDictionaries.isPlain(bytes)
                ? AddressDictionary.matches(filter, bytes, bytes.length)
                : AddressSets.matches(filter, row.getString(1));
    }

    private static long number(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            return row.next() ? row.getLong(1) : 0;
        }
    }
}
