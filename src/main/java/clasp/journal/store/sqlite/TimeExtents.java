package clasp.journal.store.sqlite;

import clasp.journal.model.SeqRange;
import clasp.journal.model.TimeRange;
import clasp.journal.store.Cancellation;
import clasp.journal.store.DamagedException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Finds between which seqs the entries of a time range are, in the index on timestamps and by all processors. The
/// earliest and the latest entry of the range are two seeks; in a journal whose times ascend they are the ends, but a
/// clock that was set may have put others before or behind them. The cheaper of two looks tells: at the seqs of all
/// entries of the range, or at those outside of it, whose number is that of the seqs left and right if all is well.
/// Thread-safe.
final class TimeExtents {
    private static final Attempt TRIED = Attempt.to("store.tried.times");
    private static final int PARTS = 32;
    private static final long MIN_SEQS = 50_000;

    private final SqliteSource source;
    private final long minSeqs;

    TimeExtents(SqliteSource source) {
        this(source, MIN_SEQS);
    }

    /// @param minSeqs the work is cut into pieces of at least so many
    TimeExtents(SqliteSource source, long minSeqs) {
        this.source = source;
        this.minSeqs = minSeqs;
    }

    /// @param seqs holds all entries of the time among the known ones
    /// @param known up to this seq
    record Extent(SeqRange seqs, long known) {
        /// The part of the range that may hold entries of the time.
        SeqRange within(SeqRange range) {
            if (range.last() <= known) {
                return range.and(seqs);
            }
            long first = seqs.isEmpty() ? known + 1 : seqs.first();
            return new SeqRange(Math.max(range.first(), first), range.last());
        }
    }

    /// What two seeks tell.
    ///
    /// @param present all seqs there are
    /// @param earliest the seq of the entry with the least time of the range
    /// @param latest the seq of that with the greatest
    private record Ends(SeqRange present, long earliest, long latest) {
        boolean ascending() {
            return present.first() <= earliest && earliest <= latest && latest <= present.last();
        }

        double inside() {
            return (double) latest - earliest;
        }

        double outside() {
            return (double) present.last() - present.first() - inside();
        }
    }

    /// Empty when the index cannot tell, or only with more work than it is worth.
    ///
    /// @param worth at most so many entries of the index are looked at
    Optional<Extent> find(TimeRange time, long worth, Cancellation cancellation) {
        try {
            return sought(time, worth, cancellation);
        } catch (DamagedException e) {
            return Optional.empty();
        }
    }

    private Optional<Extent> sought(TimeRange time, long worth, Cancellation cancellation) {
        Optional<Extent> remembered = source.read(
                TRIED,
                cancellation,
                connection -> Optional.ofNullable(connection.times().extent(time)));
        if (remembered.isPresent()) {
            return remembered;
        }
        Optional<SeqRange> present = source.read(TRIED, cancellation, TimeExtents::present);
        if (present.isEmpty()) {
            return Optional.empty();
        }
        Optional<Ends> ends = source.read(TRIED, cancellation, connection -> ends(connection, time, present.get()));
        Optional<SeqRange> seqs =
                ends.isEmpty() ? Optional.of(SeqRange.NONE) : proven(ends.get(), time, worth, cancellation);
        Optional<Extent> found =
                seqs.map(range -> new Extent(range, present.get().last()));
        found.ifPresent(extent -> source.read(TRIED, cancellation, connection -> {
            connection.times().remember(time, extent);
            return extent;
        }));
        return found;
    }

    private Optional<SeqRange> proven(Ends ends, TimeRange time, long worth, Cancellation cancellation) {
        if (!ends.ascending() || Math.min(ends.inside(), ends.outside()) > worth) {
            return Optional.empty();
        }
        SeqRange between = new SeqRange(ends.earliest(), ends.latest());
        if (ends.inside() <= ends.outside()) {
            return Optional.of(
                    hasOthers(time, between, cancellation) ? extremes(time, between, cancellation) : between);
        }
        SeqRange left = new SeqRange(ends.present().first(), ends.earliest() - 1);
        SeqRange right = new SeqRange(ends.latest() + 1, ends.present().last());
        return isFilled(left, before(time), cancellation) && isFilled(right, after(time), cancellation)
                ? Optional.of(between)
                : Optional.empty();
    }

    /// Whether an entry of that time has each of the seqs.
    private boolean isFilled(SeqRange seqs, @Nullable TimeRange time, Cancellation cancellation) {
        if (seqs.isEmpty() || time == null) {
            return seqs.isEmpty();
        }
        List<Long> counts = ask("count(*)", time, seqs, "seq BETWEEN ? AND ?", seqs, cancellation);
        return counts.stream().mapToLong(Long::longValue).sum() == seqs.last() - seqs.first() + 1;
    }

    /// Whether an entry of the time has a seq that is none of these.
    private boolean hasOthers(TimeRange time, SeqRange seqs, Cancellation cancellation) {
        return ask("count(*)", time, seqs, "seq NOT BETWEEN ? AND ?", seqs, cancellation).stream()
                .anyMatch(count -> count > 0);
    }

    /// @param near where most entries of the time are
    private SeqRange extremes(TimeRange time, SeqRange near, Cancellation cancellation) {
        List<Long> first = ask("min(seq)", time, near, "seq BETWEEN ? AND ?", SeqRange.ALL, cancellation);
        List<Long> last = ask("max(seq)", time, near, "seq BETWEEN ? AND ?", SeqRange.ALL, cancellation);
        return first.isEmpty() || last.isEmpty()
                ? SeqRange.NONE
                : new SeqRange(Collections.min(first), Collections.max(last));
    }

    /// The times before and after.
    static List<TimeRange> outside(TimeRange time) {
        return Stream.of(before(time), after(time)).filter(Objects::nonNull).toList();
    }

    private static @Nullable TimeRange before(TimeRange time) {
        return time.fromMicros() == 0 ? null : new TimeRange(0, time.fromMicros() - 1);
    }

    private static @Nullable TimeRange after(TimeRange time) {
        return time.toMicros() == -1 ? null : new TimeRange(time.toMicros() + 1, -1);
    }

    /// The time in pieces that hold about equally many entries, as far as the times of some of the seqs tell.
    private List<TimeRange> slices(TimeRange time, SeqRange seqs, Cancellation cancellation) {
        List<Long> cuts = source.read(TRIED, cancellation, connection -> {
            PreparedStatement statement = connection.prepare(
                    "SELECT " + FilterSql.TIMESTAMP + " FROM journal_entries WHERE seq >= ? ORDER BY seq LIMIT 1");
            List<Long> found = new ArrayList<>();
            for (SeqRange piece : Segments.cut(seqs, minSeqs, PARTS)) {
                statement.setLong(1, piece.first());
                try (ResultSet row = statement.executeQuery()) {
                    if (row.next() && time.contains(row.getLong(1))) {
                        found.add(row.getLong(1));
                    }
                }
            }
            return found;
        });
        List<TimeRange> slices = new ArrayList<>();
        long from = time.fromMicros();
        for (long cut : cuts.stream().sorted(Long::compareUnsigned).distinct().toList()) {
            if (Long.compareUnsigned(cut, from) > 0) {
                slices.add(new TimeRange(from, cut - 1));
                from = cut;
            }
        }
        slices.add(new TimeRange(from, time.toMicros()));
        return slices;
    }

    /// Asks the index about the entries of a time, slice by slice.
    ///
    /// @param what an aggregate
    /// @param near where most entries of the time are
    /// @param where which seqs count, with two placeholders for `seqs`
    /// @return what each slice answers, if anything
    private List<Long> ask(
            String what, TimeRange time, SeqRange near, String where, SeqRange seqs, Cancellation cancellation) {
        return Segments.map(
                        slices(time, near, cancellation),
                        slice -> source.read(
                                TRIED, cancellation, connection -> ask(connection, what, slice, where, seqs)),
                        slice -> {},
                        cancellation)
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    private static List<Long> ask(
            StoppableConnection connection, String what, TimeRange slice, String where, SeqRange seqs)
            throws SQLException {
        List<Long> answers = new ArrayList<>();
        for (SqlCondition condition : TimeBuckets.conditions(slice)) {
            PreparedStatement statement =
                    connection.prepare("SELECT " + what + from(connection) + condition.sql() + " AND " + where);
            int next = condition.bind(statement, 1);
            statement.setLong(next, seqs.first());
            statement.setLong(next + 1, seqs.last());
            try (ResultSet row = statement.executeQuery()) {
                long answer = row.next() ? row.getLong(1) : 0;
                if (!row.wasNull()) {
                    answers.add(answer);
                }
            }
        }
        return answers;
    }

    private static String from(StoppableConnection connection) throws SQLException {
        String index = IndexLook.timestamp(connection);
        return " FROM journal_entries" + (index == null ? "" : " INDEXED BY " + index) + " WHERE ";
    }

    /// Empty without a sound index, or without entries.
    private static Optional<SeqRange> present(StoppableConnection connection) throws SQLException {
        if (IndexLook.timestamp(connection) == null) {
            return Optional.empty();
        }
        SeqRange present = TimeBlocks.present(connection);
        return present.isEmpty() ? Optional.empty() : Optional.of(present);
    }

    private static Optional<Ends> ends(StoppableConnection connection, TimeRange time, SeqRange present)
            throws SQLException {
        List<SqlCondition> pieces = TimeBuckets.conditions(time);
        Long earliest = end(connection, pieces, "");
        Long latest = end(connection, pieces.reversed(), " DESC");
        return earliest == null || latest == null ? Optional.empty() : Optional.of(new Ends(present, earliest, latest));
    }

    private static @Nullable Long end(StoppableConnection connection, List<SqlCondition> pieces, String order)
            throws SQLException {
        for (SqlCondition piece : pieces) {
            PreparedStatement statement = connection.prepare("SELECT seq" + from(connection) + piece.sql()
                    + " ORDER BY timestamp" + order + ", seq" + order + " LIMIT 1");
            piece.bind(statement, 1);
            try (ResultSet row = statement.executeQuery()) {
                if (row.next()) {
                    return row.getLong(1);
                }
            }
        }
        return null;
    }
}
