package clasp.journal.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.model.TimeRange;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class HomeRangeTest {
    private static final long T = 1_708_500_000_000_000L;
    private static final long SECOND = 1_000_000;

    @Test
    void withoutFarOffEntriesItIsTheWholeSpan() {
        var full = new TimeRange(T, T + 10 * SECOND);
        assertThat(HomeRange.of(
                        full, LongStream.range(0, 100).map(i -> T + i * 100_000).toArray()))
                .isEqualTo(full);
    }

    @Test
    void clocksThatWereNotSetAreLeftOutOnBothSides() {
        long[] sample = LongStream.concat(
                        LongStream.of(0, -1L, Long.MAX_VALUE),
                        LongStream.range(0, 95).map(i -> T + i * SECOND))
                .toArray();
        TimeRange home = HomeRange.of(TimeRange.ALL, sample);
        assertThat(home.fromMicros()).isLessThan(T).isGreaterThan(T - 10 * SECOND);
        assertThat(home.toMicros()).isGreaterThan(T + 94 * SECOND).isLessThan(T + 104 * SECOND);
    }

    @Test
    void farOffEntriesThatTheSampleMissedAreKnownFromTheSpan() {
        long[] sample = LongStream.range(0, 400).map(i -> T + i * SECOND).toArray();
        TimeRange home = HomeRange.of(new TimeRange(T, -1L), sample);
        assertThat(home.fromMicros()).isEqualTo(T);
        assertThat(home.toMicros()).isLessThan(T + 420 * SECOND);
    }

    @Test
    void twoSessionsOfAShowAreBothShown() {
        long[] sample = LongStream.concat(
                        LongStream.range(0, 380).map(i -> T + i * SECOND),
                        LongStream.range(0, 20).map(i -> T + 86_400 * SECOND + i * SECOND))
                .toArray();
        var full = new TimeRange(T, T + 86_420 * SECOND);
        assertThat(HomeRange.of(full, sample)).isEqualTo(full);
    }

    @Test
    void whatIsNoExceptionIsNotLeftOut() {
        long[] sample = {0, 0, 0, 0, T, T + 1, T + 2, T + 3, T + 4, T + 5, T + 6};
        assertThat(HomeRange.of(new TimeRange(0, T + 6), sample)).isEqualTo(new TimeRange(0, T + 6));
    }

    @Test
    void entriesOfOneMomentGiveThatMoment() {
        assertThat(HomeRange.of(new TimeRange(T, T), new long[] {T, T, T})).isEqualTo(new TimeRange(T, T));
    }
}
