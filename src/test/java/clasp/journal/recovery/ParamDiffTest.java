package clasp.journal.recovery;

import static clasp.journal.recovery.ChangeKind.ADDED;
import static clasp.journal.recovery.ChangeKind.CHANGED;
import static clasp.journal.recovery.ChangeKind.REMOVED;
import static clasp.journal.recovery.ChangeKind.RETYPED;
import static clasp.journal.recovery.ChangeKind.REWRITTEN;
import static clasp.journal.recovery.ChangeKind.UNCHANGED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clasp.journal.model.Param;
import clasp.journal.store.Cancellation;
import clasp.journal.store.CancelledException;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParamDiffTest {
    @Test
    void tellsAddedRemovedAndChangedAddressesApartInOrder() {
        ParamDiff diff = diff(
                List.of(param("/c", "1"), param("/gone", "1"), param("/same", "1")),
                List.of(param("/same", "1"), param("/c", "2"), param("/a", "1")));

        assertThat(diff.changes()).extracting(ParamChange::address).containsExactly("/a", "/c", "/gone", "/same");
        assertThat(diff.changes()).extracting(ParamChange::kind).containsExactly(ADDED, CHANGED, REMOVED, UNCHANGED);
        assertThat(diff.count(ADDED)).isEqualTo(1);
        assertThat(diff.count(RETYPED)).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        1                    | 1                    | 0     | UNCHANGED
        1                    | 1.0                  | 0     | RETYPED
        1                    | 1.0                  | 0.5   | RETYPED
        1                    | 1.25                 | 0.5   | RETYPED
        1                    | 1.25                 | 0.125 | CHANGED
        0.5                  | 0.75                 | 0.25  | REWRITTEN
        0.5                  | 0.75                 | 0.249 | CHANGED
        9007199254740992     | 9007199254740993     | 0     | CHANGED
        9223372036854775807  | 9223372036854775806  | 0     | CHANGED
        9223372036854775807  | 9223372036854775806  | 1     | REWRITTEN
        18446744073709551615 | 18446744073709551616 | 0     | CHANGED
        1e300                | 1e+300               | 0     | REWRITTEN
        0.0                  | -0.0                 | 0     | CHANGED
        0.0                  | -0.0                 | 1e-9  | REWRITTEN
        5e-324               | 0.0                  | 0     | CHANGED
        1e999999             | 2e999999             | 1     | CHANGED
        1e99999999999        | 1e99999999998        | 1     | CHANGED
        "1"                  | 1                    | 5     | CHANGED
        null                 | false                | 5     | CHANGED
        [1,2]                | [1,2.0]              | 0     | RETYPED
        [1,2]                | [1,2,3]              | 9     | CHANGED
        [1,[2,3]]            | [1,[2,4]]            | 1     | REWRITTEN
        {"a":1,"b":2}        | {"b":2,"a":1}        | 0     | REWRITTEN
        {"a":1}              | {"b":1}              | 0     | CHANGED
        {"a":9,"a":1}        | {"a":1}              | 0     | REWRITTEN
        {"a":1}              | {"a":1.0,"b":null}   | 0     | CHANGED
        nope                 | nope                 | 0     | UNCHANGED
        nope                 | null                 | 0     | CHANGED
        """)
    void comparesValuesByMeaning(String before, String after, BigDecimal tolerance, ChangeKind expected) {
        ParamDiff diff = ParamDiff.between(
                List.of(param("/a", before)), List.of(param("/a", after)), tolerance, Cancellation.none());

        assertThat(diff.changes()).extracting(ParamChange::kind).containsExactly(expected);
    }

    @Test
    void equalValueSetAgainIsRewritten() {
        Param first = new Param("/a", "1", 1, "x", 10);

        assertThat(kind(first, new Param("/a", "1", 2, "x", 10))).isEqualTo(REWRITTEN);
        assertThat(kind(first, new Param("/a", "1", 1, "y", 10))).isEqualTo(REWRITTEN);
        assertThat(kind(first, new Param("/a", "1", 1, "x", 11))).isEqualTo(REWRITTEN);
        assertThat(kind(first, first)).isEqualTo(UNCHANGED);
    }

    @Test
    void ofAnAddressTwiceTheLastCounts() {
        ParamDiff diff = diff(List.of(param("/a", "1"), param("/a", "2")), List.of(param("/a", "2")));

        assertThat(diff.changes()).extracting(ParamChange::kind).containsExactly(UNCHANGED);
    }

    @Test
    void riseIsExactToTheLastDigit() {
        ParamChange change = diff(
                        List.of(param("/a", "-9223372036854775808")), List.of(param("/a", "9223372036854775807")))
                .changes()
                .getFirst();

        assertThat(change.rise()).contains(new BigDecimal("18446744073709551615"));
    }

    @Test
    void whatIsNoNumberHasNoRise() {
        assertThat(new ParamChange(CHANGED, "/a", param("/a", "\"1\""), param("/a", "2")).rise())
                .isEmpty();
        assertThat(new ParamChange(ADDED, "/a", null, param("/a", "2")).rise()).isEmpty();
    }

    @Test
    void cancellationStopsTheComparison() {
        var cancelled = new Cancellation();
        cancelled.cancel();

        assertThatThrownBy(() -> ParamDiff.between(List.of(param("/a", "1")), List.of(), BigDecimal.ZERO, cancelled))
                .isInstanceOf(CancelledException.class);
    }

    private static ChangeKind kind(Param before, Param after) {
        return diff(List.of(before), List.of(after)).changes().getFirst().kind();
    }

    private static ParamDiff diff(List<Param> before, List<Param> after) {
        return ParamDiff.between(before, after, BigDecimal.ZERO, Cancellation.none());
    }

    private static Param param(String address, String valueJson) {
        return new Param(address, valueJson, 1, "someone", 1);
    }
}
