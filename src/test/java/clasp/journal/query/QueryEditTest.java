package clasp.journal.query;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.model.TimeRange;
import clasp.journal.testing.RandomFilters;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryEditTest {
    private static final TimeRange TIMES = new TimeRange(1_708_500_000_000_000L, 1_708_500_020_000_000L);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            nullValues = "-",
            value = {
                "``|/a/**|/a/**",
                "/a/**|-|``",
                "/a/**|**|``",
                "/a/**|/**|/**",
                "/a/**   type:param|/b|/b   type:param",
                "type:param  /a/** x|/b|type:param  /b x",
                "type:param  /a/** x|-|type:param x",
                "type:param and /a/** and x|-|type:param and x",
                "/a and type:param|-|type:param",
                "type:param|/b|/b type:param",
                "` type:param `|/b|`/b  type:param `",
                "/a /b x /c|/d|/d x",
                "/a /b x /c|-|x",
                "a or b|/d|/d (a or b)",
                "a or b|-|(a or b)",
                "-/a (/b)|/c|/c -/a (/b)",
                "addr:\"/a b\"(x)|/c|/c (x)",
                "x|/a b|addr:\"/a b\" x",
                "x|plain|addr:plain x"
            })
    void patternIsReplacedInItsPlace(String text, @Nullable String pattern, String expected) {
        assertThat(Query.parse(text).withPattern(pattern).text()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``|1|2|from:1970-01-01T00:00:00.000001Z to:1970-01-01T00:00:00.000002Z",
                "x|1000000|-1|x from:1970-01-01T00:00:01Z",
                "from:5 x to:+5m y|0|1000000|to:1970-01-01T00:00:01Z x y",
                "from:5 x to:+5m y|0|-1|x y",
                "(from:5) x|0|-1|(from:5) x"
            })
    void timeIsReplacedInItsPlace(String text, long from, long to, String expected) {
        assertThat(Query.parse(text).withTime(new TimeRange(from, to)).text()).isEqualTo(expected);
    }

    @Test
    void typesAreReplacedInTheirPlace() {
        assertThat(Query.parse("a type:param  b")
                        .withTypes(Set.of("stream", "event"))
                        .text())
                .isEqualTo("a type:event,stream  b");
        assertThat(Query.parse("a type:param  b").withTypes(Set.of()).text()).isEqualTo("a  b");
        assertThat(Query.parse("a").withTypes(Set.of("event")).text()).isEqualTo("a type:event");
    }

    @Test
    void gettersSeeTheTopLevelOnly() {
        Query query = Query.parse("/a/** type:param from:5 to:+10us -type:event (/b or from:7)");
        assertThat(query.pattern()).contains("/a/**");
        assertThat(query.types()).containsExactly("param");
        assertThat(query.time()).isEqualTo(new TimeRange(5, 15));
        assertThat(Query.parse("/a or /b").pattern()).isEmpty();
        assertThat(Query.parse("/a /b").pattern()).isEmpty();
        assertThat(Query.parse("type:a type:b").types()).isEmpty();
        assertThat(Query.parse("from:5 or x").time()).isEqualTo(TimeRange.ALL);
        assertThat(Query.ALL.time()).isEqualTo(TimeRange.ALL);
    }

    @Test
    void conditionIsAddedAtTheEnd() {
        Filter rev = new Filter.HasRevision(false);
        assertThat(Query.ALL.and(rev).text()).isEqualTo("rev=none");
        assertThat(Query.parse("x").and(rev).text()).isEqualTo("x rev=none");
        assertThat(Query.parse("x or y").and(rev).text()).isEqualTo("(x or y) rev=none");
        assertThat(Query.parse("x").and(new Filter.Not(rev)).text()).isEqualTo("x -rev=none");
        assertThat(Query.parse("x")
                        .and(new Filter.And(List.of(rev, new Filter.HasRevision(true))))
                        .text())
                .isEqualTo("x rev=none rev=any");
    }

    @Test
    void conditionThatIsThereAlreadyIsNotAddedAgain() {
        Query query = Query.parse("x rev=none");
        assertThat(query.and(new Filter.HasRevision(false))).isSameAs(query);
        assertThat(query.and(Filter.ALL)).isSameAs(query);
    }

    @Test
    void addedTimeDoesNotMoveRelativeBounds() {
        Query query = Query.parse("from:1000 to:+5us").and(new Filter.Time(new TimeRange(1003, 9000)));
        assertThat(query.filter())
                .isEqualTo(new Filter.And(List.of(
                        new Filter.Time(new TimeRange(1000, 1005)), new Filter.Time(new TimeRange(1003, 9000)))));
    }

    @Test
    void editsAreSeenByTheGettersAndKeepTheRest() {
        RandomFilters filters = new RandomFilters(9, 20_000, TIMES);
        Random random = new Random(9);
        for (int round = 0; round < 3_000; round++) {
            Query query = Query.of(filters.next(round % 4));
            TimeRange range = new TimeRange(random.nextInt(100), 100 + random.nextInt(100));
            Query timed = query.withTime(range);
            assertThat(timed.time()).as(query.text()).isEqualTo(range);
            assertThat(timed.types()).isEqualTo(query.types());
            assertThat(timed.pattern()).isEqualTo(query.pattern());
            Query typed = query.withTypes(Set.of("stream"));
            assertThat(typed.types()).as(query.text()).containsExactly("stream");
            assertThat(typed.time()).isEqualTo(query.time());
            Query placed = query.withPattern("/x y/**");
            assertThat(placed.pattern()).as(query.text()).contains("/x y/**");
            assertThat(placed.time()).isEqualTo(query.time());
            assertThat(placed.withPattern(null).pattern()).isEmpty();
            Filter added = filters.next(2);
            assertThat(Query.parse(query.and(added).text()).filter())
                    .as("%s and %s", query, added)
                    .isEqualTo(query.and(added).filter());
        }
    }
}
