package clasp.journal.query;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.model.Entry;
import clasp.journal.model.TimeRange;
import clasp.journal.testing.RandomFilters;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilterTest {
    private static final List<Entry> ENTRIES = List.of(
            new Entry(1, 1_000, "13a1b2", "/lumen/scene/0/opacity", "param", "0.75", 1L, 0x21),
            new Entry(2, 2_000, "13a1b2", "/lumen/scene/1/opacity", "param", "1", 2L, 0x21),
            new Entry(3, 3_000, "desk", "/midi/cc/7", "event", " 64 ", null, 0x20),
            new Entry(4, 2_500, "Desk", "/cue/go", "event", "\"GO \\u0041\"", null, 0x20),
            new Entry(5, -1L, "", "no slash", "odd", "not json", -1L, 300),
            new Entry(6, 0, "x", "/größe/日", "stream", "[1,null]", null, -1),
            new Entry(7, Long.MIN_VALUE, "x", "", "gesture", "null", 3L, 0x22));

    private static String found(Filter filter) {
        return ENTRIES.stream()
                .filter(filter::matches)
                .map(entry -> Long.toString(entry.seq()))
                .collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``|1 2 3 4 5 6 7",
                "-()|``",
                "/lumen/**|1 2",
                "/**|1 2 3 4 6",
                "/größe/???|6",
                "addr:\"\"|7",
                "!/lumen/**|3 4 5 6 7",
                "type:param,odd|1 2 5",
                "type:Param|``",
                "author:13a1*|1 2",
                "author:desk|3",
                "author:\"\"|5",
                "msg:set|1 2",
                "msg:300,-1,0x22|5 6 7",
                "value>0.75|2 3",
                "value=64.0|3",
                "value!=1|1 3",
                "value=\"GO A\"|4",
                "value!=null|1 2 3 4 5 6",
                "value~null|6 7",
                "value~\"go a\"|4",
                "rev>=2|2 5 7",
                "rev!=1|2 5 7",
                "rev=none|3 4 6",
                "seq:2..4|2 3 4",
                "from:2000 to:+500us|2 4",
                "from:3000|3 5 7",
                "to:9223372036854775808|1 2 3 4 6 7",
                "DESK|3 4",
                "u0041|4",
                "/lumen/** value=1 or type:event -author:desk|2 4",
                "-(type:param or type:event)|5 6 7"
            })
    void findsWhatTheConditionSays(String query, String seqs) {
        assertThat(found(Query.parse(query).filter())).isEqualTo(seqs);
    }

    @Test
    void addingAConditionFindsWhatFulfilsBoth() {
        RandomFilters filters = new RandomFilters(31, 7, new TimeRange(0, 4_000));
        for (int round = 0; round < 3_000; round++) {
            Query query = Query.of(filters.next(round % 4));
            Filter added = filters.next(2);
            assertThat(found(query.and(added).filter()))
                    .as("%s and %s", query, added)
                    .isEqualTo(found(new Filter.And(List.of(query.filter(), added))));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "1.0|value=1.0",
                " 64 |value=64",
                "\"a\\u0041\"|value=\"aA\"",
                "null|value=null",
                "[1, 2]|value~\"[1, 2]\"",
                "1e99999999999|value~1e99999999999",
                "not json|value~\"not json\""
            })
    void valueLikeAStoredOneFindsThatOne(String stored, String written) {
        ValueTest test = ValueTest.like(stored);
        assertThat(FilterText.of(new Filter.Value(test))).isEqualTo(written);
        assertThat(test.matches(stored)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"/a/b", "/a*", "/a?[x]", "/{a,b}", "\\n", "!/a", "!!", "a!", "``", "/größe/日 x", "**", "/a}b,c]"})
    void literalPatternMatchesItsAddressOnly(String address) {
        AddressPattern pattern = AddressPattern.literally(address);
        assertThat(pattern.matches(address)).isTrue();
        assertThat(pattern.isLiteral()).isTrue();
        assertThat(pattern.literalPrefix()).isEqualTo(address);
        assertThat(pattern.problem()).isEmpty();
    }
}
