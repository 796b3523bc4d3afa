package clasp.journal.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.model.TimeRange;
import clasp.journal.ui.fx.TimeDisplay;
import clasp.journal.ui.fx.TimeText;
import clasp.journal.ui.fx.Unsigned;
import clasp.journal.ui.timeline.TimeTicks.Tick;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TimeTicksTest {
    private static final long T = micros("2024-02-21T07:20:00Z");
    private static final long SECOND = 1_000_000;
    private static final long DAY = 86_400 * SECOND;
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static long micros(String instant) {
        return Instant.parse(instant).getEpochSecond() * 1_000_000;
    }

    private static List<String> labels(TimeDisplay display, long from, long to, double width) {
        var axis = new TimeAxis(new TimeRange(from, to), width);
        return TimeTicks.of(axis, TimeText.of(display, T, BERLIN), T, BERLIN).stream()
                .map(Tick::label)
                .toList();
    }

    @Test
    void secondsAreLabelledWithoutFractions() {
        assertThat(labels(TimeDisplay.UTC, T, T + 20 * SECOND, 500))
                .containsExactly("07:20:00", "07:20:05", "07:20:10", "07:20:15", "07:20:20");
    }

    @Test
    void hoursAreLabelledWithoutSecondsAndMidnightIsADate() {
        assertThat(labels(TimeDisplay.UTC, micros("2024-02-21T20:00:00Z"), micros("2024-02-22T04:00:00Z"), 500))
                .containsExactly("20:00", "22:00", "22 Feb 2024", "02:00", "04:00");
    }

    @Test
    void localTicksStandAtRoundLocalTimes() {
        assertThat(labels(TimeDisplay.LOCAL, micros("2024-02-21T20:30:00Z"), micros("2024-02-22T04:00:00Z"), 400))
                .containsExactly("22:00", "22 Feb 2024", "02:00", "04:00");
    }

    @Test
    void microsecondsAreShownWhereTheyMatter() {
        assertThat(labels(TimeDisplay.UTC, T + 10, T + 30, 500))
                .containsExactly("07:20:00.000010", "07:20:00.000020", "07:20:00.000030");
    }

    @Test
    void relativeTicksStandAtRoundDistances() {
        assertThat(labels(TimeDisplay.SINCE_FIRST, T - 2 * SECOND, T + 2 * SECOND, 500))
                .containsExactly("−2", "−1", "+0", "+1", "+2");
    }

    @Test
    void rawTicksAreRoundNumbers() {
        assertThat(labels(TimeDisplay.RAW, 0, 3_000_000, 500)).containsExactly("0", "1000000", "2000000", "3000000");
    }

    @Test
    void daysMonthsAndYearsAreDates() {
        assertThat(labels(TimeDisplay.UTC, T, T + 5 * DAY, 500))
                .containsExactly("22 Feb 2024", "23 Feb 2024", "24 Feb 2024", "25 Feb 2024", "26 Feb 2024");
        assertThat(labels(TimeDisplay.UTC, T, T + 100 * DAY, 400)).containsExactly("Mar 2024", "Apr 2024", "May 2024");
        assertThat(labels(TimeDisplay.UTC, 0, micros("2024-02-21T00:00:00Z"), 600))
                .containsExactly("1970", "1980", "1990", "2000", "2010", "2020");
    }

    @Test
    void allOfTimeHasTicks() {
        List<String> labels = labels(TimeDisplay.UTC, 0, -1L, 1_000);
        assertThat(labels).hasSizeBetween(5, 13).contains("100000", "500000");
    }

    @ParameterizedTest
    @EnumSource(TimeDisplay.class)
    void ticksLieInTheViewInOrderAndFarEnoughApart(TimeDisplay display) {
        var random = new Random(11);
        for (int i = 0; i < 3_000; i++) {
            long a = random.nextLong() >>> random.nextInt(64);
            long b = random.nextBoolean() ? a + random.nextInt(20, 2_000_000_000) : random.nextLong();
            var view = new TimeRange(Unsigned.min(a, b), Unsigned.max(a, b));
            if (TimeAxis.extent(view) < TimeAxis.SHORTEST_MICROS) {
                continue;
            }
            var axis = new TimeAxis(view, 900);
            long origin = random.nextLong();
            List<Tick> ticks = TimeTicks.of(axis, TimeText.of(display, origin, BERLIN), origin, BERLIN);
            assertThat(ticks).hasSizeLessThan(20);
            for (int t = 0; t < ticks.size(); t++) {
                assertThat(view.contains(ticks.get(t).micros())).isTrue();
                if (t > 0) {
                    double gap = axis.xOf(ticks.get(t).micros())
                            - axis.xOf(ticks.get(t - 1).micros());
                    assertThat(gap).isGreaterThan(60);
                }
            }
        }
    }
}
