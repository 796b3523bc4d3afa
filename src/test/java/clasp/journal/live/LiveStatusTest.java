package clasp.journal.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LiveStatusTest {
    /// So that the status bar is not drawn anew at each answer of a quiet relay.
    @ParameterizedTest
    @CsvSource({"0, <50 ms", "49, <50 ms", "50, 50 ms", "99, 50 ms", "1234, 1200 ms"})
    void theDelayIsToldInSteps(int millis, String words) {
        var status = new LiveStatus(null, false, true, Duration.ofMillis(millis), 0, 0);

        assertThat(status.access()).hasToString("live · " + words + " · 0/s");
    }
}
