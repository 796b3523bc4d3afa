package clasp.journal.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import clasp.journal.testing.TestLines;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValueTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-0",
                "-0.0",
                "1.0",
                "1E5",
                "1e300",
                "1e+300",
                "1e400",
                "9223372036854775807",
                "-9223372036854775809",
                "18446744073709551615",
                "123456789012345678901234567890",
                "0.1000000000000000055511151231257827"
            })
    void numbersKeepTheirText(String text) {
        assertThat(Value.parse(text)).isEqualTo(new Value.Num(text));
        assertThat(Value.parse(" [ " + text + " ] ")).isEqualTo(new Value.Array(List.of(new Value.Num(text))));
    }

    @Test
    void anIntegerIsANumberWithoutFractionAndExponent() {
        assertThat(new Value.Num("-12").isInteger()).isTrue();
        assertThat(new Value.Num("1.0").isInteger()).isFalse();
        assertThat(new Value.Num("1e3").isInteger()).isFalse();
    }

    @Test
    void scalarsAreRead() {
        assertThat(Value.parse("null")).isEqualTo(new Value.Null());
        assertThat(Value.parse("true")).isEqualTo(new Value.Bool(true));
        assertThat(Value.parse("\tfalse\r\n")).isEqualTo(new Value.Bool(false));
        assertThat(Value.parse("\"a\\u0041\\n\\\"日\"")).isEqualTo(new Value.Text("aA\n\"日"));
    }

    @Test
    void membersKeepTheirOrderAndDuplicateKeysAreAllThere() {
        assertThat(Value.parse("{\"b\":1,\"a\":[],\"b\":{}}"))
                .isEqualTo(new Value.Map(List.of(
                        new Value.Member("b", new Value.Num("1")),
                        new Value.Member("a", new Value.Array(List.of())),
                        new Value.Member("b", new Value.Map(List.of())))));
    }

    @Test
    void nestingIsReadDownToTheLimit() {
        String deepest = "[".repeat(Value.MAX_DEPTH) + "]".repeat(Value.MAX_DEPTH);

        Value value = Value.parse(deepest);

        assertThat(value).isEqualTo(Value.parse(deepest)).hasSameHashCodeAs(Value.parse(deepest));
        int depth = 1;
        while (value instanceof Value.Array(List<Value> items) && !items.isEmpty()) {
            value = items.getFirst();
            depth++;
        }
        assertThat(depth).isEqualTo(Value.MAX_DEPTH);
    }

    @ParameterizedTest
    @ValueSource(ints = {1_001, 5_000_000})
    void deeperNestingIsRefusedWhereItBegins(int depth) {
        ValueSyntaxException e = catchThrowableOfType(ValueSyntaxException.class, () -> Value.parse("[".repeat(depth)));

        assertThat(e).hasMessageContaining("deeper than 1000 levels");
        assertThat(e.position()).isEqualTo(1_000);
    }

    @Test
    void aStringOf50MegabytesIsRead() {
        String text = "x".repeat(50 << 20);

        assertThat(Value.parse("\"" + text + "\"")).isEqualTo(new Value.Text(text));
    }

    @Test
    void aNumberOfAMillionDigitsIsRead() {
        String digits = "7".repeat(1_000_000);

        assertThat(Value.parse(digits)).isEqualTo(new Value.Num(digits));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '§', quoteCharacter = '~', textBlock = """
        {broken        § 1 § 'broken'
        01             § 1 § '1'
        NaN            § 0 § 'NaN'
        [1,-Infinity]  § 3 § '-'
        1 2            § 2 § more text
        [1] [2]        § 4 § more text
        'x'            § 0 § '''
        tru            § 0 § 'tru'
        [1,]           § 3 § ']'
        [1 2]          § 3 § '2'
        {"a" 1}        § 5 § '1'
        ]              § 0 § ']'
        [1}            § 2 § '}'
        "\\q"          § 2 § 'q'
        +1             § 0 § '+'
        [1,2           § 4 § ends before
        "abc           § 4 § ends before
        -              § 1 § ends before
        {"a":          § 5 § ends before
        ~~             § 0 § empty
        ~   ~          § 3 § empty
        """)
    void whatIsWrongIsSaidWithItsPosition(String text, int position, String words) {
        ValueSyntaxException e = catchThrowableOfType(ValueSyntaxException.class, () -> Value.parse(text));

        assertThat(e).hasMessageContaining(words);
        assertThat(e.position()).isEqualTo(position);
    }

    @Test
    void controlCharactersInStringsAreNamedByCode() {
        assertThatExceptionOfType(ValueSyntaxException.class)
                .isThrownBy(() -> Value.parse("\"a\nb\""))
                .withMessageContaining("U+000A");
    }

    static List<String> claspValues() {
        return TestLines.of(ValueTest.class, "clasp-values.txt").stream()
                .map(line -> ((Value.Text) Value.parse(line)).value())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("claspValues")
    void whatClaspWritesIsReadAndSaysTheSameWhenWritten(String json) {
        assertThat(Value.parse(json).json()).isEqualTo(json);
    }

    @Test
    void valuesDifferByTheTextOfTheirNumbersAndTheOrderOfTheirMembers() {
        assertThat(Value.parse("[1]")).isNotEqualTo(Value.parse("[1.0]")).hasToString("[1]");
        assertThat(Value.parse("{\"a\":1,\"b\":2}"))
                .isEqualTo(Value.parse(" { \"\\u0061\" : 1 , \"b\" : 2 } "))
                .isNotEqualTo(Value.parse("{\"b\":2,\"a\":1}"));
    }
}
