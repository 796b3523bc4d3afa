package clasp.journal.ui.fx;

import clasp.journal.query.Filter;
import clasp.journal.store.Cancellation;
import clasp.journal.store.DamagedException;
import clasp.journal.store.Direction;
import clasp.journal.store.JournalReader;
import clasp.journal.store.JournalState;
import clasp.journal.store.PageRequest;
import clasp.journal.store.Row;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/// When things happened in a journal, at a cost that does not depend on its size: a few hundred entries are looked up,
/// evenly spread over the seqs. Confined to one background thread.
public final class JournalTimes {
    private static final int SAMPLE = 400;

    private final JournalReader journal;
    private final Cancellation cancellation;

    public JournalTimes(JournalReader journal, Cancellation cancellation) {
        this.journal = journal;
        this.cancellation = cancellation;
    }

    /// Timestamps of entries spread evenly over the seqs; the first is that of the first entry. Those are left out
    /// that a damaged file has lost.
    public long[] sample() {
        JournalState state = journal.state();
        if (state.isEmpty()) {
            return new long[0];
        }
        double step = (state.latestSeq() - state.firstSeq()) / (double) SAMPLE;
        if (step < 1) {
            List<Row> all = page(state.firstSeq(), Direction.FORWARD, SAMPLE);
            if (!all.isEmpty() && !all.getLast().atDamage()) {
                return all.stream()
                        .mapToLong(row -> row.entry().timestampMicros())
                        .toArray();
            }
        }
        return LongStream.rangeClosed(0, SAMPLE)
                .map(i -> state.firstSeq() + (long) (i * step))
                .mapToObj(seq -> near(seq, Direction.FORWARD))
                .flatMap(Optional::stream)
                .mapToLong(Long::longValue)
                .toArray();
    }

    /// The timestamp of the entry at this seq, or of the next one in that direction; empty when there is none, or the
    /// file is damaged there.
    public Optional<Long> near(long seq, Direction direction) {
        return page(seq, direction, 1).stream()
                .findFirst()
                .map(row -> row.entry().timestampMicros());
    }

    private List<Row> page(long seq, Direction direction, int max) {
        try {
            return journal.page(new PageRequest(Filter.ALL, seq, direction, max, 1), cancellation);
        } catch (DamagedException othersTellEnough) {
            return List.of();
        }
    }
}
