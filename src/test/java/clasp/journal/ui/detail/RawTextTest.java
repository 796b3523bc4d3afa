package clasp.journal.ui.detail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RawTextTest {
    @Test
    void piecesTogetherAreTheText() {
        for (String text :
                new String[] {"", "1", "a\nb\r\n\n", "x".repeat(5_000_000), "[" + "12345,".repeat(900_000)}) {
            RawText raw = RawText.of(text);
            assertThat(String.join("", raw.pieces())).isEqualTo(text);
            assertThat(raw.pieces()).allMatch(piece -> piece.length() <= RawText.PIECE);
        }
    }

    @Test
    void pieceOfAPositionHoldsIt() {
        String text = "0123456789\n".repeat(400);
        RawText raw = RawText.of(text);
        assertThat(raw.pieceAt(0)).isZero();
        assertThat(raw.pieceAt(10)).isZero();
        assertThat(raw.pieceAt(11)).isEqualTo(1);
        assertThat(raw.pieceAt(text.length())).isEqualTo(399);
    }

    @Test
    void surrogatePairsStayTogether() {
        RawText raw = RawText.of("x" + "\uD83D\uDE00".repeat(2_000));
        assertThat(raw.pieces()).noneMatch(piece -> Character.isHighSurrogate(piece.charAt(piece.length() - 1)));
    }

    @Test
    void onlyAShortTextWithoutHiddenSignsGoesIntoATextArea() {
        assertThat(RawText.of("{\"a\":\n\t1}").fitsTextArea()).isTrue();
        assertThat(RawText.of("a\u0000b").fitsTextArea()).isFalse();
        assertThat(RawText.of("a\r\nb").fitsTextArea()).isFalse();
        assertThat(RawText.of("x".repeat(100_000)).fitsTextArea()).isFalse();
    }
}
