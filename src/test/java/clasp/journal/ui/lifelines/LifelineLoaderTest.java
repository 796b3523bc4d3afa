package clasp.journal.ui.lifelines;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.model.Entry;
import clasp.journal.model.TimeRange;
import clasp.journal.query.Filter;
import clasp.journal.store.Cancellation;
import clasp.journal.testing.ListJournal;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LifelineLoaderTest {
    private static final TimeRange ALL = new TimeRange(0, 1_000_000);

    @Test
    void fewEntriesAreAllThere() {
        var journal = journal(200);
        Lifeline line = load(journal, "/a", Filter.ALL, ALL);
        assertThat(line.sampled()).isFalse();
        assertThat(line.points()).hasSize(100).allMatch(point -> point.seq() % 2 == 0);
        assertThat(line.range()).contains(new NumberRange(new BigDecimal("2"), new BigDecimal("200")));
    }

    @Test
    void manyEntriesAreSampledOverTheWholeTime() {
        var journal = journal(20_000);
        Lifeline line = load(journal, "/a", Filter.ALL, new TimeRange(10, 200_000));
        assertThat(line.sampled()).isTrue();
        assertThat(line.points())
                .hasSizeBetween(LifelineLoader.SAMPLES - 2, LifelineLoader.SAMPLES)
                .isSortedAccordingTo((one, other) -> Long.compare(one.seq(), other.seq()));
        assertThat(line.points().getLast().micros() - line.points().getFirst().micros())
                .isGreaterThan(190_000);
    }

    @Test
    void theFilterAndTheTimeCount() {
        var journal = journal(100);
        assertThat(load(journal, "/a", Filter.ALL, new TimeRange(100, 200)).points())
                .extracting(Lifeline.Point::micros)
                .containsExactly(100L, 120L, 140L, 160L, 180L, 200L);
        assertThat(load(journal, "/a", new Filter.Signal(Set.of("event")), ALL).points())
                .isEmpty();
        assertThat(load(journal, "/nobody", Filter.ALL, ALL).points()).isEmpty();
    }

    @Test
    void whatIsNoNumberHasNone() {
        var journal = new ListJournal(List.of(
                new Entry(1, 1, "w", "/a", "param", "\"on\"", 1L, 0x21),
                new Entry(2, 2, "w", "/a", "param", "1e400", 2L, 0x21),
                new Entry(3, 3, "w", "/a", "param", "18446744073709551615", 3L, 0x21)));
        Lifeline line = load(journal, "/a", Filter.ALL, ALL);
        assertThat(line.points()).hasSize(3);
        assertThat(line.points().getFirst().number()).isNull();
        assertThat(line.points().getLast().number()).isEqualTo(new BigDecimal("18446744073709551615"));
    }

    private static Lifeline load(ListJournal journal, String address, Filter filter, TimeRange time) {
        return LifelineLoader.load(journal, address, filter, time, Cancellation.none());
    }

    /// An entry every 10 µs, in turns on two addresses, with its seq as value.
    private static ListJournal journal(int entries) {
        List<Entry> all = new ArrayList<>();
        for (int seq = 1; seq <= entries; seq++) {
            String address = seq % 2 == 0 ? "/a" : "/b";
            all.add(new Entry(seq, seq * 10L, "w", address, "param", Integer.toString(seq), (long) seq, 0x21));
        }
        return new ListJournal(all);
    }
}
