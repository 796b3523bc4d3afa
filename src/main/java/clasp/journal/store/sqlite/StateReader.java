package clasp.journal.store.sqlite;

import clasp.journal.model.TimeRange;
import clasp.journal.store.Cancellation;
import clasp.journal.store.JournalState;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Tells where a journal stands, by seeks alone. Thread-safe.
final class StateReader {
    private final SqliteSource source;
    private volatile @Nullable Known known;

    /// What was found in a file that nobody writes to, as it was opened so many times.
    private record Known(long generation, JournalState state) {}

    StateReader(SqliteSource source) {
        this.source = source;
    }

    JournalState state() {
        return source.watch(Attempt.to("store.tried.state"), (access, connection, generation) -> {
            Known before = known;
            if (before != null && before.generation == generation) {
                return before.state;
            }
            Ends ends = Ends.of(connection);
            source.newest().see(connection, ends.latest);
            long changes = number(connection, "PRAGMA data_version");
            if (!(access instanceof Access.Live) && endIsDamaged(connection)) {
                source.noteDamage();
            }
            var state = new JournalState(ends.first, ends.latest, ends.given, (generation << 32) + changes);
            // Any other file is opened anew when it has changed.
            known = access instanceof Access.Live ? null : new Known(generation, state);
            return state;
        });
    }

    Optional<TimeRange> timeSpan() {
        return source.read(Attempt.to("store.tried.timeSpan"), Cancellation.none(), connection -> {
            boolean indexed = connection.schema().byTimestamp() != null;
            String column = indexed ? "timestamp" : FilterSql.TIMESTAMP;
            // The unsigned least is the least of those >= 0, or without any the least of all; likewise the greatest.
            Long from = orNull(connection, "SELECT min(" + column + ") FROM journal_entries WHERE " + column + " >= 0");
            if (from == null) {
                from = orNull(connection, "SELECT min(" + column + ") FROM journal_entries");
            }
            Long to = orNull(connection, "SELECT max(" + column + ") FROM journal_entries WHERE " + column + " < 0");
            if (to == null) {
                to = orNull(connection, "SELECT max(" + column + ") FROM journal_entries");
            }
            if (from == null || to == null) {
                return Optional.<TimeRange>empty();
            }
            // A timestamp that is no number stands after all others there: then nothing is known of the order.
            return Optional.of(Long.compareUnsigned(from, to) > 0 ? TimeRange.ALL : new TimeRange(from, to));
        });
    }

    /// The first in unsigned order, so timestamps stored as negative numbers come last.
    Optional<Long> seqAtTime(long micros) {
        return source.read(Attempt.to("store.tried.findTime"), Cancellation.none(), connection -> {
            boolean indexed = IndexLook.timestamp(connection) != null;
            for (SignedRange piece : SignedRange.of(new TimeRange(micros, -1))) {
                Long seq = firstIn(connection, piece, indexed);
                if (seq != null) {
                    return Optional.of(seq);
                }
            }
            return Optional.empty();
        });
    }

    private static @Nullable Long firstIn(StoppableConnection connection, SignedRange piece, boolean indexed)
            throws SQLException {
        PreparedStatement statement = connection.prepare("SELECT seq FROM journal_entries WHERE "
                + (indexed ? SignedRange.CONDITION : FilterSql.TIMESTAMP + " BETWEEN ? AND ?") + " ORDER BY "
                + (indexed ? "timestamp" : FilterSql.TIMESTAMP) + ", seq LIMIT 1");
        if (indexed) {
            piece.bind(statement, 1);
        } else {
            statement.setLong(1, piece.from());
            statement.setLong(2, piece.to());
        }
        try (ResultSet row = statement.executeQuery()) {
            return row.next() ? Long.valueOf(row.getLong(1)) : null;
        }
    }

    /// For a journal whose table counts on by itself.
    static long highestGiven(StoppableConnection connection) throws SQLException {
        return number(connection, "SELECT seq FROM sqlite_sequence WHERE name = 'journal_entries'");
    }

    /// Whether the last seq cannot be right: none as high was ever given, or the one before it is not lower.
    static boolean endIsDamaged(StoppableConnection connection) throws SQLException {
        long given = connection.schema().autoincrement() ? highestGiven(connection) : 0;
        try {
            return given > 0 && number(connection, "SELECT max(seq) FROM journal_entries") > given
                    || SeqSeek.misled(connection, Long.MAX_VALUE, true);
        } catch (SQLException e) {
            if (!JdbcErrors.isDamage(e)) {
                throw e;
            }
            return true;
        }
    }

    /// Asks all that [#state()] asks.
    ///
    /// @return true
    /// @throws SQLException when something cannot be read
    static boolean tells(StoppableConnection connection) throws SQLException {
        Ends ends = Ends.of(connection);
        new NewestSeen().see(connection, ends.latest);
        return true;
    }

    private record Ends(long first, long latest, long given) {
        static Ends of(StoppableConnection connection) throws SQLException {
            long first = number(connection, "SELECT min(seq) FROM journal_entries");
            long latest = number(connection, "SELECT max(seq) FROM journal_entries");
            long given = connection.schema().autoincrement() ? highestGiven(connection) : 0;
            return new Ends(first, latest, Math.max(given, latest));
        }
    }

    private static long number(StoppableConnection connection, String sql) throws SQLException {
        Long number = orNull(connection, sql);
        return number == null ? 0 : number;
    }

    static @Nullable Long orNull(StoppableConnection connection, String sql) throws SQLException {
        PreparedStatement statement = connection.prepare(sql);
        try (ResultSet row = statement.executeQuery()) {
            if (!row.next()) {
                return null;
            }
            long number = row.getLong(1);
            return row.wasNull() ? null : Long.valueOf(number);
        }
    }
}
