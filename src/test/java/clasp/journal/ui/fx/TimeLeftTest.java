package clasp.journal.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TimeLeftTest {
    private long now;
    private final TimeLeft left = new TimeLeft(() -> now);

    @Test
    void whatIsLeftTakesAsLongAsWhatIsDoneDid() {
        assertThat(left.at(0)).isEmpty();
        now = 10_000_000_000L;
        assertThat(left.at(0.25)).contains(Duration.ofSeconds(30));
        assertThat(left.at(1)).isEmpty();
    }

    @Test
    void nothingIsGuessedFromTheFirstMoments() {
        left.at(0);
        now = 500_000_000L;
        assertThat(left.at(0.5)).as("half a second").isEmpty();
        now = 5_000_000_000L;
        assertThat(left.at(0.001)).as("next to nothing done").isEmpty();
    }

    @Test
    void workThatBeginsAnewIsGuessedAnew() {
        left.at(0);
        now = 10_000_000_000L;
        left.at(0.9);
        assertThat(left.at(-1)).as("unknown").isEmpty();
        assertThat(left.at(0.1)).isEmpty();
        now = 12_000_000_000L;
        assertThat(left.at(0.2)).contains(Duration.ofSeconds(16));
    }
}
