package clasp.journal.store.sqlite;

import static java.nio.charset.StandardCharsets.UTF_8;

import clasp.journal.model.SeqRange;
import clasp.journal.store.Cancellation;
import clasp.journal.store.Progress;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Makes the dictionary of a journal's addresses from the index, by all processors, once for each way in which its file
/// is read. Thread-safe.
final class AddressDictionaries {
    private static final Attempt TRIED = Attempt.to("store.tried.countAddresses");

    /// What is larger is not kept in memory.
    private static final int MOST_BYTES = 64 << 20;

    private final SqliteSource source;

    AddressDictionaries(SqliteSource source) {
        this.source = source;
    }

    /// With counts that are right. Empty without a sound index, when there are too many addresses to be kept, or one of
    /// them cannot be looked up by its text.
    ///
    /// @param present all seqs there are
    /// @param progress counts parts of the index
    Optional<AddressDictionary> counted(SeqRange present, Progress progress, Cancellation cancellation) {
        boolean mayShrink = source.access() instanceof Access.Live;
        Optional<AddressDictionary> known = source.read(
                TRIED,
                cancellation,
                connection -> Optional.ofNullable(connection.addresses().known()));
        return known.isPresent() && known.get().present().equals(present) && !mayShrink
                ? known
                : made(present, progress, cancellation);
    }

    private Optional<AddressDictionary> made(SeqRange present, Progress progress, Cancellation cancellation) {
        List<AddressRange> ranges = source.read(
                TRIED,
                cancellation,
                connection ->
                        IndexLook.address(connection) == null ? List.of() : AddressRange.cut(connection, "", present));
        List<AddressTable> parts = new ArrayList<>();
        int[] bytes = new int[1];
        Segments.forEach(
                ranges,
                range -> source.read(TRIED, cancellation, connection -> part(connection, range)),
                part -> {
                    part.ifPresent(parts::add);
                    bytes[0] += part.map(AddressTable::bytes).orElse(0);
                    progress.report(parts.size(), ranges.size());
                    return part.isPresent() && bytes[0] <= MOST_BYTES;
                },
                cancellation);
        if (ranges.isEmpty() || parts.size() < ranges.size() || bytes[0] > MOST_BYTES) {
            return Optional.empty();
        }
        AddressDictionary dictionary = new AddressDictionary(parts, present);
        return source.read(TRIED, cancellation, connection -> {
            connection.addresses().learn(dictionary);
            return Optional.of(dictionary);
        });
    }

    private static Optional<AddressTable> part(StoppableConnection connection, AddressRange range) throws SQLException {
        String index = IndexLook.address(connection);
        if (index == null) {
            return Optional.empty();
        }
        SqlCondition within = range.condition("address");
        PreparedStatement statement = connection.prepare("SELECT address, count(*), max(seq) FROM journal_entries"
                + " INDEXED BY " + index + " WHERE " + within.sql() + " GROUP BY address ORDER BY address");
        within.bind(statement, 1);
        AddressTable.Builder table = new AddressTable.Builder();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next() && table.bytes() <= MOST_BYTES) {
                byte[] utf8 = row.getBytes(1);
                if (!isPlain(utf8)) {
                    String address = row.getString(1);
                    if (AddressWalk.doubtful(address)) {
                        return Optional.empty();
                    }
                    utf8 = address.getBytes(UTF_8);
                }
                table.add(utf8, row.getLong(2), row.getLong(3));
            }
        }
        return Optional.of(table.build());
    }

    /// Whether they are the same in every encoding that a database may have.
    static boolean isPlain(byte[] bytes) {
        for (byte b : bytes) {
            if (b <= 0) {
                return false;
            }
        }
        return true;
    }
}
