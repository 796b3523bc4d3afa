package clasp.journal.store.sqlite;

import clasp.journal.query.Filter;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The addresses that were listed once, for whoever reads the same file in the same way. A journal only grows at its
/// end: what was written since is looked at again each time, until it is too much. Thread-safe.
final class KnownAddresses {
    private static final int MOST_NEW = 200_000;

    private volatile @Nullable AddressDictionary known;

    @Nullable
    AddressDictionary known() {
        return known;
    }

    void learn(AddressDictionary dictionary) {
        known = dictionary;
    }

    /// All addresses of the journal that fulfil the filter, and perhaps some that are no longer there; null when they
    /// are
    /// more than `max`, or nothing is known.
    @Nullable
    List<String> matching(StoppableConnection connection, Filter filter, int max) throws SQLException {
        AddressDictionary dictionary = known;
        if (dictionary == null) {
            return null;
        }
        List<String> found = dictionary.matching(filter, max, connection::check);
        return found != null && addNew(connection, filter, dictionary.present().last(), found) && found.size() <= max
                ? found
                : null;
    }

    private static boolean addNew(StoppableConnection connection, Filter filter, long after, List<String> found)
            throws SQLException {
        PreparedStatement statement = connection.prepare("SELECT address, count(*) FROM (SELECT address FROM"
                + " journal_entries NOT INDEXED WHERE seq > ?1 LIMIT " + MOST_NEW + ") GROUP BY address");
        statement.setLong(1, after);
        long entries = 0;
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                String address = row.getString(1);
                entries += row.getLong(2);
                if (address == null || AddressWalk.doubtful(address)) {
                    return false;
                }
                if (AddressSets.matches(filter, address)) {
                    found.add(address);
                }
            }
        }
        return entries < MOST_NEW;
    }
}
