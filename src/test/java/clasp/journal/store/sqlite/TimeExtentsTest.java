package clasp.journal.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.model.Entry;
import clasp.journal.model.SeqRange;
import clasp.journal.model.TimeRange;
import clasp.journal.query.Filter;
import clasp.journal.store.Cancellation;
import clasp.journal.store.PageRequest;
import clasp.journal.store.Progress;
import clasp.journal.testing.Entries;
import clasp.journal.testing.JournalFiles;
import clasp.journal.testing.RandomJournals;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeExtentsTest {
    private static final int RANGES = 300;

    @TempDir
    Path folder;

    @ParameterizedTest(name = "pieces of {0} seqs")
    @ValueSource(longs = {1, 7, 1000})
    void anExtentHoldsAllEntriesOfItsTime(long minSeqs) {
        List<Entry> entries = new RandomJournals(minSeqs).entries(300);
        Random random = new Random(minSeqs);
        try (SqliteSource source = source(entries)) {
            TimeExtents extents = new TimeExtents(source, minSeqs);
            for (int i = 0; i < RANGES; i++) {
                TimeRange time = between(entries, random);
                Optional<TimeExtents.Extent> found = extents.find(time, Long.MAX_VALUE, Cancellation.none());

                assertThat(entries)
                        .filteredOn(entry -> time.contains(entry.timestampMicros()))
                        .allMatch(entry -> found.isEmpty()
                                || found.get().within(SeqRange.ALL).contains(entry.seq()));
            }
        }
    }

    @Test
    void inAJournalWhoseTimesAscendItIsExact() {
        List<Entry> entries = ascending(1_000);
        Random random = new Random(1);
        try (SqliteSource source = source(entries)) {
            TimeExtents extents = new TimeExtents(source, 10);
            for (int i = 0; i < RANGES; i++) {
                TimeRange time = between(entries, random);
                List<Long> seqs = entries.stream()
                        .filter(entry -> time.contains(entry.timestampMicros()))
                        .map(Entry::seq)
                        .toList();

                assertThat(extents.find(time, Long.MAX_VALUE, Cancellation.none()))
                        .contains(new TimeExtents.Extent(new SeqRange(seqs.getFirst(), seqs.getLast()), 1_000));
            }
        }
    }

    /// Ascending times with one entry that was written when the clock was wrong.
    @ParameterizedTest(name = "the entry {0}")
    @ValueSource(longs = {2, 100, 500, 900, 999})
    void oneEntryFarFromTheOthersIsNotLost(long seq) {
        List<Entry> entries = new ArrayList<>(ascending(1_000));
        entries.set((int) seq - 1, Entries.at(5_000, "/a").withSeq(seq));
        try (SqliteSource source = source(entries)) {
            TimeExtents extents = new TimeExtents(source, 10);
            for (TimeRange time :
                    List.of(new TimeRange(4_000, 6_000), new TimeRange(4_990, 5_010), new TimeRange(1_000, 9_000))) {
                Optional<TimeExtents.Extent> found = extents.find(time, Long.MAX_VALUE, Cancellation.none());

                assertThat(found.map(extent -> extent.within(SeqRange.ALL).contains(seq))
                                .orElse(true))
                        .isTrue();
            }
        }
    }

    @Test
    void aTimeThatNoEntryHasIsNowhereAmongThoseThere() {
        try (SqliteSource source = source(ascending(100))) {
            TimeExtents.Extent found = new TimeExtents(source)
                    .find(new TimeRange(5_001, 5_002), Long.MAX_VALUE, Cancellation.none())
                    .orElseThrow();

            assertThat(found.within(new SeqRange(1, 100)).isEmpty()).isTrue();
            assertThat(found.within(new SeqRange(1, 120))).isEqualTo(new SeqRange(101, 120));
        }
    }

    @Test
    void itIsNotSoughtAtAnyCost() {
        try (SqliteSource source = source(ascending(100))) {
            TimeExtents extents = new TimeExtents(source);
            TimeRange half = new TimeRange(10, 500);

            assertThat(extents.find(half, 48, Cancellation.none())).isEmpty();
            assertThat(extents.find(half, 50, Cancellation.none())).isPresent();
        }
    }

    /// Also when they have been counted over time, which bounds all ranges, and entries have come since.
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void spansOfACountOverTimeHoldAllEntriesOfATime(long seed) {
        List<Entry> entries = new ArrayList<>(seed % 2 == 0 ? ascending(400) : new RandomJournals(seed).entries(400));
        Random random = new Random(seed);
        List<Entry> late = List.of(Entries.at(random.nextLong(5_000), "/late"), Entries.at(-1, "/late"));
        Path file = JournalFiles.write(folder.resolve("journal.db"), entries);
        try (SqliteJournal writer = new SqliteJournals().openForWriting(file, null);
                SqliteSource source =
                        new SqliteSource(JournalFile.existing(file), Progress.NONE, Cancellation.none())) {
            SqliteReader reader = new SqliteReader(source);
            TimeRange all = reader.timeSpan().orElseThrow();
            long latest = reader.state().latestSeq();
            boolean cameMeanwhile = seed > 3;
            if (cameMeanwhile) {
                writer.appendAll(late);
            }
            reader.histogram(Filter.ALL, all, 20, Progress.NONE, Cancellation.none());
            if (!cameMeanwhile) {
                writer.appendAll(late);
            }
            for (int i = 0; i < RANGES; i++) {
                TimeRange time = between(entries, random);
                var extent = source.read(
                        Attempt.to("store.tried.entries"),
                        Cancellation.none(),
                        connection -> Optional.ofNullable(connection.times().extent(time)));

                // Where times go back and forth, the table is read instead, and nothing is known.
                assertThat(extent.isPresent() || seed % 2 == 1 || cameMeanwhile)
                        .as("%s", time)
                        .isTrue();
                assertThat(reader.page(
                                PageRequest.forward(new Filter.Time(time), Long.MIN_VALUE, 1_000), Cancellation.none()))
                        .extracting(row -> row.entry().seq())
                        .allMatch(seq -> extent.isEmpty()
                                || extent.get().within(SeqRange.ALL).contains(seq))
                        .hasSize((int) Stream.concat(entries.stream(), late.stream())
                                .filter(entry -> time.contains(entry.timestampMicros()))
                                .count());
                extent.ifPresent(found -> assertThat(found.known()).isBetween(latest, latest + 1));
            }
        }
    }

    private SqliteSource source(List<Entry> entries) {
        Path file = JournalFiles.write(folder.resolve("journal.db"), entries);
        return new SqliteSource(JournalFile.existing(file), Progress.NONE, Cancellation.none());
    }

    private static List<Entry> ascending(int count) {
        List<Entry> entries = new ArrayList<>();
        for (long seq = 1; seq <= count; seq++) {
            entries.add(Entries.at(10 * seq, "/a").withSeq(seq));
        }
        return entries;
    }

    private static TimeRange between(List<Entry> entries, Random random) {
        long one = entries.get(random.nextInt(entries.size())).timestampMicros();
        long other = entries.get(random.nextInt(entries.size())).timestampMicros();
        return Long.compareUnsigned(one, other) <= 0 ? new TimeRange(one, other) : new TimeRange(other, one);
    }
}
