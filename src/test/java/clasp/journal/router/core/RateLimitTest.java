package clasp.journal.router.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RateLimitTest {
    private final RateLimit limit = new RateLimit(100, 0);

    private long passed(long attempts, long atMicros) {
        return LongStream.range(0, attempts)
                .filter(attempt -> limit.passes(atMicros))
                .count();
    }

    @Test
    void aSecondsWorthMayComeAtOnce() {
        assertThat(passed(150, 0)).isEqualTo(100);
    }

    @Test
    void whatWasUsedComesBackWithTime() {
        passed(100, 0);

        assertThat(passed(50, 100_000)).isEqualTo(10);
        assertThat(passed(500, 10_000_000)).isEqualTo(100);
    }

    @Test
    void aClockSetBackStopsNobodyForLong() {
        passed(100, 5_000_000);

        assertThat(passed(50, 1_000_000)).isZero();
        assertThat(passed(50, 1_100_000)).isEqualTo(10);
    }
}
