package clasp.journal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import clasp.journal.model.Entry;
import clasp.journal.model.SeqRange;
import clasp.journal.model.TimeRange;
import clasp.journal.query.Filter;
import clasp.journal.query.TextSearch;
import clasp.journal.testing.Entries;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;

/// Whatever takes long stops when it is told to.
public interface CancelContract extends Holding {
    int ENTRIES = 20_000;

    private JournalReader large() {
        return holding(LongStream.rangeClosed(1, ENTRIES)
                .mapToObj(seq -> Entries.set("/a/" + seq % 100, "1").withSeq(seq))
                .toList());
    }

    @TestFactory
    default Stream<DynamicTest> nothingIsAnsweredOnceCancelled() {
        JournalReader journal = large();
        Filter slow = new Filter.Text(new TextSearch("nowhere"));
        Cancellation cancelled = new Cancellation();
        cancelled.cancel();
        return Stream.of(
                throwing("page", () -> journal.page(PageRequest.forward(slow, 1, 10), cancelled)),
                throwing("page back", () -> journal.page(PageRequest.backward(slow, ENTRIES, 10), cancelled)),
                throwing("scan", () -> journal.scan(slow, SeqRange.ALL, entry -> true, cancelled)),
                throwing("count", () -> journal.count(slow, Progress.NONE, cancelled)),
                throwing("row index", () -> journal.rowIndex(slow, Progress.NONE, cancelled)),
                throwing("histogram", () -> journal.histogram(slow, TimeRange.ALL, 9, Progress.NONE, cancelled)),
                throwing("estimate", () -> journal.estimate(TimeRange.ALL, 9, cancelled)),
                throwing("first segments", () -> journal.firstSegments(9, cancelled)),
                throwing("addresses", () -> journal.addresses(Progress.NONE, cancelled)),
                throwing("missing seqs", () -> journal.missingSeqs(9, cancelled)));
    }

    private static DynamicTest throwing(String name, Executable work) {
        return DynamicTest.dynamicTest(
                name, () -> assertThatExceptionOfType(CancelledException.class).isThrownBy(work::execute));
    }

    @Test
    default void aScanStopsWhereItIsCancelled() {
        JournalReader journal = large();
        Cancellation cancellation = new Cancellation();
        List<Entry> seen = new ArrayList<>();

        assertThatExceptionOfType(CancelledException.class)
                .isThrownBy(() -> journal.scan(
                        Filter.ALL,
                        SeqRange.ALL,
                        entry -> {
                            cancellation.cancel();
                            return seen.add(entry);
                        },
                        cancellation));

        assertThat(seen).hasSizeLessThan(ENTRIES);
    }

    @Test
    default void aVisitorThatHasEnoughEndsTheScan() {
        List<Long> seen = new ArrayList<>();

        large().scan(
                        Filter.ALL,
                        new SeqRange(500, 600),
                        entry -> seen.add(entry.seq()) && seen.size() < 3,
                        Cancellation.none());

        assertThat(seen).containsExactly(500L, 501L, 502L);
    }

    @Test
    default void aVisitorsFailureIsItsOwn() {
        JournalReader journal = large();

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> journal.scan(
                        Filter.ALL,
                        SeqRange.ALL,
                        entry -> {
                            throw new IllegalStateException("visitor");
                        },
                        Cancellation.none()))
                .withMessage("visitor");
        assertThat(journal.count(Filter.ALL, Progress.NONE, Cancellation.none()))
                .isEqualTo(ENTRIES);
    }

    @Test
    default void aVisitorMayReadTheJournal() {
        JournalReader journal = large();
        List<Long> seen = new ArrayList<>();

        journal.scan(
                Filter.ALL,
                new SeqRange(1, 50),
                entry -> seen.add(journal.entry(entry.seq()).orElseThrow().seq()),
                Cancellation.none());

        assertThat(seen).hasSize(50);
    }
}
