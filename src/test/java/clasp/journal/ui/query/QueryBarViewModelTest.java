package clasp.journal.ui.query;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.store.JournalState;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class QueryBarViewModelTest {
    private final QueryBarFixture tab = new QueryBarFixture();
    private final QueryBarViewModel bar = tab.bar;

    @Test
    void aTypedFilterIsInForceOnceItIsLeftAlone() {
        List<String> inForce = new ArrayList<>();
        tab.browsing.query().subscribe((before, now) -> inForce.add(now.text()));
        bar.type("type:para");
        tab.pass(249);
        bar.type("type:param");
        tab.pass(249);
        assertThat(inForce).isEmpty();
        tab.pass(1);
        assertThat(inForce).containsExactly("type:param");
    }

    @Test
    void enterPutsAFilterInForceAtOnceAndOnlyOnce() {
        bar.type("type:param");
        assertThat(bar.apply()).isTrue();
        assertThat(tab.inForce()).isEqualTo("type:param");
        assertThat(tab.later.waiting()).isZero();
    }

    @Test
    void whatIsNoFilterNeverReachesTheOtherParts() {
        tab.typeAndWait("type:param");
        tab.typeAndWait("type:param (");
        assertThat(bar.apply()).isFalse();
        assertThat(tab.inForce()).isEqualTo("type:param");
        assertThat(tab.text()).isEqualTo("type:param (");
    }

    @Test
    void theMessageWaitsUntilNobodyTypesAndPointsAtThePlace() {
        bar.type("type:param value>x");
        assertThat(bar.verdict().get()).isInstanceOf(Verdict.Wrong.class);
        assertThat(bar.message().get()).isNull();
        tab.pass(250);
        assertThat(bar.message().get().start()).isEqualTo("type:param value>".length());
        bar.type("type:param value>5");
        assertThat(bar.message().get()).isNull();
    }

    @Test
    void aMessageOnScreenFollowsTheTextAtOnce() {
        tab.typeAndWait("value>x");
        bar.type("  value>x");
        assertThat(bar.message().get().start()).isEqualTo(8);
    }

    @Test
    void aMalformedPatternIsInForceAndRemarkedUpon() {
        tab.typeAndWait(" type:param /foo/[a");
        assertThat(bar.verdict().get()).isInstanceOf(Verdict.Odd.class);
        assertThat(bar.message().get().start()).isGreaterThanOrEqualTo(" type:param ".length());
        assertThat(tab.inForce()).isEqualTo("type:param /foo/[a");
    }

    @Test
    void spaceAroundTheTextMakesNoOtherFilter() {
        tab.typeAndWait("type:param");
        var before = tab.browsing.query().get();
        tab.typeAndWait("type:param ");
        assertThat(tab.browsing.query().get()).isSameAs(before);
        assertThat(tab.text()).isEqualTo("type:param ");
    }

    @Test
    void theTextFollowsTheOtherParts() {
        tab.setElsewhere("/lumen/** type:event");
        assertThat(tab.text()).isEqualTo("/lumen/** type:event");
        tab.pass(10_000);
        assertThat(tab.inForce()).isEqualTo("/lumen/** type:event");
    }

    @Test
    void anotherPartsFilterIsNotUndoneByWhatWasBeingTyped() {
        bar.type("type:param");
        tab.setElsewhere("/lumen/**");
        tab.pass(10_000);
        assertThat(tab.inForce()).isEqualTo("/lumen/**");
        assertThat(tab.text()).isEqualTo("/lumen/**");
    }

    @Test
    void anUnfinishedTextSurvivesTheGrowthOfTheJournal() {
        tab.typeAndWait("type:param");
        tab.typeAndWait("type:param value>");
        tab.browsing.update(new JournalState(1, 7, 7, 7));
        tab.browsing.busy().set(true);
        tab.browsing.busy().set(false);
        tab.pass(10_000);
        assertThat(tab.text()).isEqualTo("type:param value>");
    }

    @Test
    void controlsChangeWhatIsTypedWhenItIsAFilter() {
        bar.type("/lumen/**");
        bar.edit(query -> query.withTypes(Set.of("param")));
        assertThat(tab.inForce()).isEqualTo("/lumen/** type:param");
        assertThat(tab.text()).isEqualTo("/lumen/** type:param");
    }

    @Test
    void controlsChangeTheFilterInForceWhenWhatIsTypedIsNone() {
        tab.typeAndWait("/lumen/**");
        tab.typeAndWait("/lumen/** value>");
        bar.edit(query -> query.withTypes(Set.of("param")));
        assertThat(tab.text()).isEqualTo("/lumen/** type:param");
        bar.type("value>");
        bar.edit(query -> query.withTypes(Set.of("param")));
        assertThat(tab.text()).isEqualTo("/lumen/** type:param");
    }

    @Test
    void aFilterOfSeveralLinesIsShownInOne() {
        tab.setElsewhere("/lumen/**\n\ttype:param");
        assertThat(tab.text()).isEqualTo("/lumen/** type:param");
        tab.setElsewhere("value~\"a\nb\" type:param\nor seq:5");
        assertThat(tab.text()).isEqualTo("value~\"a\\nb\" type:param or seq:5");
    }

    @Test
    void escapeCancelsTheRunningQueryFirst() {
        List<String> cancelled = new ArrayList<>();
        tab.browsing.onCancelRunning(() -> cancelled.add("cancelled"));
        tab.typeAndWait("type:param");
        tab.browsing.busy().set(true);
        bar.type("type:param (");
        assertThat(bar.escape()).isTrue();
        assertThat(cancelled).hasSize(1);
        assertThat(tab.text()).isEqualTo("type:param (");
        tab.browsing.busy().set(false);
        assertThat(bar.escape()).isTrue();
        assertThat(tab.text()).isEqualTo("type:param");
        assertThat(bar.escape()).isFalse();
        assertThat(cancelled).hasSize(1);
    }

    @Test
    void whatEscapeThrewAwayIsNotAppliedLater() {
        bar.type("type:param");
        bar.escape();
        tab.pass(10_000);
        assertThat(tab.inForce()).isEmpty();
    }

    @Test
    void aStoppedQueryIsNotShownAnyMoreThoughItIsStillEnding() {
        tab.browsing.busy().set(true);
        tab.pass(120);
        assertThat(bar.running().get()).isTrue();
        bar.escape();
        tab.pass(1_000);
        assertThat(bar.running().get()).isFalse();
        assertThat(tab.browsing.busy().get()).isTrue();
    }

    @Test
    void aRunningQueryShowsOnceItTakesNoticeablyLong() {
        tab.browsing.busy().set(true);
        tab.pass(119);
        assertThat(bar.running().get()).isFalse();
        tab.pass(1);
        assertThat(bar.running().get()).isTrue();
        tab.browsing.busy().set(false);
        assertThat(bar.running().get()).isFalse();
        tab.browsing.busy().set(true);
        tab.browsing.busy().set(false);
        tab.pass(1_000);
        assertThat(bar.running().get()).isFalse();
    }

    @Test
    void aClosedBarFollowsNobody() {
        bar.type("type:param");
        bar.close();
        tab.pass(10_000);
        assertThat(tab.inForce()).isEmpty();
        tab.setElsewhere("/lumen/**");
        assertThat(tab.text()).isEqualTo("type:param");
        assertThat(tab.later.waiting()).isZero();
    }
}
