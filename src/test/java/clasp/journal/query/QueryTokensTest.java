package clasp.journal.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryTokensTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/a/** type:param,event|PATTERN:/a/** KEY:type: OPERAND:param,event",
                "-addr:/a or (x \"y z\")|OPERATOR:- KEY:addr: PATTERN:/a OPERATOR:or PARENTHESIS:( TEXT:x TEXT:\"y z\""
                        + " PARENTHESIS:)",
                "not value>=0.5 from:5 to:+5m|OPERATOR:not KEY:value>= OPERAND:0.5 KEY:from: OPERAND:5 KEY:to:"
                        + " OPERAND:+5m",
                "author:13a1* value>x|KEY:author: OPERAND:13a1* KEY:value> INVALID:x",
                "x or|TEXT:x OPERATOR:or",
                "x \"y|TEXT:x INVALID: \"y"
            })
    void piecesOfTheTextAreNamed(String text, String expected) {
        StringBuilder found = new StringBuilder();
        for (Token token : Query.tokens(text)) {
            found.append(found.isEmpty() ? "" : " ")
                    .append(token.kind())
                    .append(':')
                    .append(text, token.start(), token.end());
        }
        assertThat(found.toString()).isEqualTo(expected);
    }
}
