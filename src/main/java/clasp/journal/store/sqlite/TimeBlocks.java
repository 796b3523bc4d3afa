package clasp.journal.store.sqlite;

import clasp.journal.model.SeqRange;
import clasp.journal.model.TimeRange;
import clasp.journal.store.Direction;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// From when to when the timestamps in each block of seqs are: tells where no entry of a time range can be. A block is
/// looked at when it is first asked for, and then remembered, once seqs beyond it have been given: a journal only grows
/// at its end, and entries that go away leave the bounds true. Some 30 bytes for every 65,536 entries. The extents of
/// the time ranges that were asked for last are remembered as well, see [TimeExtents], and so are the spans of all
/// entries once they have been counted over time. Thread-safe.
final class TimeBlocks {
    private static final int USUAL_SHIFT = 16;
    private static final int EXTENTS_KEPT = 16;

    /// Of the numbers as stored, signed; null for a block without entries.
    private record Bounds(@Nullable SignedRange signed) {
        boolean meet(TimeRange range) {
            return signed != null
                    && SignedRange.of(range).stream()
                            .anyMatch(piece -> piece.from() <= signed.to() && piece.to() >= signed.from());
        }
    }

    private final int shift;
    private final Map<Long, Bounds> known = new ConcurrentHashMap<>();
    private final LinkedHashMap<TimeRange, TimeExtents.Extent> extents = new LinkedHashMap<>();
    private @Nullable TimeSpans spans;

    TimeBlocks() {
        this(USUAL_SHIFT);
    }

    /// @param shift a block has `1 << shift` seqs
    TimeBlocks(int shift) {
        this.shift = shift;
    }

    TimeExtents.@Nullable Extent extent(TimeRange time) {
        synchronized (extents) {
            TimeExtents.Extent exact = extents.get(time);
            TimeSpans all = spans;
            return all != null && (exact == null || exact.known() < all.known()) ? all.extent(time) : exact;
        }
    }

    /// @param found takes the place of what was known before of fewer entries
    void remember(TimeSpans found) {
        synchronized (extents) {
            spans = spans != null && spans.known() > found.known() ? spans : found;
        }
    }

    void remember(TimeRange time, TimeExtents.Extent extent) {
        synchronized (extents) {
            if (extents.size() >= EXTENTS_KEPT) {
                extents.remove(extents.firstEntry().getKey());
            }
            extents.put(time, extent);
        }
    }

    /// The part of the bounds from the nearest block on that may hold entries of this time.
    SeqRange leap(StoppableConnection connection, TimeRange time, SeqRange bounds, Direction direction)
            throws SQLException {
        boolean forward = direction == Direction.FORWARD;
        SeqRange present = present(connection);
        SeqRange rest = bounds.and(present);
        while (!rest.isEmpty()) {
            long block = (forward ? rest.first() : rest.last()) >> shift;
            SeqRange seqs = new SeqRange(block << shift, (block << shift) + (1L << shift) - 1);
            if (seqs.last() >= present.last() || bounds(connection, block, seqs).meet(time)) {
                return rest;
            }
            rest = forward ? new SeqRange(seqs.last() + 1, rest.last()) : new SeqRange(rest.first(), seqs.first() - 1);
        }
        return SeqRange.NONE;
    }

    private Bounds bounds(StoppableConnection connection, long block, SeqRange seqs) throws SQLException {
        Bounds remembered = known.get(block);
        if (remembered != null) {
            return remembered;
        }
        PreparedStatement statement = connection.prepare("SELECT min(" + FilterSql.TIMESTAMP + "), max("
                + FilterSql.TIMESTAMP + ") FROM journal_entries NOT INDEXED WHERE seq BETWEEN ? AND ?");
        statement.setLong(1, seqs.first());
        statement.setLong(2, seqs.last());
        try (ResultSet row = statement.executeQuery()) {
            long from = row.next() ? row.getLong(1) : 0;
            Bounds found = new Bounds(row.wasNull() ? null : new SignedRange(from, row.getLong(2)));
            known.put(block, found);
            return found;
        }
    }

    /// From the first seq to the last.
    static SeqRange present(StoppableConnection connection) throws SQLException {
        PreparedStatement statement = connection.prepare(
                "SELECT (SELECT min(seq) FROM journal_entries), (SELECT max(seq) FROM journal_entries)");
        try (ResultSet row = statement.executeQuery()) {
            long first = row.next() ? row.getLong(1) : 0;
            return row.wasNull() ? SeqRange.NONE : new SeqRange(first, row.getLong(2));
        }
    }
}
