package clasp.journal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import clasp.journal.model.Entry;
import clasp.journal.model.TimeRange;
import clasp.journal.query.Filter;
import clasp.journal.query.Query;
import clasp.journal.testing.BruteForce;
import clasp.journal.testing.Entries;
import clasp.journal.testing.RandomJournals;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// How many entries are where in time: what a journal says at once, and what it counts.
public interface HistogramContract extends Holding {
    long T = 1_708_500_000_000_000L;
    List<String> TYPES = List.of("param", "param", "param", "event", "stream", "gesture", "timeline", "else");

    /// In order, without gaps; as busy in one part of the time as in another, except for a silence.
    private static List<Entry> ordered(long seed, int count) {
        Random random = new Random(seed);
        List<Entry> entries = new ArrayList<>();
        long time = T;
        for (int i = 0; i < count; i++) {
            time += i == count / 2 ? 10_000_000 : random.nextInt(2_000);
            String type = TYPES.get(random.nextInt(TYPES.size()));
            entries.add(new Entry(i + 1, time, "ann", "/a", type, "1", null, 0x20));
        }
        return entries;
    }

    private static long[][] array(Histogram histogram) {
        return histogram.series().toArray(long[][]::new);
    }

    private static long[] totals(List<long[]> series) {
        return Arrays.stream(series.toArray(long[][]::new))
                .reduce((a, b) -> {
                    long[] sum = a.clone();
                    Arrays.setAll(sum, i -> sum[i] + b[i]);
                    return sum;
                })
                .orElseThrow();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    default void anOrderedJournalIsEstimatedRightButForTheTypes(long seed) {
        BruteForce expected = new BruteForce(ordered(seed, 4_000));
        JournalReader journal = holding(expected.entries());
        TimeRange span = expected.timeSpan().orElseThrow();
        TimeRange part = new TimeRange(span.fromMicros() + 100_000, span.toMicros() - 200_000);

        for (TimeRange range : List.of(span, part, TimeRange.ALL)) {
            Histogram estimate = journal.estimate(range, 20, Cancellation.none());

            long[][] counts = expected.histogram(Filter.ALL, range, estimate.bucketMicros(), estimate.buckets());
            assertThat(totals(estimate.series())).isEqualTo(totals(List.of(counts)));
            for (int series = 0; series < counts.length; series++) {
                long right = Arrays.stream(counts[series]).sum();
                long near = estimate.exact() ? 0L : estimate.total() / 5;
                assertThat(Arrays.stream(estimate.series().get(series)).sum()).isCloseTo(right, within(near));
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    default void anEstimateHasSomethingWhereThereIsSomething(long seed) {
        BruteForce expected = new BruteForce(new RandomJournals(seed).entries(600));
        JournalReader journal = holding(expected.entries());
        long middle = T + 200_000;

        for (TimeRange range : List.of(TimeRange.ALL, new TimeRange(middle, middle + 90_000))) {
            for (int buckets : new int[] {2, 3, 900}) {
                Histogram estimate = journal.estimate(range, buckets, Cancellation.none());

                long[][] counts = expected.histogram(Filter.ALL, range, estimate.bucketMicros(), estimate.buckets());
                assertThat(Arrays.stream(totals(estimate.series())).map(Long::signum))
                        .containsExactly(Arrays.stream(totals(List.of(counts)))
                                .map(Long::signum)
                                .boxed()
                                .toArray(Long[]::new));
                if (estimate.exact()) {
                    assertThat(array(estimate)).isDeepEqualTo(counts);
                }
                assertThat(array(journal.estimate(range, buckets, Cancellation.none())))
                        .isDeepEqualTo(array(estimate));
            }
        }
    }

    /// As when several sessions are written at a time, or the clock is set back for a while.
    @ParameterizedTest(name = "{0} of 4,000 entries are late")
    @ValueSource(ints = {0, 1, 400, 4_000})
    default void countsAreExactWhateverTheOrder(int late) {
        Random random = new Random(late);
        List<Entry> entries = new ArrayList<>(ordered(5, 4_000));
        for (int i = 0; i < late; i++) {
            int at = random.nextInt(entries.size());
            Entry entry = entries.get(at);
            long micros = entry.timestampMicros() + (i % 100 == 0 ? 3_000_000 : random.nextInt(40_000));
            entries.set(at, new Entry(entry.seq(), micros, "ann", "/a", entry.signalType(), "1", null, 0x20));
        }
        BruteForce expected = new BruteForce(entries);
        JournalReader journal = holding(entries);
        TimeRange span = expected.timeSpan().orElseThrow();

        for (TimeRange range : List.of(span, new TimeRange(T + 50_000, T + 3_200_000), new TimeRange(5, -5))) {
            for (int buckets : new int[] {1, 7, 300}) {
                Histogram exact = journal.histogram(Filter.ALL, range, buckets, Progress.NONE, Cancellation.none());

                assertThat(exact.exact()).isTrue();
                assertThat(array(exact))
                        .isDeepEqualTo(expected.histogram(Filter.ALL, range, exact.bucketMicros(), exact.buckets()));
            }
        }
    }

    @Test
    default void missingSeqsAreNotCounted() {
        List<Entry> entries = new ArrayList<>();
        for (Entry entry : ordered(7, 3_000)) {
            entries.add(entry.seq() <= 1_000 ? entry : entry.withSeq(entry.seq() + 1_000_000));
        }
        BruteForce expected = new BruteForce(entries);

        Histogram estimate = holding(entries).estimate(expected.timeSpan().orElseThrow(), 10, Cancellation.none());

        assertThat(estimate.total()).isCloseTo(3_000, within(300L));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"type:param value=123456.25", "value=\"nix\" or nowhere", "rev=7", "type:param"})
    default void howFarACountIsIsToldWhateverMatches(String query) {
        JournalReader journal = holding(ordered(4, 20_000));
        List<Long> done = new ArrayList<>();
        List<Long> totals = new ArrayList<>();

        Histogram counted = journal.histogram(
                Query.parse(query).filter(),
                TimeRange.ALL,
                10,
                (now, total) -> {
                    done.add(now);
                    totals.add(total);
                },
                Cancellation.none());

        assertThat(counted.exact()).isTrue();
        assertThat(done).isNotEmpty().isSorted();
        assertThat(done.getLast()).isPositive().isLessThanOrEqualTo(totals.getLast());
    }

    @Test
    default void nothingIsEstimatedToBeNothing() {
        JournalReader journal = holding(List.of(Entries.at(T, "/a").withSeq(1)));
        TimeRange later = new TimeRange(T + 1, T + 1_000);

        assertThat(journal.estimate(later, 10, Cancellation.none()).total()).isZero();
        assertThat(holding(List.of()).estimate(later, 10, Cancellation.none()).total())
                .isZero();
    }
}
