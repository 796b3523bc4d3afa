package clasp.journal.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextSearchTest {
    @ParameterizedTest
    @CsvSource({
        "opacity, /lumen/Scene/OPACITY, true",
        "LUMEN, /lumen/x, true",
        "lumen/y, /lumen/x, false",
        "GRÖSSE, größe, false",
        "GRÖẞE, größe, true",
        "ΟΔΟΣ, οδος, true",
        "istanbul, ISTANBUL, true",
        "'', x, true",
        "'', '', true",
        "x, '', false",
        "_, a%b, false",
        "aab, aaab, true",
        "abab, ababab, true"
    })
    void caseOfLettersDoesNotCount(String text, String candidate, boolean found) {
        assertThat(new TextSearch(text).in(candidate)).isEqualTo(found);
    }

    @Test
    void halfACharacterIsNotFoundInAWholeOne() {
        assertThat(new TextSearch("\uD83C").in("🎛")).isFalse();
        assertThat(new TextSearch("\uDF9B").in("🎛")).isFalse();
        assertThat(new TextSearch("🎛").in("a🎛b")).isTrue();
        assertThat(new TextSearch("\uD83C").in("a\uD83C")).isTrue();
        assertThat(new TextSearch("\uD801\uDC00").in("\uD801\uDC28"))
                .as("Deseret capital finds small")
                .isTrue();
    }

    @Test
    void agreesWithNaiveSearch() {
        Random random = new Random(11);
        for (int round = 0; round < 50_000; round++) {
            String text = text(random, 5);
            String candidate = text(random, 14);
            boolean expected = candidate.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT));
            assertThat(new TextSearch(text).in(candidate))
                    .as("%s in %s", text, candidate)
                    .isEqualTo(expected);
        }
    }

    @Test
    void searchesAreEqualWhenTheirTextIs() {
        assertThat(new TextSearch("a"))
                .isEqualTo(new TextSearch("a"))
                .hasSameHashCodeAs(new TextSearch("a"))
                .isNotEqualTo(new TextSearch("A"));
        assertThat(new TextSearch("a").text()).isEqualTo("a");
    }

    private static String text(Random random, int maxLength) {
        StringBuilder text = new StringBuilder();
        for (int length = random.nextInt(maxLength + 1); length > 0; length--) {
            text.append("aAbBöÖ".charAt(random.nextInt(6)));
        }
        return text.toString();
    }
}
