package clasp.journal.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PaceTest {
    private final Pace pace = new Pace();

    @Test
    void asksAtOnceWhileThereIsMore() {
        assertThat(pace.afterAnswer(5_000, true)).isZero();
    }

    @Test
    void asksEvery100MillisWhileEntriesCome() {
        assertThat(pace.afterAnswer(3, false)).isEqualTo(Duration.ofMillis(100));
        assertThat(pace.afterAnswer(3, false)).isEqualTo(Duration.ofMillis(100));
    }

    @Test
    void asksEverMoreRarelyWhileNothingComesButEveryTwoSeconds() {
        var waits = Stream.generate(() -> pace.afterAnswer(0, false)).limit(30).toList();

        assertThat(waits).isSorted().first().isEqualTo(Duration.ofMillis(100));
        assertThat(waits.getLast()).isEqualTo(Duration.ofSeconds(2));
        assertThat(pace.afterAnswer(1, false)).isEqualTo(Duration.ofMillis(100));
    }

    @Test
    void failuresDoubleTheWaitUpToHalfAMinute() {
        var waits = Stream.generate(pace::afterFailure)
                .limit(9)
                .map(Duration::toMillis)
                .toList();

        assertThat(waits).containsExactly(500L, 1_000L, 2_000L, 4_000L, 8_000L, 16_000L, 30_000L, 30_000L, 30_000L);
        pace.afterAnswer(0, false);
        assertThat(pace.afterFailure()).isEqualTo(Duration.ofMillis(500));
    }
}
