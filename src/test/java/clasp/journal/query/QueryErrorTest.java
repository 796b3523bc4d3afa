package clasp.journal.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryErrorTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a or|2|follows",
                "or a|0|before",
                "a or or b|5|before",
                "(a or) b|3|follows",
                "a and|2|follows",
                "and a|0|before",
                "a and and b|2|follows",
                "a and or b|2|follows",
                "not|0|follows",
                "a not or b|2|follows",
                "a - b|2|minus",
                "-|0|minus",
                "(a|0|not closed",
                "x ((a) b|2|not closed",
                "a)|1|parenthesis",
                "say \"hi|4|not closed",
                "say \"hi\\|4|not closed",
                "say \"\\q\"|5|backslash",
                "say \"\\u12\"|5|hexadecimal",
                "\"a\"b|3|space",
                "/a\"b|2|quote",
                "/a(b|2|parenthesis",
                "foo:bar|0|'foo:'",
                "auhtor=x|0|no condition",
                "type=param|4|type:param",
                "value:3|5|value>0.5",
                "rev~3|3|rev>=3",
                "seq>5|3|seq:100..200",
                "type:|5|follows",
                "(type:)|6|follows",
                "type: param|5|follows",
                "type:a,,b|7|missing",
                "type:a,|7|missing",
                "msg:foo|4|message type",
                "msg:0x|4|message type",
                "msg:99999999999999999999|4|message type",
                "value=abc|6|quotes",
                "value>true|6|Only numbers",
                "value<\"a\"|6|Only numbers",
                "value>1.2.3|6|no number",
                "value>0x10|6|no number",
                "value>NaN|6|no number",
                "value>1e99999999999|6|exponent",
                "rev=-1|4|revision",
                "rev=18446744073709551616|4|revision",
                "rev>none|4|revision",
                "seq:x|4|seq",
                "seq:1...2|4|seq",
                "seq:9..1|4|begin",
                "seq:99999999999999999999|4|seq",
                "from:yesterday|5|no time",
                "from:2024-02-30|5|no time",
                "from:2024-02-21T25:00|5|no time",
                "from:2024-02-21T07:20:00.1234567Z|5|no time",
                "from:1969-12-31|5|no time",
                "from:18446744073709551616|5|no time",
                "from:2024-02-21T07:20+99:00|5|no time",
                "to:+5x|3|distance",
                "to:+0.1us|3|distance",
                "to:-5m from:0|3|to:+5m",
                "from:+5m to:9|5|from:-10s",
                "to:+5m|0|missing",
                "x -to:+5m from:0|3|missing",
                "from:-5m|0|missing",
                "from:20 to:10|8|lies after",
                "from:2024-02-22 to:2024-02-20|16|lies after"
            })
    void malformedTextSaysWhatIsWrongAndWhere(String text, int position, String said) {
        QuerySyntaxException error = catchThrowableOfType(QuerySyntaxException.class, () -> Query.parse(text));
        assertThat(error).as(text).isNotNull();
        assertThat(error).hasMessageContaining(said).hasMessageMatching("(?s).*[.]");
        assertThat(error.position()).isEqualTo(position);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "-", "not ", "(-", "-("})
    void deepNestingIsRefused(String opening) {
        String text = opening.repeat(201) + "x" + ")".repeat(opening.contains("(") ? 201 : 0);
        assertThatExceptionOfType(QuerySyntaxException.class)
                .isThrownBy(() -> Query.parse(text))
                .withMessageContaining("nested");
        assertThatExceptionOfType(QuerySyntaxException.class).isThrownBy(() -> Query.parse(opening.repeat(40_000)));
    }

    @Test
    void nestingUpToTheLimitIsRead() {
        assertThat(Query.parse("(".repeat(200) + "x" + ")".repeat(200)).filter())
                .isEqualTo(new Filter.Text(new TextSearch("x")));
        assertThat(Query.parse("(a b) ".repeat(500)).filter()).isInstanceOf(Filter.And.class);
    }

    @Test
    void longTextIsRefused() {
        assertThatExceptionOfType(QuerySyntaxException.class)
                .isThrownBy(() -> Query.parse("x".repeat(100_001)))
                .withMessageContaining("100000");
        assertThat(Query.parse("x ".repeat(50_000)).filter()).isInstanceOf(Filter.And.class);
    }
}
