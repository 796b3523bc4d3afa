package clasp.journal.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberTestTest {
    @ParameterizedTest
    @CsvSource({
        "1, 1.0, 0",
        "1, 1e0, 0",
        "1, 10E-1, 0",
        "0, -0.0, 0",
        "0, 0e999999999999, 0",
        "-0, 0, 0",
        "0.5, 0.49999999999999999999999, -1",
        "9007199254740993, 9007199254740992.0, -1",
        "9223372036854775807, 9223372036854775806, -1",
        "18446744073709551615, 18446744073709551616, 1",
        "1e300, 1e+300, 0",
        "5e-324, 0, -1",
        "1, 1e999999999, 1",
        "1, 1e99999999999999999999999999, 1",
        "1, -1e99999999999999999999999999, -1",
        "1, 1e-99999999999999999999999999, -1",
        "-1, -1e-99999999999999999999999999, 1",
        "1e2147483647, 1e2147483646, -1",
        "1e2147483647, 10e2147483646, 0",
        "1e-2147483000, 0.1e-2147482999, 0",
        "-5, -4.999, 1",
        "-5, '  -5 ', 0",
        "100, 1e2, 0",
        "123456789012345678901234567890, 123456789012345678901234567890.0, 0"
    })
    void comparesExactly(String number, String stored, int sign) {
        assertThat(compare(number, stored)).isEqualTo(sign);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "-",
                "+1",
                "01",
                "1.",
                ".5",
                "1e",
                "1e+",
                "0x10",
                "1 2",
                "NaN",
                "Infinity",
                "true",
                "null",
                "\"1\"",
                "[1]",
                "1,",
                "--1",
                "-01",
                "1.0.0",
                "1e1.0",
                "１",
                "1_000",
                "1f",
                "1d",
                "1L"
            })
    void whatIsNoJsonNumberNeverMatches(String stored) {
        for (Comparison comparison : Comparison.values()) {
            assertThat(new ValueTest.Number(comparison, BigDecimal.ONE).matches(stored))
                    .as("%s with %s", stored, comparison)
                    .isFalse();
        }
    }

    @Test
    void agreesWithBigDecimal() {
        Random random = new Random(3);
        for (int round = 0; round < 100_000; round++) {
            String number = number(random);
            String stored = number(random);
            assertThat(compare(number, stored))
                    .as("%s against %s", stored, number)
                    .isEqualTo(new BigDecimal(stored).compareTo(new BigDecimal(number)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void eachComparisonHoldsWhereItShould(Comparison comparison) {
        ValueTest.Number test = new ValueTest.Number(comparison, new BigDecimal("0.5"));
        assertThat(test.matches("0.4")).isEqualTo(comparison.holds(-1));
        assertThat(test.matches("0.50")).isEqualTo(comparison.holds(0));
        assertThat(test.matches("0.6")).isEqualTo(comparison.holds(1));
    }

    private static int compare(String number, String stored) {
        return new ExactNumber(new BigDecimal(number)).compareStored(stored);
    }

    /// Few digits, so that equal numbers in different notations are frequent.
    private static String number(Random random) {
        StringBuilder text = new StringBuilder(random.nextInt(4) == 0 ? "-" : "");
        text.append(random.nextInt(3) == 0 ? 0 : 1 + random.nextInt(20));
        if (random.nextBoolean()) {
            text.append('.').append(random.nextInt(3) == 0 ? "0" : "").append(random.nextInt(20));
        }
        if (random.nextBoolean()) {
            text.append('e').append(random.nextInt(5) - 2);
        }
        if (random.nextInt(10) == 0) {
            text.insert(text.charAt(0) == '-' ? 1 : 0, "1234567890123456789");
        }
        return text.toString();
    }
}
