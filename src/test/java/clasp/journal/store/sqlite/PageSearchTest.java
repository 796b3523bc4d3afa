package clasp.journal.store.sqlite;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import clasp.journal.model.Entry;
import clasp.journal.model.SeqRange;
import clasp.journal.model.TimeRange;
import clasp.journal.query.Filter;
import clasp.journal.query.Query;
import clasp.journal.store.Cancellation;
import clasp.journal.store.CancelledException;
import clasp.journal.store.Direction;
import clasp.journal.store.HistogramBuilder;
import clasp.journal.store.JournalReader;
import clasp.journal.store.PageRequest;
import clasp.journal.store.Progress;
import clasp.journal.store.Row;
import clasp.journal.testing.BruteForce;
import clasp.journal.testing.Entries;
import clasp.journal.testing.FiltersFromEntries;
import clasp.journal.testing.JournalFiles;
import clasp.journal.testing.RandomFilters;
import clasp.journal.testing.RandomJournals;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Pages of which no part is found at once: with hardly any effort allowed, every way of going on is taken.
class PageSearchTest {
    private static final int FILTERS = 150;

    @TempDir
    Path folder;

    @ParameterizedTest(name = "seed {0}: {1} seqs, then {2} candidates, counted over time before: {3}")
    @CsvSource({
        "1, 1, 0, false",
        "2, 1, 5, false",
        "3, 1, 1000, false",
        "4, 7, 0, false",
        "5, 7, 5, false",
        "6, 7, 1000, false",
        "7, 40, 0, false",
        "8, 40, 5, false",
        "9, 2, 1, false",
        "10, 3, 2, false",
        "11, 1, 0, true",
        "12, 1, 5, true",
        "13, 1, 1000, true",
        "14, 7, 0, true",
        "15, 7, 5, true",
        "16, 7, 1000, true",
        "17, 40, 0, true",
        "18, 40, 5, true",
        "19, 2, 1, true",
        "20, 3, 2, true"
    })
    void everyWayFindsWhatBruteForceFinds(long seed, long firstStretch, int candidates, boolean counted) {
        Random random = new Random(seed);
        BruteForce expected = new BruteForce(new RandomJournals(seed).entries(200 + random.nextInt(300)));
        long latest = expected.entries().getLast().seq();
        RandomFilters anyFilter =
                new RandomFilters(seed, latest, expected.timeSpan().orElse(TimeRange.ALL));
        FiltersFromEntries fitting = new FiltersFromEntries(seed, expected.entries());
        try (SqliteSource source = source(expected.entries())) {
            if (counted) {
                rememberSpans(source, expected);
            }
            PageReader pages = new PageReader(source, new PageSearch.Effort(firstStretch, candidates, 1 + seed * seed));

            for (int i = 0; i < FILTERS; i++) {
                Filter filter = i % 2 == 0 ? anyFilter.next(random.nextInt(4)) : fitting.next();
                for (Direction direction : Direction.values()) {
                    long somewhere = i % 5 == 0 ? extreme(direction) : random.nextLong(latest + 3);
                    PageRequest request =
                            new PageRequest(filter, somewhere, direction, 1 + random.nextInt(30), Integer.MAX_VALUE);
                    assertThat(pages.page(request, Cancellation.none()))
                            .as("%s", request)
                            .extracting(Row::entry)
                            .isEqualTo(expected.page(request));
                }
            }
        }
    }

    /// As if the entries had been counted over time before: it is known then between which seqs each part of the time
    /// is.
    private static void rememberSpans(SqliteSource source, BruteForce expected) {
        TimeRange all = expected.timeSpan().orElseThrow();
        TimeBuckets buckets = TimeBuckets.of(all, new HistogramBuilder(all, 50));
        Map<Integer, List<Long>> seqs = expected.entries().stream()
                .collect(groupingBy(entry -> buckets.of(entry.timestampMicros()), mapping(Entry::seq, toList())));
        List<SeqSpans.Span> spans = new ArrayList<>();
        seqs.forEach((bucket, inIt) -> spans.add(
                new SeqSpans.Span(bucket, inIt.size(), new SeqRange(Collections.min(inIt), Collections.max(inIt)))));
        long known = expected.entries().getLast().seq();
        source.read(Attempt.to("store.tried.countTime"), Cancellation.none(), connection -> {
            connection.times().remember(new TimeSpans(buckets, spans, known));
            return true;
        });
    }

    private static long extreme(Direction direction) {
        return direction == Direction.FORWARD ? Long.MIN_VALUE : Long.MAX_VALUE;
    }

    private SqliteSource source(List<Entry> entries) {
        Path file = JournalFiles.write(folder.resolve("journal.db"), entries);
        return new SqliteSource(JournalFile.existing(file), Progress.NONE, Cancellation.none());
    }

    @Test
    void aCancelledPageCanBeAskedForAgain() {
        List<Entry> entries = LongStream.rangeClosed(1, 60_000)
                .mapToObj(seq -> Entries.set("/a/" + seq % 100, "1").withSeq(seq))
                .toList();
        Path file = JournalFiles.write(folder.resolve("journal.db"), entries);
        PageRequest slow = PageRequest.forward(Query.parse("nowhere or rev=77").filter(), 1, 10);
        try (JournalReader journal = new SqliteJournals().open(file, Progress.NONE, Cancellation.none())) {
            for (int i = 0; i < 20; i++) {
                Cancellation cancellation = new Cancellation();
                Thread canceller = Thread.ofPlatform().start(() -> {
                    Thread.onSpinWait();
                    cancellation.cancel();
                });
                try {
                    journal.page(slow, cancellation);
                } catch (CancelledException e) {
                    assertThatExceptionOfType(CancelledException.class).isThrownBy(cancellation::check);
                }
                join(canceller);
                assertThat(journal.page(slow, Cancellation.none())).isEmpty();
            }
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
