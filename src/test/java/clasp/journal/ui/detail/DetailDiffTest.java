package clasp.journal.ui.detail;

import static clasp.journal.recovery.ChangeKind.ADDED;
import static clasp.journal.recovery.ChangeKind.CHANGED;
import static clasp.journal.recovery.ChangeKind.REMOVED;
import static clasp.journal.recovery.ChangeKind.RETYPED;
import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.model.Entry;
import clasp.journal.model.MsgType;
import clasp.journal.recovery.ValueChange;
import clasp.journal.ui.fx.TimeDisplay;
import clasp.journal.ui.fx.TimeText;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DetailDiffTest {
    private final DetailFixture fixture = new DetailFixture();

    @BeforeEach
    void diffInFront() {
        fixture.model.tab().set(DetailTab.DIFF);
    }

    private EntryDiff.Compared compared(String before, String after) {
        fixture.set("/a[1]", before);
        fixture.set("/other", "7");
        return (EntryDiff.Compared) fixture.open(fixture.set("/a[1]", after)).diff();
    }

    private List<ValueChange> changes(String before, String after) {
        return compared(before, after).values().changes();
    }

    @Test
    void comparesWithThePreviousEntryAtTheVeryAddress() {
        fixture.set("/a1", "5");
        var diff = compared("1", "2");
        assertThat(diff.before().valueJson()).isEqualTo("1");
        assertThat(diff.before().seq()).isEqualTo(2);
    }

    @Test
    void firstEntryOfAnAddressHasNothingToCompareWith() {
        fixture.set("/other", "1");
        assertThat(fixture.open(fixture.set("/a", "1")).diff()).isEqualTo(new EntryDiff.NoEarlier());
    }

    @Test
    void partsAreAddedRemovedChangedAndRetyped() {
        assertThat(changes(
                        "{\"gone\":1,\"kept\":[1,2],\"int\":1,\"deep\":{\"x\":[{\"y\":\"a\"}]}}",
                        "{\"kept\":[1,2],\"int\":1.0,\"deep\":{\"x\":[{\"y\":\"b\"}]},\"odd key\":null}"))
                .containsExactly(
                        new ValueChange(RETYPED, "int", "1", "1.0"),
                        new ValueChange(CHANGED, "deep.x[0].y", "\"a\"", "\"b\""),
                        new ValueChange(ADDED, "[\"odd key\"]", null, "null"),
                        new ValueChange(REMOVED, "gone", "1", null));
    }

    @Test
    void itemPutInOrTakenOutIsFoundAsSuch() {
        assertThat(changes("[1,2,3]", "[1,9,2,3]")).containsExactly(new ValueChange(ADDED, "[1]", null, "9"));
        assertThat(changes("[1,2,3]", "[2,3]")).containsExactly(new ValueChange(REMOVED, "[0]", "1", null));
        assertThat(changes("[1,2]", "[2,1]")).hasSize(2);
    }

    @Test
    void numbersAreComparedExactly() {
        assertThat(changes("9223372036854775806", "9223372036854775807")
                        .getFirst()
                        .rise())
                .contains(BigDecimal.ONE);
        assertThat(changes("0.1", "0.3").getFirst().rise()).contains(new BigDecimal("0.2"));
        assertThat(changes("1", "1.0")).containsExactly(new ValueChange(RETYPED, "", "1", "1.0"));
        assertThat(changes("0.0", "-0.0")).containsExactly(new ValueChange(CHANGED, "", "0.0", "-0.0"));
    }

    @Test
    void nothingChangedIsSaidPlainly() {
        assertThat(DiffFacts.verdict(compared("{\"a\":1}", "{\"a\":1}"))).isEqualTo("The value did not change.");
        assertThat(DiffFacts.verdict(compared("1e300", "1e+300")))
                .isEqualTo("The value did not change, but it is written differently.");
    }

    @Test
    void textThatIsNoJsonChangesAsAWhole() {
        assertThat(changes("{", "{}")).containsExactly(new ValueChange(CHANGED, "", "{", "{}"));
        assertThat(changes("{", "{")).isEmpty();
    }

    @Test
    void deepValuesAreComparedAtTheirBottom() {
        var found = changes("[".repeat(900) + "1" + "]".repeat(900), "[".repeat(900) + "2" + "]".repeat(900));
        assertThat(found).hasSize(1);
        assertThat(found.getFirst().path()).isEqualTo("[0]".repeat(900));
    }

    @Test
    void noMoreChangesAreListedThanALikelyReaderReads() {
        var diff = compared(
                "[" + "1,".repeat(EntryLoader.MAX_CHANGES) + "1]", "[" + "2,".repeat(EntryLoader.MAX_CHANGES) + "2]");
        assertThat(diff.values().changes()).hasSize(EntryLoader.MAX_CHANGES);
        assertThat(DiffFacts.verdict(diff)).startsWith("More than 5,000 parts");
    }

    @Test
    void hugeValuesAreComparedAsTextsOnly() {
        String huge = "\"" + "x".repeat(EntryLoader.MAX_COMPARED) + "\"";
        fixture.set("/a", huge);
        assertThat(fixture.open(fixture.set("/a", huge)).diff()).isInstanceOf(EntryDiff.Compared.class);
        assertThat(fixture.open(fixture.set("/a", "1")).diff()).isInstanceOf(EntryDiff.TooLarge.class);
    }

    @Test
    void factsTellTheStepsAndWhatElseIsAnother() {
        var before = new Entry(1, DetailFixture.START, "one", "/a", "param", "1", -2L, MsgType.SET);
        var after = new Entry(5, DetailFixture.START - 400, "two", "/a", "event", "1", -1L, MsgType.PUBLISH);
        assertThat(DiffFacts.of(before, after, TimeText.of(TimeDisplay.UTC, 0)))
                .extracting(DiffFacts.Fact::text)
                .containsExactly(
                        "\u2212400 µs  (07:20:11.034512)",
                        "18446744073709551614 → 18446744073709551615  (+1)",
                        "one → two",
                        "param → event",
                        "SET 0x21 → PUBLISH 0x20");
    }
}
