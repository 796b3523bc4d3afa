package clasp.journal.query;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.model.SeqRange;
import clasp.journal.model.TimeRange;
import clasp.journal.testing.RandomFilters;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FilterTextTest {
    private static final TimeRange TIMES = new TimeRange(1_708_500_000_000_000L, 1_708_500_020_000_000L);

    @Test
    void whatIsWrittenReadsBackEqual() {
        RandomFilters filters = new RandomFilters(42, 20_000, TIMES);
        for (int round = 0; round < 20_000; round++) {
            Filter filter = filters.next(round % 5);
            String text = FilterText.of(filter);
            assertThat(Query.parse(text).filter()).as(text).isEqualTo(filter);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/lumen/** type:event,param author:13a1* msg:set value>0.5 rev>=3 seq:100..200",
                "from:2024-02-21T07:20:00Z to:2024-02-21T07:25:00.000001Z -/sensors/**",
                "a b or c (d or -e)",
                "-(a b) \"two words\" value~\"a b\" value=\"x\"",
                "addr:\"/a b\" addr:plain rev=none seq:5",
                "from:0",
                "()  or a",
                "-(from:2024-02-21T07:20:00Z to:2024-02-21T07:25:00Z)"
            })
    void canonicalTextStaysAsItIs(String text) {
        assertThat(FilterText.of(Query.parse(text).filter())).isEqualTo(text.replace("  ", " "));
    }

    @Test
    void timesAfterTheYear9999AreMicros() {
        assertThat(FilterText.of(new Filter.Time(new TimeRange(Long.MIN_VALUE, -2))))
                .isEqualTo("from:9223372036854775808 to:18446744073709551614");
    }

    @Test
    void whatNothingFulfilsIsWrittenSo() {
        assertThat(FilterText.of(Filter.NONE)).isEqualTo("-()");
        assertThat(FilterText.of(new Filter.Seq(SeqRange.NONE))).isEqualTo("-()");
        assertThat(FilterText.of(new Filter.Signal(Set.of()))).isEqualTo("-()");
        assertThat(FilterText.of(new Filter.Not(Filter.ALL))).isEqualTo("-()");
    }

    @Test
    void singlePartsAreWrittenBare() {
        Filter part = new Filter.HasRevision(true);
        assertThat(Query.parse(FilterText.of(new Filter.And(List.of(part)))).filter())
                .isEqualTo(part);
        assertThat(Query.parse(FilterText.of(new Filter.Not(new Filter.Or(List.of(part)))))
                        .filter())
                .isEqualTo(new Filter.Not(part));
    }
}
