package clasp.journal.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextPatternTest {
    @ParameterizedTest
    @CsvSource({
        "abc, abc, true",
        "abc, ABC, false",
        "13a1*, 13a1b2c3, true",
        "13a1*, 13a1, true",
        "*c3, 13a1b2c3, true",
        "a*b*c, a-b-b-c, true",
        "a*b*c, a-c-b, false",
        "a?c, abc, false",
        "a.c, abc, false",
        "**, anything, true",
        "'', '', true",
        "'', a, false",
        "*, '', true"
    })
    void starStandsForAnyRun(String pattern, String candidate, boolean matches) {
        assertThat(new TextPattern(pattern).matches(candidate)).isEqualTo(matches);
    }

    @Test
    void agreesWithARegularExpression() {
        Random random = new Random(7);
        for (int round = 0; round < 20_000; round++) {
            String pattern = text(random, "ab*", 8);
            String candidate = text(random, "ab", 10);
            boolean expected = Pattern.matches(pattern.replace("*", ".*"), candidate);
            assertThat(new TextPattern(pattern).matches(candidate))
                    .as("%s on %s", pattern, candidate)
                    .isEqualTo(expected);
        }
    }

    @Test
    void literalPrefixEndsAtTheFirstStar() {
        assertThat(new TextPattern("ab*c*").literalPrefix()).isEqualTo("ab");
        assertThat(new TextPattern("ab*c*").isLiteral()).isFalse();
        assertThat(new TextPattern("ab").literalPrefix()).isEqualTo("ab");
        assertThat(new TextPattern("ab").isLiteral()).isTrue();
    }

    private static String text(Random random, String alphabet, int maxLength) {
        StringBuilder text = new StringBuilder();
        for (int length = random.nextInt(maxLength + 1); length > 0; length--) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }
}
