package clasp.journal.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Text on the screen hides nothing.
class LineTextTest {
    @Test
    void controlCharactersBecomeSigns() {
        assertThat(LineText.of("a\nb\tc\u0000", 10)).isEqualTo("a\u240ab\u2409c\u2400");
        assertThat(LineText.of("a\u0085b", 10)).isEqualTo("a\\u0085b");
    }

    @Test
    void whatTurnsTheWritingDirectionBecomesAnEscape() {
        assertThat(LineText.of("/a\u202egnp", 10)).isEqualTo("/a\\u202egnp");
    }

    @Test
    void longTextIsCutBetweenCharacters() {
        assertThat(LineText.of("abc", 3)).isEqualTo("abc");
        assertThat(LineText.of("abcd", 3)).isEqualTo("abc…");
        assertThat(LineText.of("ab😀d", 3)).isEqualTo("ab…");
        assertThat(LineText.of("a\nb\nc", 3)).isEqualTo("a\u240ab…");
        assertThat(LineText.of("abc", 0)).isEqualTo("…");
    }

    @Test
    void severalLinesStaySeveralLines() {
        assertThat(LineText.visible("a\n\tb\r\u2028")).isEqualTo("a\n\tb\u240d\\u2028");
    }
}
