package clasp.journal.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clasp.journal.testing.OwnLanguage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Why a text is no filter is said in the language of the process.
@OwnLanguage("de-DE")
class GermanFilterTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        colour:red     | Es gibt keine Bedingung „colour:“, nur addr, type, author, msg, value, rev, seq, from und to; Text gehört in Anführungszeichen.
        type:param and | Auf dieses „and“ folgt nichts.
        value>"a"      | Kleiner oder größer sind nur Zahlen; für Text gibt es value="…", value!="…" und value~"…".
        seq:x          | „x“ ist keine Seq: Schreiben Sie seq:5, seq:100..200, seq:100.. oder seq:..200.
        "a\\q"          | \\q bedeutet in Anführungszeichen nichts: Schreiben Sie \\\\ für einen Rückstrich.
        (/a            | Die Klammer, die hier beginnt, ist nicht geschlossen.
        """)
    void aTextThatIsNoFilter(String text, String sentence) {
        assertThatThrownBy(() -> Query.parse(text)).hasMessage(sentence);
    }

    @Test
    void aPatternThatIsMalformed() {
        assertThat(AddressPattern.of("/a/{b,c").problem())
                .contains("Die Auswahl, die mit { beginnt, ist nicht geschlossen: Es fehlt ein }.");
    }
}
