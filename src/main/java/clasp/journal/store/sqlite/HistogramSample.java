package clasp.journal.store.sqlite;

import clasp.journal.model.SeqRange;
import clasp.journal.model.TimeRange;
import clasp.journal.store.Cancellation;
import clasp.journal.store.Histogram;
import clasp.journal.store.HistogramBuilder;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/// Estimates counts over time from a few thousand entries: the first one of each bucket and others evenly spread over
/// the seqs, each of which stands for itself and the seqs up to the next one looked at. Thread-safe.
final class HistogramSample {
    private static final Attempt TRIED = Attempt.to("store.tried.estimate");
    private static final int PARTS = 16;

    /// Entries looked at for each bucket, beside its first one.
    private static final int A_BUCKET = 8;

    /// Up to so many entries for each one looked at, counting is as fast.
    private static final int WORTH_IT = 16;

    private static final String COLUMNS = "seq, " + FilterSql.TIMESTAMP + ", " + BucketCounts.SERIES;
    private static final Comparator<Point> BY_SEQ =
            Comparator.comparingLong(Point::seq).thenComparingLong(Point::from);

    private final SqliteSource source;

    HistogramSample(SqliteSource source) {
        this.source = source;
    }

    /// An entry looked at.
    ///
    /// @param from its seq, or a lower one from which on none is there
    private record Point(long from, long seq, long micros, int series) {
        Point from(long lower) {
            return new Point(lower, seq, micros, series);
        }
    }

    /// Empty where it takes no longer to count.
    Optional<Histogram> estimate(TimeRange range, int most, SeqRange present, Cancellation cancellation) {
        HistogramBuilder sum = new HistogramBuilder(range, most);
        int looks = A_BUCKET * sum.buckets();
        if (present.isEmpty() || present.last() - present.first() < 0 || !indexed(cancellation)) {
            return Optional.empty();
        }
        List<Point> points = new ArrayList<>(firsts(TimeBuckets.of(range, sum), cancellation));
        if (points.isEmpty()) {
            return Optional.of(sum.build(true));
        }
        SeqRange seqs = source.read(TRIED, cancellation, connection -> seqs(connection, range, present, points));
        long distance = seqs.last() - seqs.first();
        if (distance / WORTH_IT < looks) {
            return Optional.empty();
        }
        points.addAll(spread(seqs, looks, cancellation));
        points.sort(BY_SEQ);
        for (int i = 0; i < points.size(); i++) {
            Point point = points.get(i);
            long next = i + 1 < points.size() ? points.get(i + 1).from() : seqs.last() + 1;
            sum.add(point.series(), point.micros(), Math.max(0, next - point.seq()));
        }
        return Optional.of(sum.build(false));
    }

    private boolean indexed(Cancellation cancellation) {
        return source.read(TRIED, cancellation, connection -> IndexLook.timestamp(connection) != null);
    }

    /// The entry of each bucket that has the least timestamp, and of several the lowest seq.
    private List<Point> firsts(TimeBuckets buckets, Cancellation cancellation) {
        return all(IntStream.range(0, buckets.count()).boxed().toList(), cancellation, (connection, bucket) -> {
            for (SqlCondition condition : buckets.conditions(bucket)) {
                Optional<Point> found = end(connection, condition, "");
                if (found.isPresent()) {
                    return found;
                }
            }
            return Optional.empty();
        });
    }

    /// The seqs between which the entries of the range lie: all of them when no entry is outside of it, else those
    /// between the first entries of its buckets and its last one.
    private static SeqRange seqs(StoppableConnection connection, TimeRange range, SeqRange present, List<Point> points)
            throws SQLException {
        if (nothing(connection, 0, range.fromMicros() - 1, range.fromMicros() == 0)
                && nothing(connection, range.toMicros() + 1, -1, range.toMicros() == -1)) {
            return present;
        }
        List<Long> seqs = new ArrayList<>(points.stream().map(Point::seq).toList());
        for (SqlCondition condition : TimeBuckets.conditions(range)) {
            end(connection, condition, " DESC").ifPresent(point -> seqs.add(point.seq()));
        }
        return new SeqRange(
                seqs.stream().min(Long::compare).orElse(present.first()),
                seqs.stream().max(Long::compare).orElse(present.last()));
    }

    private static boolean nothing(StoppableConnection connection, long from, long to, boolean empty)
            throws SQLException {
        if (!empty) {
            for (SqlCondition condition : TimeBuckets.conditions(new TimeRange(from, to))) {
                if (end(connection, condition, "").isPresent()) {
                    return false;
                }
            }
        }
        return true;
    }

    private List<Point> spread(SeqRange seqs, int count, Cancellation cancellation) {
        double step = (seqs.last() - seqs.first()) / (double) count;
        List<Long> asked = LongStream.range(0, count)
                .mapToObj(i -> seqs.first() + (long) (i * step))
                .toList();
        return all(asked, cancellation, (connection, seq) -> {
            PreparedStatement statement = connection.prepare("SELECT " + COLUMNS
                    + " FROM journal_entries NOT INDEXED WHERE seq BETWEEN ? AND ? ORDER BY seq LIMIT 1");
            statement.setLong(1, seq);
            statement.setLong(2, seqs.last());
            Optional<Point> found = point(statement);
            return found.isEmpty() || found.get().seq() == seq
                    ? found
                    : Optional.of(
                            found.get().from(before(connection, found.get().seq()) + 1));
        });
    }

    /// The seq before this one that is there; the number before without any.
    private static long before(StoppableConnection connection, long seq) throws SQLException {
        PreparedStatement statement = connection.prepare("SELECT max(seq) FROM journal_entries WHERE seq < ?");
        statement.setLong(1, seq);
        try (ResultSet row = statement.executeQuery()) {
            long before = row.next() ? row.getLong(1) : 0;
            return row.wasNull() ? seq - 1 : before;
        }
    }

    /// The first entry in the order of time, or the last one.
    private static Optional<Point> end(StoppableConnection connection, SqlCondition condition, String order)
            throws SQLException {
        PreparedStatement statement = connection.prepare("SELECT " + COLUMNS + " FROM journal_entries INDEXED BY "
                + connection.schema().byTimestamp() + " WHERE " + condition.sql() + " ORDER BY timestamp" + order
                + ", seq" + order + " LIMIT 1");
        condition.bind(statement, 1);
        return point(statement);
    }

    private static Optional<Point> point(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            if (!row.next()) {
                return Optional.empty();
            }
            long seq = row.getLong(1);
            return Optional.of(new Point(seq, seq, row.getLong(2), row.getInt(3)));
        }
    }

    /// Looks for one entry.
    @FunctionalInterface
    private interface Look<P> {
        Optional<Point> at(StoppableConnection connection, P place) throws SQLException;
    }

    private <P> List<Point> all(List<P> places, Cancellation cancellation, Look<P> look) {
        return Segments.map(
                        Segments.pieces(places, PARTS),
                        part -> source.read(TRIED, cancellation, connection -> {
                            List<Point> found = new ArrayList<>();
                            for (P place : part) {
                                look.at(connection, place).ifPresent(found::add);
                            }
                            return found;
                        }),
                        part -> {},
                        cancellation)
                .stream()
                .flatMap(List::stream)
                .toList();
    }
}
