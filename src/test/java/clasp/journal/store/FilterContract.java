package clasp.journal.store;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.model.Entry;
import clasp.journal.model.SeqRange;
import clasp.journal.model.TimeRange;
import clasp.journal.query.Filter;
import clasp.journal.testing.BruteForce;
import clasp.journal.testing.FiltersFromEntries;
import clasp.journal.testing.RandomFilters;
import clasp.journal.testing.RandomJournals;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Random journals and random filters: whatever way a backend finds entries, it finds what looking at each of them
/// finds.
public interface FilterContract extends Holding {
    int FILTERS = 100;
    int WHOLE = Integer.MAX_VALUE;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    default void everyFilterFindsWhatBruteForceFinds(long seed) {
        assertAll(seed, 1 + new Random(seed).nextInt(300), 0, FILTERS);
    }

    /// Longer than what is read or looked up at once.
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {101, 102})
    default void inALongJournalToo(long seed) {
        assertAll(seed, 20_000, 0, FILTERS / 5);
    }

    /// Longer than what is worked on by several threads, with more addresses than are looked up one by one.
    @Tag("thorough")
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = 201)
    default void inAJournalOfManySegmentsAndAddressesToo(long seed) {
        assertAll(seed, 120_000, 30_000, FILTERS / 6);
    }

    private void assertAll(long seed, int entries, int layers, int filters) {
        Random random = new Random(seed);
        BruteForce expected = new BruteForce(new RandomJournals(seed).entries(entries, layers));
        JournalReader journal = holding(expected.entries());
        long latest = expected.entries().getLast().seq();
        RandomFilters anyFilter =
                new RandomFilters(seed, latest, expected.timeSpan().orElse(TimeRange.ALL));
        FiltersFromEntries fitting = new FiltersFromEntries(seed, expected.entries());

        int finding = 0;
        for (int i = 0; i < filters; i++) {
            Filter filter = i % 2 == 0 ? anyFilter.next(random.nextInt(4)) : fitting.next();
            long somewhere = random.nextLong(latest + 3);
            assertScan(
                    journal,
                    filter,
                    random.nextBoolean() ? SeqRange.ALL : new SeqRange(somewhere, somewhere + 90),
                    expected);
            assertPage(
                    journal,
                    new PageRequest(filter, somewhere, direction(random), 1 + random.nextInt(40), WHOLE),
                    expected);
            assertRows(journal, filter, expected);
            assertHistogram(journal, filter, expected, 2 + random.nextInt(20));
            finding += expected.matches(filter).isEmpty() ? 0 : 1;
        }
        assertThat(finding).as("filters that found something").isGreaterThan(filters / 3);
    }

    private static void assertScan(JournalReader journal, Filter filter, SeqRange range, BruteForce expected) {
        List<Entry> found = new ArrayList<>();
        journal.scan(filter, range, found::add, Cancellation.none());
        assertThat(found).as("%s in %s", filter, range).isEqualTo(expected.matches(filter, range));
    }

    private static void assertPage(JournalReader journal, PageRequest request, BruteForce expected) {
        assertThat(journal.page(request, Cancellation.none()))
                .as("%s", request)
                .extracting(Row::entry)
                .isEqualTo(expected.page(request));
    }

    private static void assertRows(JournalReader journal, Filter filter, BruteForce expected) {
        List<Long> seqs = expected.matches(filter).stream().map(Entry::seq).toList();
        RowIndex index = journal.rowIndex(filter, Progress.NONE, Cancellation.none());
        assertThat(index.exact()).isTrue();
        assertThat(LongStream.range(0, index.rows()).map(index::seqAt).boxed())
                .as("%s", filter)
                .containsExactlyElementsOf(seqs);
        for (int row = 0; row < seqs.size(); row++) {
            assertThat(index.rowOf(seqs.get(row))).isEqualTo(row);
            assertThat(index.rowOf(seqs.get(row) + 1)).isEqualTo(row + 1L);
        }
        assertThat(journal.count(filter, Progress.NONE, Cancellation.none()))
                .as("%s", filter)
                .isEqualTo(seqs.size());
    }

    private static void assertHistogram(JournalReader journal, Filter filter, BruteForce expected, int buckets) {
        TimeRange range = expected.timeSpan().orElseThrow();
        Histogram histogram = journal.histogram(filter, range, buckets, Progress.NONE, Cancellation.none());
        assertThat(histogram.series().toArray(long[][]::new))
                .as("%s in %d buckets", filter, histogram.buckets())
                .isDeepEqualTo(expected.histogram(filter, range, histogram.bucketMicros(), histogram.buckets()));
    }

    private static Direction direction(Random random) {
        return random.nextBoolean() ? Direction.FORWARD : Direction.BACKWARD;
    }
}
