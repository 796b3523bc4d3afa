package clasp.journal.query;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Bounds the steps of matching, on patterns that make naive matchers run for ages.
class AddressPatternWorkTest {
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "a single run of stars|*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*b|a|1000|10000",
                "many globstars|**/**/**/**/**/**/**/**/**/x|/a|1000|10000",
                "globstars with segments between|/**/a/**/a/**/a/**/a/**/a/**/b|/a|1000|50000",
                "globstars and stars|/**/*a*/**/*a*/**/*a*/**/*b|/aa|700|50000",
                "stars in nested braces|*{*{*{*{*{*{*{*{*{*{b}}}}}}}}}}|a|200|1000000",
                "stars after nested braces|*{*{*{*{*{*{*{*{*{*{a}a}a}a}a}a}a}a}a}b}b|a|200|1000000",
                "alternatives of stars|{*a,*b}{*a,*b}{*a,*b}{*a,*b}{*a,*b}{*a,*b}{*a,*b}c|ab|500|100000"
            },
            delimiter = '|')
    void stepsAreBounded(String name, String pattern, String repeated, int times, long bound) {
        assertThat(steps(pattern, repeated.repeat(times))).as(name).isLessThan(bound);
    }

    @ParameterizedTest
    @CsvSource({"60, 1000", "600, 10000"})
    void manyAlternativesTakeLinearSteps(int times, long bound) {
        assertThat(steps("{a,b}".repeat(times), "b".repeat(times))).isLessThan(bound);
        assertThat(AddressPattern.of("{a,b}".repeat(times)).matches("b".repeat(times)))
                .isTrue();
        assertThat(steps("*" + "{a,b}".repeat(times), "b".repeat(times - 1))).isLessThan(bound * times);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {"\"{/**/*[a],*b\",/b//b"})
    void patternOnWhichClaspNeverEndsMatchesNothing(String pattern, String address) {
        assertThat(steps(pattern, address)).isLessThan(2_000);
        assertThat(AddressPattern.of(pattern).matches(address)).isFalse();
    }

    private static long steps(String pattern, String address) {
        byte[] bytes = address.getBytes(UTF_8);
        GlobSteps steps = new GlobSteps();
        boolean matches = AddressPattern.of(pattern).matches(bytes, 0, bytes.length, steps);
        assertThat(matches).isEqualTo(AddressPattern.of(pattern).matches(address));
        return steps.count;
    }
}
