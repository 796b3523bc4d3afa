package clasp.journal.query;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.model.SeqRange;
import clasp.journal.model.TimeRange;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryParseTest {
    private static final long MORNING = 1_708_500_000_000_000L; // 2024-02-21T07:20:00Z

    private static Filter parse(String text) {
        return Query.parse(text).filter();
    }

    private static Filter text(String sought) {
        return new Filter.Text(new TextSearch(sought));
    }

    private static Filter address(String pattern) {
        return new Filter.Address(AddressPattern.of(pattern));
    }

    private static Filter time(long from, long to) {
        return new Filter.Time(new TimeRange(from, to));
    }

    private static Filter value(ValueTest test) {
        return new Filter.Value(test);
    }

    private static Filter number(Comparison comparison, String number) {
        return value(new ValueTest.Number(comparison, new BigDecimal(number)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\n", "()", "( )"})
    void nothingFindsEveryEntry(String text) {
        assertThat(parse(text)).isEqualTo(Filter.ALL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/lumen/**",
                "lumen/x",
                "*",
                "**",
                "!/foo",
                "{a,b}",
                "[ab]c",
                "?",
                "/a(b)",
                "/a\\*b",
                "/a,b",
                "/foo/[a"
            })
    void wordsOfPatternShapeAreAddressPatterns(String pattern) {
        assertThat(parse(pattern)).isEqualTo(address(pattern));
        assertThat(parse("addr:" + pattern)).isEqualTo(address(pattern));
        assertThat(parse("(" + pattern + ")")).isEqualTo(address(pattern));
    }

    @Test
    void anyPatternCanBeQuoted() {
        assertThat(parse("addr:\"/a b/\\\\*\"")).isEqualTo(address("/a b/\\*"));
        assertThat(parse("addr:plain")).isEqualTo(address("plain"));
        assertThat(parse("addr:\"\"")).isEqualTo(address(""));
        assertThat(parse("addr:\"/a\\\"(\"")).isEqualTo(address("/a\"("));
    }

    @Test
    void otherWordsAreText() {
        assertThat(parse("opacity")).isEqualTo(text("opacity"));
        assertThat(parse("0.75")).isEqualTo(text("0.75"));
        assertThat(parse("07:20")).isEqualTo(text("07:20"));
        assertThat(parse("\"two words\"")).isEqualTo(text("two words"));
        assertThat(parse("\"say \\\"hi\\\" \\u00e9 \\\\\"")).isEqualTo(text("say \"hi\" é \\"));
        assertThat(parse("\"\"")).isEqualTo(text(""));
        assertThat(parse("\"or\"")).isEqualTo(text("or"));
        assertThat(parse("order")).isEqualTo(text("order"));
    }

    @Test
    void listsAreRead() {
        assertThat(parse("type:param,event")).isEqualTo(new Filter.Signal(Set.of("param", "event")));
        assertThat(parse("type:\"odd, type\",Param")).isEqualTo(new Filter.Signal(Set.of("odd, type", "Param")));
        assertThat(parse("msg:set,PUBLISH,0x22,34,-1,300"))
                .isEqualTo(new Filter.Message(Set.of(0x21L, 0x20L, 0x22L, -1L, 300L)));
    }

    @Test
    void authorsAreRead() {
        assertThat(parse("author:13a1*")).isEqualTo(new Filter.Author(new TextPattern("13a1*")));
        assertThat(parse("author:\"a b\"")).isEqualTo(new Filter.Author(new TextPattern("a b")));
        assertThat(parse("author:\"\"")).isEqualTo(new Filter.Author(new TextPattern("")));
    }

    @Test
    void valuesAreCompared() {
        assertThat(parse("value>0.5")).isEqualTo(number(Comparison.GREATER, "0.5"));
        assertThat(parse("value>=-1e-3")).isEqualTo(number(Comparison.AT_LEAST, "-1e-3"));
        assertThat(parse("value<.5")).isEqualTo(number(Comparison.LESS, "0.5"));
        assertThat(parse("value<=9223372036854775807")).isEqualTo(number(Comparison.AT_MOST, "9223372036854775807"));
        assertThat(parse("value=1e999999999")).isEqualTo(number(Comparison.EQUAL, "1e999999999"));
        assertThat(parse("value!=0")).isEqualTo(number(Comparison.NOT_EQUAL, "0"));
        assertThat(parse("value=true")).isEqualTo(value(new ValueTest.Same(true, "true")));
        assertThat(parse("value!=NULL")).isEqualTo(value(new ValueTest.Same(false, "null")));
        assertThat(parse("value=\"true\"")).isEqualTo(value(new ValueTest.Same(true, "\"true\"")));
        assertThat(parse("value=\"\\u0041\"")).isEqualTo(value(new ValueTest.Same(true, "\"A\"")));
        assertThat(parse("value~cue")).isEqualTo(value(new ValueTest.Contains(new TextSearch("cue"))));
        assertThat(parse("value~\"a b\"")).isEqualTo(value(new ValueTest.Contains(new TextSearch("a b"))));
    }

    @Test
    void revisionsAreUnsigned() {
        assertThat(parse("rev>=3")).isEqualTo(new Filter.Revision(Comparison.AT_LEAST, 3));
        assertThat(parse("rev=18446744073709551615")).isEqualTo(new Filter.Revision(Comparison.EQUAL, -1));
        assertThat(parse("rev=none")).isEqualTo(new Filter.HasRevision(false));
        assertThat(parse("rev=any")).isEqualTo(new Filter.HasRevision(true));
        assertThat(parse("rev!=none")).isEqualTo(new Filter.HasRevision(true));
    }

    @Test
    void seqsAreRanges() {
        assertThat(parse("seq:100..200")).isEqualTo(new Filter.Seq(new SeqRange(100, 200)));
        assertThat(parse("seq:100..")).isEqualTo(new Filter.Seq(new SeqRange(100, Long.MAX_VALUE)));
        assertThat(parse("seq:..200")).isEqualTo(new Filter.Seq(new SeqRange(Long.MIN_VALUE, 200)));
        assertThat(parse("seq:5")).isEqualTo(new Filter.Seq(new SeqRange(5, 5)));
    }

    @ParameterizedTest
    @CsvSource({
        "from:2024-02-21T07:20:00Z, 0, -1",
        "from:2024-02-21T07:20:00.000250Z, 250, -1",
        "from:2024-02-21t07:20:00.5z, 500000, -1",
        "'from:\"2024-02-21 07:20\"', 0, -1",
        "from:2024-02-21T09:20+02:00, 0, -1",
        "from:1708500000000000, 0, -1",
        "from:2024-02-21, -26400000000, -1",
        "FROM:2024-02-21T07:20:00Z TO:+5m, 0, 300000000",
        "to:+5m x from:2024-02-21T07:20:00Z, 0, 300000000",
        "from:-10s to:2024-02-21T07:20:10Z, 0, 10000000",
        "from:2024-02-21T07:20:00Z to:+1.5ms, 0, 1500",
        "from:2024-02-21T07:20:00Z to:+7us, 0, 7",
        "from:2024-02-21T07:20:00Z to:+1h, 0, 3600000000",
        "from:2024-02-20T07:20:00Z from:2024-02-21T07:20:00Z to:+1d, 0, 86400000000",
        "from:2024-02-21T07:20:00Z to:+0s, 0, 0"
    })
    void timesAreRead(String text, long fromOffset, long toOffset) {
        long to = toOffset == -1 ? -1L : MORNING + toOffset;
        Filter expected = time(MORNING + fromOffset, to);
        Filter found = parse(text);
        Filter first = found instanceof Filter.And(List<Filter> parts) ? parts.getFirst() : found;
        assertThat(first).isEqualTo(expected);
    }

    @Test
    void timesAreUnsigned() {
        assertThat(parse("from:0")).isEqualTo(time(0, -1));
        assertThat(parse("from:9223372036854775808 to:18446744073709551615")).isEqualTo(time(Long.MIN_VALUE, -1));
        assertThat(parse("from:9223372036854775807 to:+2us")).isEqualTo(time(Long.MAX_VALUE, Long.MIN_VALUE + 1));
        assertThat(parse("from:18446744073709551610 to:+1d")).isEqualTo(time(-6, -1));
        assertThat(parse("from:9223372036854775808 from:5 to:18446744073709551615 to:9223372036854775809"))
                .isEqualTo(time(Long.MIN_VALUE, Long.MIN_VALUE + 1));
        assertThat(parse("from:-1d to:1000")).isEqualTo(time(0, 1000));
    }

    @Test
    void dayAsEndIsTheWholeDay() {
        assertThat(parse("from:2024-02-21 to:2024-02-21"))
                .isEqualTo(time(1_708_473_600_000_000L, 1_708_559_999_999_999L));
    }

    @Test
    void boundsOfAGroupCombineAndOthersDoNot() {
        assertThat(parse("from:5 from:7 to:20 to:10")).isEqualTo(time(7, 10));
        assertThat(parse("from:5 (from:7 to:20)")).isEqualTo(new Filter.And(List.of(time(5, -1), time(7, 20))));
        assertThat(parse("from:5 or to:7")).isEqualTo(new Filter.Or(List.of(time(5, -1), time(0, 7))));
        assertThat(parse("-from:5 to:7")).isEqualTo(new Filter.And(List.of(new Filter.Not(time(5, -1)), time(0, 7))));
    }

    @Test
    void orBindsLessThanNeighbourhood() {
        assertThat(parse("a b or c"))
                .isEqualTo(new Filter.Or(List.of(new Filter.And(List.of(text("a"), text("b"))), text("c"))));
        assertThat(parse("a (b or c)"))
                .isEqualTo(new Filter.And(List.of(text("a"), new Filter.Or(List.of(text("b"), text("c"))))));
        assertThat(parse("a AND b OR c")).isEqualTo(parse("a b or c"));
        assertThat(parse("a or b or c")).isEqualTo(new Filter.Or(List.of(text("a"), text("b"), text("c"))));
    }

    @Test
    void minusAndNotExclude() {
        Filter excluded = new Filter.Not(address("/sensors/**"));
        assertThat(parse("-addr:/sensors/**")).isEqualTo(excluded);
        assertThat(parse("not /sensors/**")).isEqualTo(excluded);
        assertThat(parse("NOT(/sensors/**)")).isEqualTo(excluded);
        assertThat(parse("--x")).isEqualTo(new Filter.Not(new Filter.Not(text("x"))));
        assertThat(parse("-(a b)")).isEqualTo(new Filter.Not(new Filter.And(List.of(text("a"), text("b")))));
        assertThat(parse("-()")).isEqualTo(Filter.NONE);
        assertThat(parse("-\"a b\"")).isEqualTo(new Filter.Not(text("a b")));
    }

    @Test
    void wholeExampleIsRead() {
        assertThat(parse("/lumen/** type:param,event author:13a1* msg:set value>0.5 rev>=3 seq:100..200"
                        + " from:2024-02-21T07:20:00Z to:+5m -addr:/sensors/**"))
                .isEqualTo(new Filter.And(List.of(
                        address("/lumen/**"),
                        new Filter.Signal(Set.of("param", "event")),
                        new Filter.Author(new TextPattern("13a1*")),
                        new Filter.Message(Set.of(0x21L)),
                        number(Comparison.GREATER, "0.5"),
                        new Filter.Revision(Comparison.AT_LEAST, 3),
                        new Filter.Seq(new SeqRange(100, 200)),
                        time(MORNING, MORNING + 300_000_000),
                        new Filter.Not(address("/sensors/**")))));
    }

    @Test
    void malformedPatternIsAProblemAndNoError() {
        assertThat(Query.parse("x /foo/[a y").problems()).singleElement().satisfies(problem -> {
            assertThat(problem.start()).isEqualTo(2);
            assertThat(problem.end()).isEqualTo(9);
            assertThat(problem.message()).contains("]");
        });
        assertThat(Query.parse("/foo/**").problems()).isEmpty();
    }
}
