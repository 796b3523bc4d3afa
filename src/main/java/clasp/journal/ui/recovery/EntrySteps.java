package clasp.journal.ui.recovery;

import clasp.journal.model.Entry;
import clasp.journal.model.SnapshotInfo;
import clasp.journal.query.Filter;
import clasp.journal.store.Cancellation;
import clasp.journal.store.Direction;
import clasp.journal.store.JournalReader;
import clasp.journal.store.PageRequest;
import clasp.journal.store.ReadableRows;
import clasp.journal.store.Row;
import java.util.List;
import java.util.Optional;

/// Finds the entry that a move leads to; its value may be cut. Blocks on the journal. Thread-safe.
final class EntrySteps {
    private static final int CHARS = PageRequest.CELL_VALUE_CHARS;

    private final JournalReader journal;

    EntrySteps(JournalReader journal) {
        this.journal = journal;
    }

    /// The entry with this seq, or the nearest after it, or the newest.
    Optional<Entry> at(long seq, Cancellation cancellation) {
        return beside(Filter.ALL, seq, Direction.FORWARD, 1, cancellation)
                .or(() -> beside(Filter.ALL, seq, Direction.BACKWARD, 1, cancellation));
    }

    Optional<Entry> newest(Cancellation cancellation) {
        return beside(Filter.ALL, Long.MAX_VALUE, Direction.BACKWARD, 1, cancellation);
    }

    /// So many matches after the seq or, when negative, before it; the farthest there is.
    Optional<Entry> step(long seq, Filter filter, int steps, Cancellation cancellation) {
        boolean forward = steps > 0;
        boolean atEdge = forward ? seq == Long.MAX_VALUE : seq == Long.MIN_VALUE;
        return atEdge
                ? Optional.empty()
                : beside(
                        filter,
                        forward ? seq + 1 : seq - 1,
                        forward ? Direction.FORWARD : Direction.BACKWARD,
                        Math.abs(steps),
                        cancellation);
    }

    /// The last entry of the next or the previous snapshot.
    Optional<Entry> snapshot(long seq, boolean forward, Cancellation cancellation) {
        return journal.snapshots().stream()
                .map(SnapshotInfo::seqAt)
                .filter(at -> forward ? at > seq : at < seq)
                .reduce((a, b) -> (forward ? Math.min(a, b) : Math.max(a, b)))
                .flatMap(at -> beside(Filter.ALL, at, Direction.BACKWARD, 1, cancellation)
                        .or(() -> beside(Filter.ALL, at, Direction.FORWARD, 1, cancellation)))
                .filter(found -> found.seq() != seq);
    }

    /// The farthest of the matches from a seq on, as if those that cannot be read were not there.
    private Optional<Entry> beside(Filter filter, long seq, Direction way, int count, Cancellation cancellation) {
        ReadableRows.Found found = new ReadableRows(journal, filter, CHARS, cancellation).page(seq, way, count);
        List<Row> rows = found.rows();
        if (rows.isEmpty()) {
            if (found.damage() != null) {
                throw found.damage();
            }
            return Optional.empty();
        }
        Row farthest = switch (way) {
            case FORWARD -> rows.getLast();
            case BACKWARD -> rows.getFirst();
        };
        return Optional.of(farthest.entry());
    }
}
