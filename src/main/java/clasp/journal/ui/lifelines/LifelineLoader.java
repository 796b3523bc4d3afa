package clasp.journal.ui.lifelines;

import clasp.journal.model.TimeRange;
import clasp.journal.query.AddressPattern;
import clasp.journal.query.Filter;
import clasp.journal.store.Cancellation;
import clasp.journal.store.Direction;
import clasp.journal.store.JournalReader;
import clasp.journal.store.PageRequest;
import clasp.journal.store.Row;
import clasp.journal.ui.fx.Unsigned;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Looks up a lifeline, at a cost that does not depend on the journal's size: every entry where they are few, else
/// those next to many moments evenly spread over the time. Stateless.
final class LifelineLoader {
    static final int MOST = 1_500;
    static final int SAMPLES = 240;
    private static final int VALUE_CHARS = 100;

    private LifelineLoader() {}

    /// @param filter what else the entries have to fulfil
    static Lifeline load(
            JournalReader journal, String address, Filter filter, TimeRange time, Cancellation cancellation) {
        Filter own = new Filter.And(List.of(new Filter.Address(AddressPattern.literally(address)), filter));
        Filter during = new Filter.And(List.of(own, new Filter.Time(time)));
        List<Row> all = page(journal, during, Long.MIN_VALUE, MOST, cancellation);
        return all.size() < MOST
                ? Lifeline.of(address, points(all), false)
                : Lifeline.of(address, points(sample(journal, own, time, cancellation)), true);
    }

    private static List<Row> sample(JournalReader journal, Filter own, TimeRange time, Cancellation cancellation) {
        List<Row> rows = new ArrayList<>();
        double step = Unsigned.toDouble(time.toMicros() - time.fromMicros()) / SAMPLES;
        for (int i = 0; i < SAMPLES; i++) {
            cancellation.check();
            Optional<Long> seq = journal.seqAtTime(time.fromMicros() + (long) (i * step));
            if (seq.isPresent()) {
                List<Row> found = page(journal, own, seq.get(), 1, cancellation);
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

    private static List<Row> page(
            JournalReader journal, Filter filter, long fromSeq, int max, Cancellation cancellation) {
        return journal.page(new PageRequest(filter, fromSeq, Direction.FORWARD, max, VALUE_CHARS), cancellation);
    }

    private static List<Lifeline.Point> points(List<Row> rows) {
        return rows.stream()
                .map(row -> Lifeline.Point.of(row.entry(), row.valueCut()))
                .toList();
    }
}
