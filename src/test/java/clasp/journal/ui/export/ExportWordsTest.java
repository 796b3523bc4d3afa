package clasp.journal.ui.export;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.ui.fx.Fraction;
import clasp.journal.ui.fx.TimeLeft;
import org.junit.jupiter.api.Test;

class ExportWordsTest {
    private static final long SIX_SECONDS = 6_000_000_000L;

    private long now;
    private final TimeLeft left = new TimeLeft(() -> now);

    @Test
    void countingSaysHowLongItTakesStillAsSoonAsThatCanBeGuessed() {
        assertThat(ExportWords.count(new MatchCount.Counting(0), left)).isEqualTo("counting… 0 %");
        now += SIX_SECONDS;
        assertThat(ExportWords.count(new MatchCount.Counting(0.75), left)).isEqualTo("counting… 75 % · about 2 s left");
        assertThat(ExportWords.count(new MatchCount.Counted(3, 1, 3), left)).isEqualTo("3 entries");
    }

    @Test
    void countingThatCannotTellHowFarItIsGuessesNothing() {
        now += SIX_SECONDS;
        assertThat(ExportWords.count(new MatchCount.Counting(Fraction.UNKNOWN), left))
                .doesNotContain("left");
    }
}
