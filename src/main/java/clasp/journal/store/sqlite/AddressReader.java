package clasp.journal.store.sqlite;

import clasp.journal.model.SeqRange;
import clasp.journal.model.Utf8Order;
import clasp.journal.store.AddressCount;
import clasp.journal.store.Cancellation;
import clasp.journal.store.Progress;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Lists addresses and authors. With an index, an address costs one seek however many entries it has. Thread-safe.
final class AddressReader {
    /// Authors have no index: for completion it is enough to know those of the newest entries.
    private static final int AUTHORS_SEEN_IN = 200_000;

    /// Up to so many addresses, a look-up for each is cheaper than comparing the address of every entry.
    private static final int FEW = 5_000;

    private static final Attempt COUNTING = Attempt.to("store.tried.countAddresses");
    private static final int PARTS = 32;

    /// From so many on, the index is run through rather than sought in.
    private static final int SOUGHT = 20_000;

    private final SqliteSource source;
    private final AddressDictionaries dictionaries;

    AddressReader(SqliteSource source) {
        this.source = source;
        this.dictionaries = new AddressDictionaries(source);
    }

    /// Where to look: at each of a few addresses, or at everything within ranges; neither without an index.
    private record Plan(List<String> few, List<AddressRange> ranges) {}

    /// @param present all seqs there are
    List<AddressCount> counts(SeqRange present, Progress progress, Cancellation cancellation) {
        Plan plan = source.read(COUNTING, cancellation, connection -> plan(connection, present));
        List<List<AddressCount>> lookedUp = Segments.map(
                Segments.pieces(plan.few(), PARTS),
                part -> source.read(COUNTING, cancellation, connection -> lookedUp(connection, part)),
                progress,
                cancellation);
        if (!lookedUp.isEmpty() && lookedUp.stream().noneMatch(List::isEmpty)) {
            return lookedUp.stream().flatMap(List::stream).toList();
        }
        if (plan.ranges().isEmpty()) {
            return merged(Segments.map(
                    present,
                    range -> source.read(COUNTING, cancellation, connection -> grouped(connection, range)),
                    progress,
                    cancellation));
        }
        Optional<AddressDictionary> all = dictionaries.counted(present, progress, cancellation);
        if (all.isPresent()) {
            return all.get().counts();
        }
        return Segments.map(
                        plan.ranges(),
                        range -> source.read(COUNTING, cancellation, connection -> grouped(connection, range)),
                        progress,
                        cancellation)
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    private static List<AddressCount> merged(List<List<AddressCount>> parts) {
        Map<String, AddressCount> sums = new TreeMap<>(Utf8Order.INSTANCE);
        parts.forEach(part -> part.forEach(count -> sums.merge(count.address(), count, AddressReader::sum)));
        return List.copyOf(sums.values());
    }

    private static AddressCount sum(AddressCount a, AddressCount b) {
        return new AddressCount(a.address(), a.entries() + b.entries(), Math.max(a.lastSeq(), b.lastSeq()));
    }

    private static Plan plan(StoppableConnection connection, SeqRange present) throws SQLException {
        List<String> few = IndexLook.address(connection) == null ? null : distinct(connection, "", FEW + 1);
        if (few == null) {
            return new Plan(List.of(), List.of());
        }
        return few.size() > FEW
                ? new Plan(List.of(), AddressRange.cut(connection, "", present))
                : new Plan(few, List.of());
    }

    /// For each address the end of its run in the index, and a count of the run that looks at no text. Empty when one
    /// cannot be looked up by its text, because its bytes are not what that says.
    private static List<AddressCount> lookedUp(StoppableConnection connection, List<String> addresses)
            throws SQLException {
        String index = IndexLook.address(connection);
        List<AddressCount> found = new ArrayList<>(addresses.size());
        if (index == null) {
            return found;
        }
        PreparedStatement statement = connection.prepare(
                "SELECT count(*), max(seq) FROM journal_entries INDEXED BY " + index + " WHERE address = ?");
        for (String address : addresses) {
            statement.setString(1, address);
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next() || row.getLong(1) == 0) {
                    return List.of();
                }
                found.add(new AddressCount(address, row.getLong(1), row.getLong(2)));
            }
        }
        return found;
    }

    /// In the order of the index.
    private static List<AddressCount> grouped(StoppableConnection connection, AddressRange range) throws SQLException {
        SqlCondition within = range.condition("address");
        PreparedStatement statement = connection.prepare("SELECT address, count(*), max(seq) FROM journal_entries"
                + " INDEXED BY " + IndexLook.address(connection) + " WHERE " + within.sql()
                + " GROUP BY address ORDER BY address");
        within.bind(statement, 1);
        return counts(statement);
    }

    /// Without an index SQLite has to sort, which it does fast as long as it needs no temporary file for it; in memory
    /// such a file is read from its beginning again and again.
    private static List<AddressCount> grouped(StoppableConnection connection, SeqRange range) throws SQLException {
        PreparedStatement statement = connection.prepare("SELECT " + FilterSql.ADDRESS + " AS a, count(*), max(seq)"
                + " FROM journal_entries NOT INDEXED WHERE seq BETWEEN ? AND ? GROUP BY a");
        statement.setLong(1, range.first());
        statement.setLong(2, range.last());
        return counts(statement);
    }

    private static List<AddressCount> counts(PreparedStatement statement) throws SQLException {
        List<AddressCount> found = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                found.add(new AddressCount(rows.getString(1), rows.getLong(2), rows.getLong(3)));
            }
        }
        return found;
    }

    List<String> startingWith(String prefix, int max, Cancellation cancellation) {
        return source.read(Attempt.to("store.tried.addresses"), cancellation, connection -> {
            List<String> found = distinct(connection, prefix, max);
            return found == null ? List.of() : found;
        });
    }

    /// At most `max` addresses that begin with the prefix, in byte order; null without an index. Few cost one seek
    /// each; where they are many, it is cheaper to run through the index.
    static @Nullable List<String> distinct(StoppableConnection connection, String prefix, int max) throws SQLException {
        String index = connection.schema().byAddress();
        if (index == null) {
            return null;
        }
        List<String> found = new ArrayList<>(sought(connection, index, prefix, Math.min(max, SOUGHT)));
        if (found.size() == SOUGHT && max > SOUGHT) {
            String after = FilterSql.after(prefix);
            PreparedStatement statement = connection.prepare("SELECT DISTINCT address FROM journal_entries INDEXED BY "
                    + index + " WHERE typeof(address) = 'text' AND address > ?1"
                    + (after == null ? "" : " AND address < ?3")
                    + " ORDER BY address LIMIT ?2");
            statement.setString(1, found.getLast());
            statement.setInt(2, max - SOUGHT);
            if (after != null) {
                statement.setString(3, after);
            }
            add(statement, found);
        }
        return found;
    }

    private static List<String> sought(StoppableConnection connection, String index, String prefix, int max)
            throws SQLException {
        String after = FilterSql.after(prefix);
        String from = " FROM journal_entries INDEXED BY " + index + " WHERE typeof(address) = 'text' AND address ";
        String below = after == null ? "" : " AND address < ?2";
        PreparedStatement statement = connection.prepare("WITH RECURSIVE found(a) AS ("
                + "SELECT (SELECT address" + from + ">= ?1" + below + " ORDER BY address LIMIT 1)"
                + " UNION ALL SELECT (SELECT address" + from + "> found.a" + below + " ORDER BY address LIMIT 1)"
                + " FROM found WHERE found.a IS NOT NULL) SELECT a FROM found WHERE a IS NOT NULL LIMIT ?3");
        statement.setString(1, prefix);
        if (after != null) {
            statement.setString(2, after);
        }
        statement.setInt(3, max);
        List<String> found = new ArrayList<>();
        add(statement, found);
        return found;
    }

    private static void add(PreparedStatement statement, List<String> found) throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
    }

    /// The least address at or beyond `from`, below `end` if there is one; null when there is none, or no index.
    static @Nullable String next(StoppableConnection connection, String from, boolean inclusive, @Nullable String end)
            throws SQLException {
        String index = connection.schema().byAddress();
        if (index == null) {
            return null;
        }
        PreparedStatement statement = connection.prepare("SELECT address FROM journal_entries INDEXED BY " + index
                + " WHERE typeof(address) = 'text' AND address " + (inclusive ? ">=" : ">") + " ?1"
                + (end == null ? "" : " AND address < ?2") + " ORDER BY address LIMIT 1");
        statement.setString(1, from);
        if (end != null) {
            statement.setString(2, end);
        }
        try (ResultSet row = statement.executeQuery()) {
            return row.next() ? row.getString(1) : null;
        }
    }

    List<String> authorsStartingWith(String prefix, int max, Cancellation cancellation) {
        return source.read(Attempt.to("store.tried.authors"), cancellation, connection -> {
            String after = FilterSql.after(prefix);
            PreparedStatement statement =
                    connection.prepare("SELECT author, count(*) FROM (SELECT " + FilterSql.AUTHOR + " AS author"
                            + " FROM journal_entries ORDER BY seq DESC LIMIT " + AUTHORS_SEEN_IN + ")"
                            + " WHERE author >= ?1" + (after == null ? "" : " AND author < ?2")
                            + " GROUP BY author ORDER BY count(*) DESC LIMIT ?3");
            statement.setString(1, prefix);
            if (after != null) {
                statement.setString(2, after);
            }
            statement.setInt(3, max);
            List<String> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
            return List.copyOf(found);
        });
    }
}
