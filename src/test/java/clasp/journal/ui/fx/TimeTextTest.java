package clasp.journal.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TimeTextTest {
    private static final long MICROS = 1_708_500_011_034_512L;

    @Test
    void utcShowsDateAndClockToTheMicrosecond() {
        var text = TimeText.of(TimeDisplay.UTC, 0);
        assertThat(text.full(MICROS)).isEqualTo("2024-02-21 07:20:11.034512");
        assertThat(text.clock(MICROS)).isEqualTo("07:20:11.034512");
        assertThat(text.day(MICROS)).contains(LocalDate.of(2024, 2, 21));
        assertThat(text.unit(MICROS)).isEqualTo("UTC");
    }

    @Test
    void localUsesTheOffsetInForceAtThatMoment() {
        var text = TimeText.of(TimeDisplay.LOCAL, 0, ZoneId.of("Europe/Berlin"));
        assertThat(text.full(MICROS)).isEqualTo("2024-02-21 08:20:11.034512");
        assertThat(text.unit(MICROS)).isEqualTo("+01:00");
        long july = MICROS + 150L * 86_400_000_000L;
        assertThat(text.clock(july)).isEqualTo("09:20:11.034512");
        assertThat(text.unit(july)).isEqualTo("+02:00");
    }

    @Test
    void wholeSecondsKeepTheirSixZeros() {
        assertThat(TimeText.of(TimeDisplay.UTC, 0).full(0)).isEqualTo("1970-01-01 00:00:00.000000");
        assertThat(TimeText.iso(0)).isEqualTo("1970-01-01T00:00:00.000000Z");
    }

    @Test
    void timestampsAbove2To63AreUnsigned() {
        var text = TimeText.of(TimeDisplay.UTC, 0);
        assertThat(text.full(-1L)).isEqualTo("+586524-01-19 08:01:49.551615");
        assertThat(TimeText.iso(-1L)).isEqualTo("+586524-01-19T08:01:49.551615Z");
        assertThat(TimeText.of(TimeDisplay.RAW, 0).full(-1L)).isEqualTo("18446744073709551615");
        assertThat(TimeText.of(TimeDisplay.LOCAL, 0, ZoneId.of("Europe/Berlin")).full(-1L))
                .startsWith("+586524-01-19 09:01:49");
    }

    @Test
    void yearsBeyond9999CarryAPlus() {
        assertThat(TimeText.of(TimeDisplay.UTC, 0).day(253_402_300_800_000_000L))
                .contains(LocalDate.of(10_000, 1, 1));
    }

    @Test
    void relativeTakesTheShapeThatFitsItsSize() {
        assertThat(TimeText.relative(0, 0)).isEqualTo("+0.000000");
        assertThat(TimeText.relative(0, 12_345_678)).isEqualTo("+12.345678");
        assertThat(TimeText.relative(62_000_001, 0)).isEqualTo("\u22121:02.000001");
        assertThat(TimeText.relative(0, 7_384_000_000L)).isEqualTo("+2:03:04.000000");
        assertThat(TimeText.relative(0, 439_384_000_000L)).isEqualTo("+5d 02:03:04.000000");
    }

    @Test
    void relativeSpansTheWholeRange() {
        assertThat(TimeText.relative(0, -1L)).isEqualTo("+213503982d 08:01:49.551615");
        assertThat(TimeText.relative(-1L, 0)).isEqualTo("\u2212213503982d 08:01:49.551615");
        assertThat(TimeText.of(TimeDisplay.SINCE_FIRST, -2L).full(-1L)).isEqualTo("+0.000001");
    }

    @Test
    void relativeAgreesWithExactArithmetic() {
        var random = new Random(7);
        for (int i = 0; i < 5_000; i++) {
            long from = random.nextLong();
            long to = random.nextLong();
            BigInteger distance = unsigned(to).subtract(unsigned(from));
            String text = TimeText.relative(from, to);
            assertThat(text).startsWith(distance.signum() < 0 ? "\u2212" : "+");
            BigInteger million = BigInteger.valueOf(1_000_000);
            assertThat(text).endsWith("." + String.format("%06d", distance.abs().mod(million)));
        }
    }

    private static BigInteger unsigned(long value) {
        return new BigInteger(Long.toUnsignedString(value));
    }
}
