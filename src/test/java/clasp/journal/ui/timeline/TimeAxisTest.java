package clasp.journal.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import clasp.journal.model.TimeRange;
import clasp.journal.ui.fx.Unsigned;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TimeAxisTest {
    private static final long T = 1_708_500_000_000_000L;

    @Test
    void endsOfTheViewAreTheEndsOfTheStrip() {
        var axis = new TimeAxis(new TimeRange(T, T + 999), 1_000);
        assertThat(axis.xOf(T)).isZero();
        assertThat(axis.xOf(T + 500)).isEqualTo(500);
        assertThat(axis.microsAt(0)).isEqualTo(T);
        assertThat(axis.microsAt(1_000)).isEqualTo(T + 999);
        assertThat(axis.microsAt(-5)).isEqualTo(T);
        assertThat(axis.microsAt(2_000)).isEqualTo(T + 999);
    }

    @Test
    void everyMicrosecondOfAShortViewCanBePointedAt() {
        var axis = new TimeAxis(new TimeRange(T, T + 99), 1_000);
        for (long micros = T; micros < T + 100; micros++) {
            assertThat(axis.microsAt(axis.xOf(micros) + 5)).isEqualTo(micros);
        }
    }

    @Test
    void allOfSixtyFourBitsFitOnTheStrip() {
        var axis = new TimeAxis(TimeRange.ALL, 1_000);
        assertThat(axis.microsAt(0)).isZero();
        assertThat(axis.microsAt(1_000)).isEqualTo(-1L);
        assertThat(axis.xOf(Long.MIN_VALUE)).isCloseTo(500, within(1e-6));
        assertThat(axis.xOf(-1L)).isCloseTo(1_000, within(1e-6));
    }

    @Test
    void zoomKeepsTheMicrosecondUnderThePointer() {
        var view = new TimeRange(T, T + 1_000_000);
        var axis = new TimeAxis(view, 1_000);
        TimeRange zoomed = axis.zoomed(0.5, 250, TimeRange.ALL);
        assertThat(new TimeAxis(zoomed, 1_000).xOf(axis.microsAt(250))).isCloseTo(250, within(0.01));
        assertThat(TimeAxis.extent(zoomed)).isCloseTo(500_000, within(2.0));
    }

    @Test
    void zoomStopsAtTheBoundsAndAtTwentyMicroseconds() {
        var bounds = new TimeRange(T, T + 1_000_000);
        var axis = new TimeAxis(bounds, 1_000);
        assertThat(axis.zoomed(3, 100, bounds)).isEqualTo(bounds);
        assertThat(TimeAxis.extent(axis.zoomed(1e-9, 500, bounds))).isEqualTo(TimeAxis.SHORTEST_MICROS);
    }

    @Test
    void panStopsAtTheBounds() {
        var bounds = new TimeRange(T, T + 1_000);
        var axis = new TimeAxis(new TimeRange(T + 100, T + 199), 100);
        assertThat(axis.panned(50, bounds)).isEqualTo(new TimeRange(T + 150, T + 249));
        assertThat(axis.panned(-50, bounds)).isEqualTo(new TimeRange(T + 50, T + 149));
        assertThat(axis.panned(-500, bounds)).isEqualTo(new TimeRange(T, T + 99));
        assertThat(axis.panned(5_000, bounds)).isEqualTo(new TimeRange(T + 901, T + 1_000));
    }

    @Test
    void panStopsAtTheEndsOfTime() {
        var first = new TimeAxis(new TimeRange(5, 104), 100);
        assertThat(first.panned(-50, TimeRange.ALL)).isEqualTo(new TimeRange(0, 99));
        var last = new TimeAxis(new TimeRange(-105L, -6L), 100);
        assertThat(last.panned(50, TimeRange.ALL)).isEqualTo(new TimeRange(-100L, -1L));
    }

    @Test
    void zoomingAndPanningNeverLeaveTheBounds() {
        var random = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            TimeRange bounds = range(random);
            TimeRange view = bounds;
            for (int step = 0; step < 20; step++) {
                var axis = new TimeAxis(view, 800);
                view = random.nextBoolean()
                        ? axis.zoomed(Math.pow(2, random.nextDouble(-6, 4)), random.nextDouble(800), bounds)
                        : axis.panned(random.nextDouble(-2_000, 2_000), bounds);
                assertThat(bounds.contains(view.fromMicros()) && bounds.contains(view.toMicros()))
                        .as("%s in %s", view, bounds)
                        .isTrue();
            }
        }
    }

    private static TimeRange range(Random random) {
        long a = random.nextLong() >>> random.nextInt(64);
        long b = random.nextLong() >>> random.nextInt(64);
        return new TimeRange(Unsigned.min(a, b), Unsigned.max(a, b));
    }
}
