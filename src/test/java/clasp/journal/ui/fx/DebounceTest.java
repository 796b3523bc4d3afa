package clasp.journal.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.testing.ManualLater;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DebounceTest {
    private final ManualLater later = new ManualLater();
    private int runs;
    private final Debounce debounce = new Debounce(later, Duration.ofMillis(250), () -> runs++);

    @Test
    void everyTouchBeginsTheWaitAnew() {
        debounce.touch();
        later.advance(Duration.ofMillis(200));
        debounce.touch();
        later.advance(Duration.ofMillis(249));
        assertThat(runs).isZero();
        later.advance(Duration.ofMillis(1));
        assertThat(runs).isEqualTo(1);
        assertThat(later.waiting()).isZero();
    }

    @Test
    void cancelForgetsWhatWaits() {
        debounce.touch();
        debounce.cancel();
        later.advance(Duration.ofSeconds(1));
        assertThat(runs).isZero();
    }
}
