package clasp.journal.store.sqlite;

import clasp.journal.model.SeqRange;
import clasp.journal.model.TimeRange;
import clasp.journal.store.Cancellation;
import clasp.journal.store.HistogramBuilder;
import clasp.journal.store.Progress;
import clasp.journal.store.sqlite.SeqSpans.Piece;
import clasp.journal.store.sqlite.SeqSpans.Span;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Counts all entries over time from two indexes, by all processors and without reading an entry: the one on timestamps
/// tells how many a bucket has and between which seqs they are, the one on signal types how many of each type are
/// between those. That is right where nothing else is between them, which the sums prove; where the spans of several
/// buckets overlap, the entries themselves are read. Thread-safe.
final class IndexedHistogram {
    private static final Attempt TRIED = Attempt.to("store.tried.countTime");

    /// More types than this are not looked up one by one.
    private static final int MOST_TYPES = 40;

    private static final int PARTS = 64;
    private static final int MOST_OUTSIDE = 20_000;
    private static final long MIN_SEQS = 100_000;

    /// When more than this part of all seqs lies in several spans, reading all entries is no slower.
    private static final int MIXED_PART = 4;

    private final SqliteSource source;

    IndexedHistogram(SqliteSource source) {
        this.source = source;
    }

    /// Adds the counts to the histogram; leaves it as it is and answers false when the indexes cannot tell.
    boolean addTo(HistogramBuilder sum, TimeRange range, Progress progress, Cancellation cancellation) {
        Optional<List<String>> types = source.read(TRIED, cancellation, IndexedHistogram::types);
        if (types.isEmpty()) {
            return false;
        }
        TimeBuckets buckets = TimeBuckets.of(range, sum);
        SeqRange present = source.read(TRIED, cancellation, TimeBlocks::present);
        List<Span> spans = spans(buckets, progress, cancellation);
        if (spans.stream().anyMatch(span -> span.seqs().last() == Long.MAX_VALUE)) {
            return false;
        }
        List<Piece> pieces = SeqSpans.pieces(spans);
        if (mostlyMixed(pieces)) {
            return false;
        }
        BucketCounts counts = new BucketCounts(buckets);
        List<List<Piece>> parts = Segments.pieces(small(pieces), PARTS);
        int[] done = {parts.size()};
        Segments.map(
                        parts,
                        part -> source.read(
                                TRIED, cancellation, connection -> counts(connection, types.get(), buckets, part)),
                        part -> progress.report(++done[0], 2L * parts.size()),
                        cancellation)
                .forEach(counts::add);
        boolean proven = spans.stream().allMatch(span -> counts.of(span.bucket()) == span.entries());
        if (proven) {
            counts.addTo(sum);
            source.read(
                    TRIED,
                    cancellation,
                    connection -> remember(connection, new TimeSpans(buckets, spans, present.last())));
        }
        return proven;
    }

    /// Empty when an index is missing or holds something else than CLASP writes.
    private static Optional<List<String>> types(StoppableConnection connection) throws SQLException {
        String index = IndexLook.signalType(connection);
        if (index == null || IndexLook.timestamp(connection) == null) {
            return Optional.empty();
        }
        PreparedStatement next = connection.prepare("SELECT signal_type FROM journal_entries INDEXED BY " + index
                + " WHERE signal_type > ? ORDER BY signal_type LIMIT 1");
        List<String> types = new ArrayList<>();
        // The empty text is greater than none and would not be found.
        String type = "";
        types.add(type);
        while (types.size() <= MOST_TYPES) {
            next.setString(1, type);
            try (ResultSet row = next.executeQuery()) {
                if (!row.next()) {
                    return Optional.of(types);
                }
                type = row.getString(1);
                types.add(type);
            }
        }
        return Optional.empty();
    }

    private List<Span> spans(TimeBuckets buckets, Progress progress, Cancellation cancellation) {
        List<List<Integer>> parts =
                Segments.pieces(IntStream.range(0, buckets.count()).boxed().toList(), PARTS);
        int[] done = {0};
        return Segments.map(
                        parts,
                        part -> source.read(TRIED, cancellation, connection -> spans(connection, buckets, part)),
                        part -> progress.report(++done[0], 2L * parts.size()),
                        cancellation)
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    /// Keeps the spans for the entries before the first one outside of their range, unless so many are outside that
    /// they are not just those that came meanwhile.
    private static boolean remember(StoppableConnection connection, TimeSpans spans) throws SQLException {
        String index = IndexLook.timestamp(connection);
        if (index == null) {
            return false;
        }
        long known = spans.known();
        for (TimeRange outside : TimeExtents.outside(spans.buckets().range())) {
            for (SqlCondition condition : TimeBuckets.conditions(outside)) {
                PreparedStatement statement = connection.prepare("SELECT count(*), min(seq) FROM (SELECT seq"
                        + " FROM journal_entries INDEXED BY " + index + " WHERE " + condition.sql() + " LIMIT ?)");
                statement.setInt(condition.bind(statement, 1), MOST_OUTSIDE);
                try (ResultSet row = statement.executeQuery()) {
                    long count = row.next() ? row.getLong(1) : 0;
                    if (count == MOST_OUTSIDE) {
                        return false;
                    }
                    known = count == 0 ? known : Math.min(known, row.getLong(2) - 1);
                }
            }
        }
        connection.times().remember(new TimeSpans(spans.buckets(), spans.spans(), known));
        return true;
    }

    private static List<Span> spans(StoppableConnection connection, TimeBuckets buckets, List<Integer> part)
            throws SQLException {
        String index = IndexLook.timestamp(connection);
        List<Span> spans = new ArrayList<>();
        for (int bucket : part) {
            long entries = 0;
            SeqRange seqs = SeqRange.NONE;
            for (SqlCondition condition : buckets.conditions(bucket)) {
                PreparedStatement statement = connection.prepare("SELECT count(*), min(seq), max(seq)"
                        + " FROM journal_entries " + (index == null ? "" : "INDEXED BY " + index) + " WHERE "
                        + condition.sql());
                condition.bind(statement, 1);
                try (ResultSet row = statement.executeQuery()) {
                    if (row.next() && row.getLong(1) > 0) {
                        SeqRange found = new SeqRange(row.getLong(2), row.getLong(3));
                        seqs = entries == 0 ? found : seqs.span(found);
                        entries += row.getLong(1);
                    }
                }
            }
            if (entries > 0) {
                spans.add(new Span(bucket, entries, seqs));
            }
        }
        return spans;
    }

    private static boolean mostlyMixed(List<Piece> pieces) {
        double all = 0;
        double mixed = 0;
        for (Piece piece : pieces) {
            double seqs = (double) piece.seqs().last() - piece.seqs().first() + 1;
            all += seqs;
            mixed += piece.bucket() == SeqSpans.SEVERAL ? seqs : 0;
        }
        return mixed > all / MIXED_PART;
    }

    /// The same in pieces of which none takes one processor much longer than the others.
    private static List<Piece> small(List<Piece> pieces) {
        return pieces.stream()
                .flatMap(piece -> Segments.cut(piece.seqs(), MIN_SEQS, PARTS).stream()
                        .map(seqs -> new Piece(piece.bucket(), seqs)))
                .toList();
    }

    private static BucketCounts counts(
            StoppableConnection connection, List<String> types, TimeBuckets buckets, List<Piece> part)
            throws SQLException {
        String index = IndexLook.signalType(connection);
        BucketCounts counts = new BucketCounts(buckets);
        for (Piece piece : part) {
            if (piece.bucket() == SeqSpans.SEVERAL) {
                counts.read(connection, SqlCondition.all(List.of(FilterSql.time(buckets.range()))), piece.seqs());
                continue;
            }
            PreparedStatement statement = connection.prepare("SELECT count(*) FROM journal_entries "
                    + (index == null ? "" : "INDEXED BY " + index) + " WHERE signal_type = ? AND seq BETWEEN ? AND ?");
            for (String type : types) {
                statement.setString(1, type);
                statement.setLong(2, piece.seqs().first());
                statement.setLong(3, piece.seqs().last());
                try (ResultSet row = statement.executeQuery()) {
                    counts.add(HistogramBuilder.seriesOf(type), piece.bucket(), row.next() ? row.getLong(1) : 0);
                }
            }
        }
        return counts;
    }
}
