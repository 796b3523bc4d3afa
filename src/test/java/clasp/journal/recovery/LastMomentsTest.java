package clasp.journal.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import clasp.journal.model.Entry;
import clasp.journal.recovery.LastMoments.ClockStep;
import clasp.journal.recovery.LastMoments.Group;
import clasp.journal.store.Cancellation;
import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LastMomentsTest {
    private static final long SECOND = 1_000_000;
    private static final long HOUR = 3_600 * SECOND;

    private final ScriptedJournal journal = new ScriptedJournal();
    private long seq;

    @Test
    void entriesAreGroupedByAuthorAndAddressTheLatestFirst() {
        add(1 * SECOND, "ann");
        add(9 * SECOND, "ann");
        add(9 * SECOND + 1, "bob");
        add(10 * SECOND, "ann");
        LastMoments moments = last(1);
        assertThat(moments.entries()).isEqualTo(3);
        assertThat(moments.groups())
                .extracting(Group::author, Group::entries, Group::firstSeq, Group::microsAgo)
                .containsExactly(tuple("ann", 2L, 2L, 0L), tuple("bob", 1L, 3L, SECOND - 1));
    }

    @Test
    void whatComesAfterTheEntryDoesNotCountWhateverItsClockSays() {
        add(10 * SECOND, "ann");
        add(9 * SECOND, "bob");
        assertThat(before(1, 60).entries()).isEqualTo(1);
    }

    @Test
    void aSpanThatReachesBeforeTheEpochBeginsWithTheJournal() {
        add(5, "ann");
        add(6, "ann");
        assertThat(last(60).entries()).isEqualTo(2);
    }

    @Test
    void timesAreUnsigned() {
        add(Long.MAX_VALUE - 2 * SECOND, "ann");
        add(Long.MAX_VALUE, "ann");
        add(Long.MAX_VALUE + SECOND / 2, "ann");
        assertThat(last(1).entries()).isEqualTo(2);
    }

    /// The clock went back by an hour: entries from before have later times, and were right before all the same.
    @Test
    void aClockThatWasSetBackHidesNothingAndShowsNothingOfLongBefore() {
        add(HOUR - 40 * SECOND, "long before");
        add(2 * HOUR - 20 * SECOND, "before");
        add(2 * HOUR - 3 * SECOND, "right before");
        add(HOUR + SECOND, "after");
        add(HOUR + 5 * SECOND, "end");
        LastMoments moments = last(10);
        assertThat(moments.groups())
                .extracting(Group::author, Group::microsAgo)
                .containsExactly(tuple("end", 0L), tuple("after", 4 * SECOND), tuple("right before", 4 * SECOND));
        assertThat(moments.steps()).containsExactly(new ClockStep(4, HOUR - 4 * SECOND));
        assertThat(last(60).groups())
                .extracting(Group::author)
                .contains("before")
                .doesNotContain("long before");
    }

    @Test
    void whatTheClockDidBeforeTheseMomentsDoesNotMatter() {
        add(HOUR, "before");
        add(5 * SECOND, "after");
        add(HOUR - SECOND, "later");
        add(HOUR, "end");
        LastMoments moments = last(10);
        assertThat(moments.groups()).extracting(Group::author).containsExactly("end", "later");
        assertThat(moments.steps()).isEmpty();
    }

    @Test
    void oneEntryWithAWrongTimeCountsAsItsNeighboursDo() {
        for (long wrong : new long[] {-HOUR, HOUR}) {
            var one = new LastMomentsTest();
            LongStream.range(0, 8).forEach(i -> one.add(2 * HOUR + i * SECOND + (i == 4 ? wrong : 0), "a" + i));
            assertThat(one.last(5).groups())
                    .as("%s", wrong)
                    .extracting(Group::author)
                    .containsExactly("a7", "a6", "a5", "a4", "a3", "a2");
        }
    }

    @Test
    void neighboursOutOfOrderDoNotAddUp() {
        LongStream.range(0, 20_000).forEach(i -> add(HOUR + i * 1_000 + (i % 2) * 3_000, "ann"));
        assertThat(last(10).entries()).isBetween(9_990L, 10_010L);
        assertThat(last(10).steps()).isEmpty();
    }

    @Test
    void aClockThatWasSetForwardCountsAsASilenceWhichIsTold() {
        add(SECOND, "before");
        add(HOUR, "after");
        add(HOUR + SECOND, "end");
        LastMoments moments = last(10);
        assertThat(moments.groups()).extracting(Group::author).containsExactly("end", "after");
        assertThat(moments.silenceMicros()).isEqualTo(HOUR - SECOND);
        assertThat(last(3_600).silenceMicros()).isZero();
    }

    private void add(long micros, String author) {
        seq++;
        journal.entry(new Entry(seq, micros, author, "/a", "param", "1", 1L, 0x21));
    }

    private LastMoments last(long seconds) {
        return before(seq, seconds);
    }

    private LastMoments before(long end, long seconds) {
        return LastMoments.before(
                journal, journal.entry(end).orElseThrow(), Duration.ofSeconds(seconds), Cancellation.none());
    }
}
