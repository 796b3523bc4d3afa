package clasp.journal.store.sqlite;

import clasp.journal.model.Entry;
import clasp.journal.model.SeqRange;
import clasp.journal.store.Cancellation;
import clasp.journal.store.DamagedException;
import clasp.journal.store.Direction;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// Reads the entries of a file one after the other in one direction, up to what is damaged, and looks for where
/// reading can go on behind that. Immutable.
///
/// @param columns what is read of an entry: first those of [RowReader#WHOLE]
record DamageWalk(SqliteSource source, String columns, Direction direction, Cancellation cancellation) {
    private static final Attempt TRIED = Attempt.to("store.tried.around");

    /// What can be read of a range.
    ///
    /// @param last the farthest entry before the damage; empty when none can be read before it
    /// @param damaged whether damage ended it
    record Reach(OptionalLong last, boolean damaged) {}

    /// Reads until damage is met, or to the end of the range.
    Reach reach(SeqRange range) {
        try {
            return source.read(TRIED, cancellation, connection -> {
                PreparedStatement statement = connection.prepare(entries() + " WHERE seq BETWEEN ? AND ?" + order());
                statement.setLong(1, range.first());
                statement.setLong(2, range.last());
                // Turned around for the other direction, in which seqs descend.
                InOrder<Entry> inOrder = new InOrder<>(forward() ? range : new SeqRange(~range.last(), ~range.first()));
                OptionalLong last = OptionalLong.empty();
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        Entry entry = RowReader.WHOLE.entry(rows);
                        last = seq(inOrder.next(forward() ? entry.seq() : ~entry.seq(), entry), last);
                    }
                } catch (SQLException e) {
                    last = seq(inOrder.endJudged(row -> finds(connection, row.row())), last);
                    if (last.isEmpty() || !JdbcErrors.isDamage(e)) {
                        throw e;
                    }
                    return new Reach(last, true);
                }
                return new Reach(seq(inOrder.end(), last), false);
            });
        } catch (DamagedException e) {
            return new Reach(OptionalLong.empty(), true);
        }
    }

    private static OptionalLong seq(InOrder.@Nullable Numbered<Entry> row, OptionalLong otherwise) {
        return row == null ? otherwise : OptionalLong.of(row.row().seq());
    }

    /// Where reading can go on, beyond a seq that cannot be read; empty when nothing up to the end can be.
    /// A damaged page takes all of its entries along, so this is looked for in ever longer steps and then
    /// between the last two; a few readable entries between two damaged pages may be passed over.
    OptionalLong goOn(long start, long end) {
        // Counted without a sign: there are more seqs than a signed number can count.
        long distance = forward() ? end - start : start - end;
        if (distance == 0 || isBefore(end, start)) {
            return OptionalLong.empty();
        }
        long bad = 0;
        long good = 1;
        while (!isReadable(at(start, good))) {
            if (good == distance) {
                return OptionalLong.empty();
            }
            bad = good;
            good = Long.compareUnsigned(good, distance >>> 1) > 0 ? distance : good << 1;
        }
        while (Long.compareUnsigned(good - bad, 1) > 0) {
            long middle = bad + (good - bad >>> 1);
            if (isReadable(at(start, middle))) {
                good = middle;
            } else {
                bad = middle;
            }
        }
        return OptionalLong.of(at(start, good));
    }

    private long at(long start, long distance) {
        return forward() ? start + distance : start - distance;
    }

    /// Whether the first entry from the seq on can be read, or there is none.
    private boolean isReadable(long from) {
        try {
            return source.read(TRIED, cancellation, connection -> {
                PreparedStatement statement = connection.prepare(
                        entries() + " WHERE seq " + (forward() ? ">= ?" : "<= ?") + order() + " LIMIT 1");
                statement.setLong(1, from);
                try (ResultSet row = statement.executeQuery()) {
                    if (!row.next()) {
                        return true;
                    }
                    Entry entry = RowReader.WHOLE.entry(row);
                    return !isBefore(entry.seq(), from) && finds(connection, entry);
                }
            });
        } catch (DamagedException e) {
            return false;
        }
    }

    private static boolean finds(StoppableConnection connection, Entry entry) throws SQLException {
        return SeqSeek.finds(connection, entry.seq(), Optional.of(entry));
    }

    /// Whether a walk comes to the one seq before it comes to the other.
    private boolean isBefore(long seq, long other) {
        return forward() ? seq < other : seq > other;
    }

    private boolean forward() {
        return direction == Direction.FORWARD;
    }

    private String entries() {
        return "SELECT " + columns + " FROM journal_entries NOT INDEXED";
    }

    private String order() {
        return forward() ? " ORDER BY seq" : " ORDER BY seq DESC";
    }
}
