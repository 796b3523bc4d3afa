package clasp.journal.ui.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MomentsTest {
    private static final Moments UTC = new Moments(ZoneOffset.UTC);
    private static final Moments BERLIN = new Moments(ZoneId.of("Europe/Berlin"));

    @ParameterizedTest
    @CsvSource({
        "2024-02-21 07:20:00.000250, 1708500000000250",
        "2024-02-21T07:20, 1708500000000000",
        "2024-02-21T07:20:00Z, 1708500000000000",
        "2024-02-21 08:20:00+01:00, 1708500000000000",
        "1708500000000250, 1708500000000250",
        "18446744073709551615, -1",
        "2024-02-21, 1708473600000000",
    })
    void timesAreReadToTheMicrosecond(String text, long micros) {
        assertThat(UTC.parse(text, false)).hasValue(micros);
    }

    @ParameterizedTest
    @CsvSource({
        "2024-02-21 08:20:00.000250, 1708500000000250",
        "2024-07-21 08:20:00, 1721542800000000",
        "2024-02-21T07:20:00Z, 1708500000000000",
        "2024-02-21T07:20:00.5-0100, 1708503600500000",
        "1708500000000250, 1708500000000250",
    })
    void timesWithoutADistanceBelongToTheZone(String text, long micros) {
        assertThat(BERLIN.parse(text, false)).hasValue(micros);
    }

    @Test
    void aDayEndsWhereTheZoneHasIt() {
        assertThat(UTC.parse("2024-02-21", true)).hasValue(1_708_559_999_999_999L);
        assertThat(BERLIN.parse("2024-02-21", true)).hasValue(1_708_556_399_999_999L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "now", "+5m", "-5m", "2024-02-30", "25:00", "2024-02-21\" or seq:5", "1970-01-01T00:00+01:00"
            })
    void whatIsNoTimeIsNone(String text) {
        assertThat(UTC.parse(text, false)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            longs = {
                0,
                1,
                1_708_500_000_000_250L,
                253_402_300_799_999_999L,
                253_402_300_800_000_000L,
                Long.MAX_VALUE,
                Long.MIN_VALUE,
                -1L
            })
    void whatIsPrintedReadsBackTheSame(long micros) {
        assertThat(UTC.parse(UTC.print(micros), false)).hasValue(micros);
        assertThat(BERLIN.parse(BERLIN.print(micros), true)).hasValue(micros);
    }

    @Test
    void anHourThatTheClocksShowTwiceStaysWhatItWas() {
        long second = 1_729_992_600_000_000L;
        var bound = new TimeBoundModel(false);
        bound.show(second, BERLIN);
        assertThat(bound.text().get()).isEqualTo("2024-10-27 02:30:00.000000");
        assertThat(bound.micros(BERLIN)).hasValue(second);
    }
}
