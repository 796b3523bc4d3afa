package clasp.journal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clasp.journal.model.ClaspReading;
import clasp.journal.model.Entry;
import clasp.journal.model.SeqRange;
import clasp.journal.testing.RandomJournals;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Looking at many entries at little cost shows what a scan shows.
public interface GlanceContract extends Holding {
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 12, 13, 14})
    default void aGlanceShowsEveryEntryOfTheRangeAsItIs(long seed) {
        List<Entry> entries = new RandomJournals(seed).entries(1_500);
        JournalReader journal = holding(entries);
        Random random = new Random(seed);
        long latest = entries.getLast().seq();
        List<SeqRange> ranges = new ArrayList<>(List.of(SeqRange.ALL, SeqRange.NONE, new SeqRange(latest, latest)));
        for (int i = 0; i < 12; i++) {
            long first = random.nextLong(latest + 10);
            ranges.add(new SeqRange(first, first + random.nextInt(i < 6 ? 3 : 900)));
        }

        for (SeqRange range : ranges) {
            assertThat(seen(journal, range))
                    .as("%s", range)
                    .isEqualTo(entries.stream()
                            .filter(entry -> range.contains(entry.seq()))
                            .toList());
        }
    }

    @Test
    default void aGlanceCallsOnlyThoseValuesPlainThatClaspReadsAsTheyAre() {
        List<Entry> entries = new RandomJournals(15).entries(1_500);
        holding(entries)
                .glance(
                        SeqRange.ALL,
                        entry -> assertThat(!entry.plainValue()
                                        || ClaspReading.ofValue(entry.valueJson())
                                                .isEmpty())
                                .as(entry.valueJson())
                                .isTrue(),
                        Cancellation.none());
    }

    @ParameterizedTest(name = "one in {0}")
    @ValueSource(ints = {1, 2, 7, 400})
    default void onlyWantedEntriesAreSeen(int oneIn) {
        List<Entry> entries = new RandomJournals(18).entries(1_500);
        List<Entry> seen = new ArrayList<>();
        List<TextBytes> ahead = new ArrayList<>();
        GlanceVisitor visitor = new GlanceVisitor() {
            @Override
            public boolean wants(long seq) {
                return seq % oneIn == 0;
            }

            @Override
            public void ahead(List<? extends EntryGlance> entries) {
                entries.forEach(entry -> ahead.add(entry.addressBytes()));
            }

            @Override
            public void see(EntryGlance entry) {
                assertThat(entry.addressBytes()).hasToString(entry.address());
                seen.add(entry.entry());
            }
        };

        holding(entries).glance(SeqRange.ALL, visitor, Cancellation.none());

        assertThat(seen)
                .isEqualTo(entries.stream()
                        .filter(entry -> entry.seq() % oneIn == 0)
                        .toList());
        assertThat(ahead).doesNotContainNull();
    }

    @Test
    default void aGlanceAtAnEmptyJournalShowsNothing() {
        assertThat(seen(holding(List.of()), SeqRange.ALL)).isEmpty();
    }

    @Test
    default void aCancelledGlanceStops() {
        JournalReader journal = holding(new RandomJournals(16).entries(1_000));
        Cancellation cancellation = new Cancellation();
        cancellation.cancel();
        assertThatThrownBy(() -> journal.glance(SeqRange.ALL, entry -> {}, cancellation))
                .isInstanceOf(CancelledException.class);
    }

    @Test
    default void entriesAreFoundByTheirSeqsInWhateverOrderTheyAreAskedFor() {
        List<Entry> entries = new RandomJournals(17).entries(300);
        JournalReader journal = holding(entries);

        List<Long> wanted = new ArrayList<>(List.of(entries.getLast().seq(), 0L, -5L, Long.MAX_VALUE));
        entries.stream().filter(entry -> entry.seq() % 3 == 0).map(Entry::seq).forEach(wanted::add);
        wanted.add(entries.getLast().seq());

        assertThat(journal.entries(wanted, Cancellation.none()))
                .isEqualTo(entries.stream()
                        .filter(entry -> entry.seq() % 3 == 0 || entry == entries.getLast())
                        .toList());
        assertThat(journal.entries(List.of(), Cancellation.none())).isEmpty();
    }

    private static List<Entry> seen(JournalReader journal, SeqRange range) {
        List<Entry> seen = new ArrayList<>();
        journal.glance(range, entry -> seen.add(entry.entry()), Cancellation.none());
        return seen;
    }
}
