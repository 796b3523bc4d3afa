package clasp.journal.ui.lifelines;

import clasp.journal.model.TimeRange;
import clasp.journal.query.AddressPattern;
import clasp.journal.query.Filter;
import clasp.journal.store.Cancellation;
import clasp.journal.store.DamagedException;
import clasp.journal.store.Direction;
import clasp.journal.store.JournalReader;
import clasp.journal.store.PageRequest;
import clasp.journal.store.Row;
import clasp.journal.ui.fx.Unsigned;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Looks up a lifeline, at a cost that does not depend on the journal's size: every entry where they are few, else
/// those next to many moments evenly spread over the time. What a damaged file has lost is left out. Stateless.
final class LifelineLoader {
    static final int MOST = 1_500;
    static final int SAMPLES = 240;
    private static final int VALUE_CHARS = 100;

    /// The matches next to an end of the journal, up to what is damaged.
    ///
    /// @param damage before any of them; null when none is there
    private record End(List<Row> rows, @Nullable DamagedException damage) {
        boolean damaged() {
            return damage != null || rows.stream().anyMatch(Row::atDamage);
        }
    }

    private LifelineLoader() {}

    /// @param filter what else the entries have to fulfil
    /// @throws DamagedException when there is nothing but damage
    static Lifeline load(
            JournalReader journal, String address, Filter filter, TimeRange time, Cancellation cancellation) {
        Filter own = new Filter.And(List.of(new Filter.Address(AddressPattern.literally(address)), filter));
        Filter during = new Filter.And(List.of(own, new Filter.Time(time)));
        End first = end(journal, during, Direction.FORWARD, cancellation);
        if (!first.damaged() && first.rows.size() < MOST) {
            return Lifeline.of(address, points(first.rows), false);
        }
        SortedMap<Long, Row> found = new TreeMap<>();
        add(sample(journal, own, time, cancellation), found);
        if (first.damaged()) {
            // Between what can be read from both ends several parts may be damaged.
            add(first.rows, found);
            add(end(journal, during, Direction.BACKWARD, cancellation).rows, found);
        }
        if (found.isEmpty() && first.damage != null) {
            throw first.damage;
        }
        return Lifeline.of(address, points(List.copyOf(found.values())), true);
    }

    private static void add(List<Row> rows, SortedMap<Long, Row> found) {
        rows.forEach(row -> found.put(row.entry().seq(), row));
    }

    private static End end(JournalReader journal, Filter filter, Direction direction, Cancellation cancellation) {
        long seq = direction == Direction.FORWARD ? Long.MIN_VALUE : Long.MAX_VALUE;
        try {
            return new End(page(journal, filter, seq, direction, MOST, cancellation), null);
        } catch (DamagedException e) {
            return new End(List.of(), e);
        }
    }

    private static List<Row> sample(JournalReader journal, Filter own, TimeRange time, Cancellation cancellation) {
        List<Row> rows = new ArrayList<>();
        double step = Unsigned.toDouble(time.toMicros() - time.fromMicros()) / SAMPLES;
        for (int i = 0; i < SAMPLES; i++) {
            cancellation.check();
            Optional<Long> seq = journal.seqAtTime(time.fromMicros() + (long) (i * step));
            if (seq.isPresent()) {
                List<Row> found = next(journal, own, seq.get(), cancellation);
                boolean another = !found.isEmpty()
                        && time.contains(found.getFirst().entry().timestampMicros())
                        && (rows.isEmpty()
                                || found.getFirst().entry().seq()
                                        > rows.getLast().entry().seq());
                if (another) {
                    rows.addAll(found);
                }
            }
        }
        return rows;
    }

    /// The match next to a moment; none where that may be lost.
    private static List<Row> next(JournalReader journal, Filter own, long seq, Cancellation cancellation) {
        try {
            return page(journal, own, seq, Direction.FORWARD, 1, cancellation);
        } catch (DamagedException itIs) {
            return List.of();
        }
    }

    private static List<Row> page(
            JournalReader journal,
            Filter filter,
            long fromSeq,
            Direction direction,
            int max,
            Cancellation cancellation) {
        return journal.page(new PageRequest(filter, fromSeq, direction, max, VALUE_CHARS), cancellation);
    }

    private static List<Lifeline.Point> points(List<Row> rows) {
        return rows.stream()
                .map(row -> Lifeline.Point.of(row.entry(), row.valueCut()))
                .toList();
    }
}
