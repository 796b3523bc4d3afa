package clasp.journal.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.testing.OwnLanguage;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationTextTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0 µs",
        "412, 412 µs",
        "999, 999 µs",
        "1000, 1.000 ms",
        "1204, 1.204 ms",
        "999999, 999.999 ms",
        "1000000, 1.000 s",
        "59999999, 59.999 s",
        "60000000, 1 min 00 s",
        "3599999999, 59 min 59 s",
        "18420000000, 5 h 07 min",
        "1040400000000, 12 d 01 h",
        "-1, 213503982 d 08 h"
    })
    void suitsTheUnitToTheSize(long micros, String text) {
        assertThat(DurationText.text(micros)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    @OwnLanguage
    void wholeSecondsHaveNoDecimalMarkInAnyLanguage(String language) {
        Locale.setDefault(Locale.forLanguageTag(language));
        assertThat(DurationText.whole(Duration.ofMillis(4_900))).isEqualTo("4 s");
        assertThat(DurationText.whole(Duration.ofSeconds(123))).isEqualTo("2 min 03 s");
    }

    @ParameterizedTest
    @CsvSource({"5, 5, +0 µs", "5, 417, +412 µs", "3200000, 0, \u22123.200 s", "0, -1, +213503982 d 08 h"})
    void aStepCarriesItsSign(long from, long to, String text) {
        assertThat(DurationText.step(from, to)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "5, 5, +0 µs",
        "5, 417, +412 µs",
        "0, 1204, +1.204 ms",
        "0, 2500001, +2.500001 s",
        "59999999, 0, \u221259.999999 s",
        "123000001, 0, \u22122 min 03.000001 s",
        "0, 3600000000, +1 h 00 min 00.000000 s",
        "0, 18423000001, +5 h 07 min 03.000001 s",
        "0, -1, +213503982 d 08 h 01 min 49.551615 s"
    })
    void anExactStepHasEveryDigit(long from, long to, String text) {
        assertThat(DurationText.exactStep(from, to)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"0;0", "999;999", "1000;1,000", "-1000;-1,000", "-100;-100", "1234567;1,234,567"})
    void numbersAreGroupedByThree(long number, String text) {
        assertThat(NumberText.grouped(number)).isEqualTo(text);
    }
}
