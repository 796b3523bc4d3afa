package clasp.journal.store.sqlite;

import clasp.journal.store.Cancellation;
import clasp.journal.store.FirstSegment;
import clasp.journal.store.JournalState;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.LongStream;

/// Leaps in the index from one first segment to the next, and estimates their counts from the addresses at a thousand
/// seqs, evenly spread. Thread-safe.
final class FirstSegmentReader {
    private static final Attempt LISTING = Attempt.to("store.tried.addresses");
    private static final int LOOKS = 1_024;
    private static final int PARTS = 16;

    private final SqliteSource source;

    FirstSegmentReader(SqliteSource source) {
        this.source = source;
    }

    List<FirstSegment> list(int max, JournalState state, Cancellation cancellation) {
        List<String> names = source.read(LISTING, cancellation, connection -> names(connection, max));
        if (names.isEmpty()) {
            return List.of();
        }
        double seqs = (double) state.latestSeq() - state.firstSeq() + 1;
        int looks = (int) Math.min(LOOKS, seqs);
        Map<String, Integer> hits = hits(state.firstSeq(), seqs / looks, looks, cancellation);
        return names.stream()
                .map(name -> {
                    // What was not come across counts as one look, though it may well be fewer.
                    double about = Math.max(1, hits.getOrDefault(name, 0)) * seqs / looks;
                    return new FirstSegment(name, Math.round(about));
                })
                .toList();
    }

    private static List<String> names(StoppableConnection connection, int max) throws SQLException {
        List<String> found = new ArrayList<>();
        String address = IndexLook.address(connection) == null ? null : AddressReader.next(connection, "", true, null);
        while (address != null && found.size() < max) {
            if (AddressWalk.doubtful(address)) {
                return List.of();
            }
            String segment = FirstSegment.of(address);
            found.add(segment);
            String end = segment.length() > 1 && segment.endsWith("/") ? FilterSql.after(segment) : null;
            address = end == null
                    ? AddressReader.next(connection, address, false, null)
                    : AddressReader.next(connection, end, true, null);
        }
        return List.copyOf(found);
    }

    /// How many of the entries looked at have each first segment.
    private Map<String, Integer> hits(long first, double step, int looks, Cancellation cancellation) {
        // Somewhere in each step: seqs at the same distance could all be of one writer that takes turns with others.
        var somewhere = new SplittableRandom(looks);
        List<Long> seqs = LongStream.range(0, looks)
                .mapToObj(i -> first + (long) ((i + somewhere.nextDouble()) * step))
                .toList();
        List<List<String>> seen = Segments.map(
                Segments.pieces(seqs, PARTS),
                part -> source.read(LISTING, cancellation, connection -> segmentsAt(connection, part)),
                part -> {},
                cancellation);
        Map<String, Integer> hits = new HashMap<>();
        seen.forEach(part -> part.forEach(segment -> hits.merge(segment, 1, Integer::sum)));
        return hits;
    }

    private static List<String> segmentsAt(StoppableConnection connection, List<Long> seqs) throws SQLException {
        PreparedStatement statement =
                connection.prepare("SELECT " + FilterSql.ADDRESS + " FROM journal_entries NOT INDEXED WHERE seq = ?");
        List<String> found = new ArrayList<>();
        for (long seq : seqs) {
            statement.setLong(1, seq);
            try (ResultSet row = statement.executeQuery()) {
                if (row.next()) {
                    found.add(FirstSegment.of(row.getString(1)));
                }
            }
        }
        return found;
    }
}
