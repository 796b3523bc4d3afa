package clasp.journal.ui.lifelines;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.model.TimeRange;
import clasp.journal.ui.lifelines.Lifeline.Point;
import clasp.journal.ui.lifelines.SharedPlot.Mark;
import clasp.journal.ui.lifelines.SharedPlot.Series;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// How the values of several addresses lie over each other.
class SharedPlotTest {
    private static final TimeRange TIME = new TimeRange(1_000, 2_000);
    private static final PlotArea AREA = new PlotArea(TIME, 1_001, 150);

    private static Point point(long seq, long micros, String value) {
        return new Point(seq, micros, "param", value, value.startsWith("\"") ? null : new BigDecimal(value));
    }

    private static Series series(SeriesInk ink, Point... points) {
        return new Series("/" + ink, ink, Lifeline.of("/" + ink, Arrays.asList(points), false));
    }

    private static final Series FADER = series(SeriesInk.A, point(1, 1_000, "0"), point(4, 1_500, "1"));
    private static final Series LEVEL =
            series(SeriesInk.B, point(2, 1_200, "100"), point(3, 1_300, "\"off\""), point(5, 2_000, "200"));

    private static SharedPlot plot(boolean oneScale) {
        return new SharedPlot(List.of(FADER, LEVEL), TIME, oneScale);
    }

    @Test
    void eachAddressHasItsOwnScaleOrAllHaveOne() {
        var own = new NumberRange(new BigDecimal("100"), new BigDecimal("200"));
        var all = new NumberRange(new BigDecimal("0"), new BigDecimal("200"));

        assertThat(plot(false).range(LEVEL)).contains(own);
        assertThat(plot(true).range(LEVEL)).contains(all);
        assertThat(plot(true).range(FADER)).contains(all);
    }

    @Test
    void anAddressThatIsNotThereYetHasNoNumbers() {
        var pending = new Series("/c", SeriesInk.C, null);
        var plot = new SharedPlot(List.of(pending), TIME, true);

        assertThat(plot.range(pending)).isEmpty();
        assertThat(plot.marks()).isEmpty();
    }

    @Test
    void theEntriesOfAllAddressesAreReadByTime() {
        assertThat(plot(false).marks().stream().map(mark -> mark.point().seq())).containsExactly(1L, 2L, 3L, 4L, 5L);
    }

    @Test
    void theGreatestNumberIsAboveAndTheLeastBelowAndWhatIsNoNumberBelowBoth() {
        Optional<NumberRange> range = plot(false).range(LEVEL);

        assertThat(AREA.y(LEVEL.points().get(0), range.orElseThrow())).isEqualTo(AREA.bottom());
        assertThat(AREA.y(LEVEL.points().get(2), range.orElseThrow())).isEqualTo(PlotArea.TOP);
        assertThat(AREA.y(LEVEL.points().get(1), range.orElseThrow())).isGreaterThan(AREA.bottom());
    }

    @Test
    void numbersOf64BitsThatDifferInTheLastDigitLieApart() {
        Series big =
                series(SeriesInk.C, point(1, 1_000, "9223372036854775806"), point(2, 1_500, "9223372036854775807"));
        var plot = new SharedPlot(List.of(big), TIME, false);
        NumberRange range = plot.range(big).orElseThrow();

        assertThat(AREA.y(big.points().get(0), range)).isEqualTo(AREA.bottom());
        assertThat(AREA.y(big.points().get(1), range)).isEqualTo(PlotArea.TOP);
    }

    @Test
    void thePointerReadsTheEntryThatIsDrawnNextToItNotOnlyTheNextInTime() {
        SharedPlot plot = plot(false);

        // Seq 4 of the fader is at the top, 500 from the left; seq 2 of the level at the bottom, 200 from the left.
        assertThat(plot.near(AREA, 480, PlotArea.TOP).map(Mark::series)).contains(FADER);
        assertThat(plot.near(AREA, 210, AREA.bottom()).map(mark -> mark.point().seq()))
                .contains(2L);
        assertThat(plot.near(AREA, 300, AREA.height()).map(mark -> mark.point().seq()))
                .contains(3L);
    }

    @Test
    void aValueHoldsUntilTheNextEntryOfItsAddress() {
        Lifeline line = Lifeline.of("/a", List.of(point(1, 1_000, "0"), point(4, 1_500, "1")), false);

        assertThat(line.at(999)).isEmpty();
        assertThat(line.at(1_499).map(Point::value)).contains("0");
        assertThat(line.at(1_500).map(Point::value)).contains("1");
    }

    @Test
    void ofTwoEntriesAtOneTimeTheLaterInSeqHolds() {
        Lifeline line = Lifeline.of("/a", List.of(point(1, 1_000, "0"), point(2, 1_000, "1")), false);

        assertThat(line.at(1_000).map(Point::value)).contains("1");
    }

    @Test
    void aClockThatWentBackDoesNotHideWhatHeldThen() {
        Lifeline line = Lifeline.of("/a", List.of(point(1, 1_800, "1"), point(2, 1_200, "2")), false);

        assertThat(line.at(1_500).map(Point::value)).contains("2");
        assertThat(line.at(1_900).map(Point::value)).contains("1");
    }
}
