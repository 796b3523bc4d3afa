package clasp.journal.store.sqlite;

import clasp.journal.model.CoreTexts;
import clasp.journal.model.Entry;
import clasp.journal.model.SeqRange;
import clasp.journal.store.Cancellation;
import clasp.journal.store.DamagedException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// Seqs around a damaged part of a file, whose entries cannot be read. Immutable.
///
/// @param after no later seq before it can be read; null when it begins with the first
/// @param before where reading can go on; null when nothing behind it can be read
record DamagedPart(@Nullable Long after, @Nullable Long before) {
    private static final Attempt TRIED = Attempt.to("store.tried.around");

    /// Finds the first one in the range, which is known to hold one. A damaged page takes all of its entries along, so
    /// the end is looked for in ever longer steps and then between the last two; a few readable entries between two
    /// damaged pages may be passed over.
    ///
    /// @param columns what is read of an entry: first those of [RowReader#WHOLE]
    static DamagedPart find(SqliteSource source, String columns, SeqRange range, Cancellation cancellation) {
        String entry = "SELECT " + columns + " FROM journal_entries NOT INDEXED";
        OptionalLong last = lastReadable(source, entry, range, cancellation);
        Long after = last.isPresent() ? Long.valueOf(last.getAsLong()) : before(range);
        // Seqs count from 1; looking for the end of the damage from the least possible one would take too long steps.
        long start = after == null ? Math.max(0, range.first()) : after + 1;
        if (start >= range.last()) {
            return new DamagedPart(after, null);
        }
        long bad = start;
        // Counted without a sign: there are more seqs than a signed number can count.
        long distance = range.last() - start;
        long step = 1;
        while (!isReadable(source, entry, start + step, cancellation)) {
            if (step == distance) {
                return new DamagedPart(after, null);
            }
            bad = start + step;
            step = Long.compareUnsigned(step, distance >>> 1) > 0 ? distance : step << 1;
        }
        long good = start + step;
        while (good - bad > 1) {
            long middle = bad + (good - bad) / 2;
            if (isReadable(source, entry, middle, cancellation)) {
                good = middle;
            } else {
                bad = middle;
            }
        }
        return new DamagedPart(after, good);
    }

    private static @Nullable Long before(SeqRange range) {
        return range.first() == Long.MIN_VALUE ? null : range.first() - 1;
    }

    /// What is missing because of it, as it reads after “entries”.
    String missing() {
        String first = after == null ? "" : CoreTexts.text("store.missing.after", Long.toString(after));
        String next = before == null ? "" : CoreTexts.text("store.missing.before", Long.toString(before));
        return after == null || before == null ? first + next : CoreTexts.text("store.missing.both", first, next);
    }

    private static OptionalLong lastReadable(
            SqliteSource source, String entry, SeqRange range, Cancellation cancellation) {
        try {
            return source.read(TRIED, cancellation, connection -> {
                PreparedStatement statement = connection.prepare(entry + " WHERE seq BETWEEN ? AND ? ORDER BY seq");
                statement.setLong(1, range.first());
                statement.setLong(2, range.last());
                InOrder<Entry> inOrder = new InOrder<>(range);
                OptionalLong last = OptionalLong.empty();
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        Entry read = RowReader.WHOLE.entry(rows);
                        last = seq(inOrder.next(read.seq(), read), last);
                    }
                } catch (SQLException e) {
                    last = seq(inOrder.end(), last);
                    if (last.isEmpty() || !JdbcErrors.isDamage(e)) {
                        throw e;
                    }
                }
                return seq(inOrder.end(), last);
            });
        } catch (DamagedException e) {
            return OptionalLong.empty();
        }
    }

    private static OptionalLong seq(InOrder.@Nullable Numbered<Entry> row, OptionalLong otherwise) {
        return row == null ? otherwise : OptionalLong.of(row.seq());
    }

    /// Whether the first entry from the seq on can be read, or there is none.
    private static boolean isReadable(SqliteSource source, String entry, long from, Cancellation cancellation) {
        try {
            return source.read(TRIED, cancellation, connection -> {
                PreparedStatement statement = connection.prepare(entry + " WHERE seq >= ? ORDER BY seq LIMIT 1");
                statement.setLong(1, from);
                try (ResultSet row = statement.executeQuery()) {
                    return !row.next() || RowReader.WHOLE.entry(row).seq() >= from;
                }
            });
        } catch (DamagedException e) {
            return false;
        }
    }
}
