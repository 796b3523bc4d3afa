package clasp.journal.ui.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class StatePollerTest {
    /// A program that is left open takes no processor that somebody else wants.
    @Test
    void aJournalThatHasBeenQuietForAMinuteIsAskedOnceASecond() {
        Duration often = StatePoller.pause(0);
        assertThat(often).isLessThanOrEqualTo(Duration.ofMillis(250));
        long questions = LongStream.iterate(0, n -> n + 1)
                .filter(n -> StatePoller.pause(n).equals(Duration.ofSeconds(1)))
                .findFirst()
                .orElseThrow();
        assertThat(often.multipliedBy(questions)).isEqualTo(Duration.ofMinutes(1));
        assertThat(StatePoller.pause(Long.MAX_VALUE)).isEqualTo(Duration.ofSeconds(1));
    }
}
