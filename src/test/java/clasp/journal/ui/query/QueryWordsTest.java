package clasp.journal.ui.query;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.query.Query;
import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryWordsTest {
    private static QueryFacts facts(String text) {
        return new QueryFacts(Query.parse(text == null ? "" : text));
    }

    @ParameterizedTest
    @CsvSource({
        ", any address",
        "type:param, any address",
        "/a/** type:param, /a/**",
        "/a/** -/a/b/**, /a/**",
        "/a/** or /b/**, in the text",
        "/a/** /b/**, in the text",
        "-/a/**, in the text",
    })
    void thePatternIsSaidWhenThereIsOne(String text, String said) {
        assertThat(QueryWords.pattern(facts(text))).isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        | all types
        /a/** | all types
        type:event,param | param, event
        type:event,param,stream | 3 types
        type:odd,param | param, odd
        -type:event | in the text
        type:event or seq:5 | in the text
        """)
    void theTypesAreSaidInTheirOrder(String text, String said) {
        assertThat(QueryWords.types(facts(text))).isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        | all time
        seq:5 | all time
        from:2024-02-21T07:20:00.000250Z | from 21 Feb 07:20:00
        to:2024-02-21T07:20 | until 21 Feb 07:20:00
        from:2024-02-21T07:20 to:+5m | 07:20:00 – 07:25:00
        from:2024-02-21T07:20 to:2024-02-23T08:00 | 21 Feb 07:20 – 23 Feb 08:00
        from:2024-02-21T07:20 to:+2s | 07:20:00.000 – 07:20:02.000
        from:2024-02-21T07:20:00.000250 to:+1ms | 07:20:00.000250 – 07:20:00.001250
        to:18446744073709551614 from:18446744073709551610 | 08:01:49.551610 – 08:01:49.551614
        from:18446744073709551610 | from 19 Jan 08:01:49
        -from:2024-02-21 | in the text
        from:2024-02-21 or seq:5 | in the text
        """)
    void theTimeIsSaidWithTheDigitsThatTellTheEndsApart(String text, String said) {
        assertThat(QueryWords.time(facts(text), new Moments(ZoneOffset.UTC))).isEqualTo(said);
    }
}
