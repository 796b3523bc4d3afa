package clasp.journal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// What a person at a terminal sees of work that takes long.
class ProgressLineTest {
    private final StringWriter terminal = new StringWriter();
    private long nanos;
    private final ProgressLine line = new ProgressLine(new PrintWriter(terminal), () -> nanos);

    private void after(Duration time, long done, long total) {
        nanos += time.toNanos();
        line.report(done, total);
    }

    @Test
    void nothingIsSaidOfWhatTakesAMomentOnly() {
        after(Duration.ZERO, 0, 100);
        after(Duration.ofMillis(900), 90, 100);
        line.close();

        assertThat(terminal.toString()).isEmpty();
    }

    @Test
    void howFarItIsAndHowLongItTakesStillIsSaidAFewTimesASecond() {
        after(Duration.ZERO, 0, 100);
        after(Duration.ofSeconds(2), 20, 100);
        after(Duration.ofMillis(100), 21, 100);
        after(Duration.ofSeconds(2), 41, 100);

        assertThat(terminal.toString()).isEqualTo("20 %, about 8 s left\r41 %, about 6 s left\r");
    }

    @Test
    void whatTakesMinutesSaysMinutes() {
        after(Duration.ZERO, 0, 100);
        after(Duration.ofSeconds(10), 5, 100);

        assertThat(terminal.toString()).isEqualTo("5 %, about 3 min left\r");
    }

    @Test
    void anotherStepBeginsAnew() {
        after(Duration.ZERO, 0, 100);
        after(Duration.ofSeconds(10), 100, 100);
        after(Duration.ofSeconds(1), 0, 100);
        after(Duration.ofSeconds(1), 50, 100);

        assertThat(terminal.toString()).endsWith("50 %, about 1 s left \r");
    }

    @Test
    void whatNobodyKnowsIsNotSaid() {
        after(Duration.ZERO, 1, -1);
        after(Duration.ofSeconds(9), 2, -1);

        assertThat(terminal.toString()).isEmpty();
    }

    @Test
    void itIsGoneWhenTheWorkIsDone() {
        after(Duration.ZERO, 0, 100);
        after(Duration.ofSeconds(2), 20, 100);
        line.close();

        assertThat(terminal.toString()).endsWith("\r" + " ".repeat("20 %, about 8 s left".length()) + "\r");
    }

    /// A log file is no place for it.
    @Test
    void whereNobodyWatchesNothingIsCounted() {
        var unwatched = new Console(
                new ByteArrayInputStream(new byte[0]),
                OutputStream.nullOutputStream(),
                new PrintWriter(terminal),
                false);

        boolean done = unwatched.during(progress -> {
            progress.report(1, 2);
            return progress == clasp.journal.store.Progress.NONE;
        });

        assertThat(done).isTrue();
    }
}
