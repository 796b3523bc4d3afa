package clasp.journal.ui.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.model.Param;
import clasp.journal.recovery.Problem;
import clasp.journal.recovery.RecoveryRule;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// When the journal changes under the recovery view, every page answers from what it is now, without being asked.
class ChangedJournalTest {
    private final RecoveryFixture fixture = new RecoveryFixture();

    private RecoveryViewModel open(RecoveryTab tab) {
        fixture.journal
                .set(1, "/a", "1", 1L)
                .set(2, "/b", "1", 1L)
                .set(3, "/b", "2", 2L)
                .set(4, "/c", "1", 1L)
                .set(5, "/b", "3", 3L);
        var model = fixture.open();
        model.tab().set(tab);
        fixture.settle();
        return model;
    }

    /// Without a snapshot, so that recovery knows nothing of what went.
    private void compact(long beforeSeq) {
        fixture.journal.deleteBefore(beforeSeq);
        tell();
        fixture.settle();
    }

    private void tell() {
        fixture.browsing().update(fixture.journal.state());
    }

    @Test
    void theStateIsThatOfTheCompactedJournal() {
        open(RecoveryTab.STATE);
        assertThat(addresses()).containsExactlyInAnyOrder("/a", "/b", "/c");
        compact(3);
        assertThat(addresses()).containsExactlyInAnyOrder("/b", "/c");
    }

    @Test
    void theStateIsThatOfAJournalOfTheSameLengthThatTookItsPlace() {
        open(RecoveryTab.STATE);
        fixture.journal.replace(3, "/b", "7", 2L).replace(5, "/b", "8", 3L);
        tell();
        fixture.settle();
        assertThat(fixture.state().rows())
                .filteredOn(row -> row.address().equals("/b"))
                .extracting(row -> row.param().param().valueJson())
                .containsExactly("8");
        fixture.model().cursor().moveTo(4);
        fixture.settle();
        assertThat(fixture.state().rows())
                .filteredOn(row -> row.address().equals("/b"))
                .extracting(row -> row.param().param().valueJson())
                .containsExactly("7");
    }

    @Test
    void aSnapshotThatCameCounts() {
        var model = open(RecoveryTab.STATE);
        model.rule().set(RecoveryRule.CLASP_ROUTER);
        fixture.settle();
        fixture.journal.snapshot(5, new Param("/d", "1", 1, "w", 1));
        tell();
        fixture.settle();
        assertThat(addresses()).contains("/d");
    }

    @Test
    void whyKnowsOnlyTheEntriesThatStayed() {
        var model = open(RecoveryTab.STATE);
        assertThat(model.why().question().answer().orElseThrow().steps()).hasSize(3);
        compact(5);
        assertThat(model.why().question().answer().orElseThrow().steps()).hasSize(1);
    }

    @Test
    void theCrashLosesWhatNobodyHasAnyMore() {
        var model = open(RecoveryTab.CRASH);
        assertThat(model.crash().question().answer().orElseThrow().uncovered()).isFalse();
        compact(3);
        var plan = model.crash().question().answer().orElseThrow();
        assertThat(plan.uncovered()).isTrue();
        assertThat(plan.documented().params()).hasSize(2);
    }

    @Test
    void theLastMomentsAreThoseOfTheEntriesThatStayed() {
        var model = open(RecoveryTab.MOMENTS);
        assertThat(model.moments().question().answer().orElseThrow().entries()).isEqualTo(5);
        compact(4);
        assertThat(model.moments().question().answer().orElseThrow().entries()).isEqualTo(2);
    }

    @Test
    void theOtherJournalIsComparedWithWhatStayed() {
        fixture.other.set(1, "/a", "1", 1L).set(2, "/b", "1", 1L).set(3, "/b", "2", 2L);
        var model = open(RecoveryTab.PAIR);
        model.pair().other().open(Path.of("other.db"));
        fixture.settle();
        assertThat(model.pair().question().answer().orElseThrow().alike()).isEqualTo(3);
        compact(3);
        var part = model.pair().question().answer().orElseThrow();
        assertThat(part.alike()).isZero();
        assertThat(part.rows().get(part.divergence()).left()).isNull();
    }

    @Test
    void theComparisonAndItsChoicesAreThoseOfNow() {
        var model = open(RecoveryTab.COMPARE);
        model.compare().left().seq.set("5");
        model.compare().left().choice.set(new StateChoice.AtSeq());
        fixture.settle();
        assertThat(model.compare().question().answer().orElseThrow().left().params())
                .hasSize(3);
        fixture.journal.snapshot(2);
        compact(3);
        assertThat(model.compare().question().answer().orElseThrow().left().params())
                .hasSize(2);
        assertThat(model.compare().choices().get().all()).hasAtLeastOneElementOfType(StateChoice.Stored.class);
    }

    @Test
    void theProblemsAreLookedForAgain() {
        fixture.journal.set(9, "/a", "9", 9L);
        var model = open(RecoveryTab.PROBLEMS);
        assertThat(problemSeqs(model)).contains(6L);
        fixture.journal.deleteBefore(9);
        tell();
        fixture.settle();
        assertThat(problemSeqs(model)).isNotEmpty().doesNotContain(6L);
        assertThat(model.problems().outdated().get()).isFalse();
        assertThat(fixture.browsing().marks().get()).isNotEmpty().allMatch(mark -> mark.seq() != 6);
    }

    @Test
    void whereNobodyLooksForProblemsNoMarksAreLeftOfTheJournalBefore() {
        fixture.journal.set(9, "/a", "9", 9L);
        var model = open(RecoveryTab.PROBLEMS);
        assertThat(fixture.browsing().marks().get()).isNotEmpty();
        model.stop();
        assertThat(fixture.browsing().marks().get())
                .as("still the same journal")
                .isNotEmpty();

        fixture.journal.deleteBefore(9);
        tell();
        assertThat(fixture.browsing().marks().get()).isEmpty();

        model.start();
        fixture.settle();
        assertThat(fixture.browsing().marks().get()).isNotEmpty();
    }

    private static Iterable<Long> problemSeqs(RecoveryViewModel model) {
        return model.problems().question().answer().orElseThrow().list().problems().stream()
                .map(Problem::seq)
                .toList();
    }

    @Test
    void theCursorComesToTheNearestEntryThatStayed() {
        var model = open(RecoveryTab.STATE);
        model.cursor().moveTo(2);
        fixture.settle();
        compact(4);
        assertThat(fixture.seq()).isEqualTo(4);
        assertThat(fixture.browsing().cursor().get().seq()).isEqualTo(4);
        fixture.journal.given(5).deleteBefore(9);
        tell();
        fixture.settle();
        assertThat(model.cursor().seq()).isEmpty();
        assertThat(model.cursor().moment()).contains(5L);
    }

    @Test
    void untilTheNewAnswerIsThereTheOldOneIsSaidToBeOld() {
        var model = open(RecoveryTab.STATE);
        fixture.journal.deleteBefore(3);
        tell();
        assertThat(model.state().question().current().get()).isFalse();
        assertThat(model.state().question().answer()).isEmpty();
    }

    @Test
    void whatIsNotOnScreenIsAskedAgainWhenItComesThere() {
        var model = open(RecoveryTab.CRASH);
        model.tab().set(RecoveryTab.STATE);
        fixture.settle();
        compact(3);
        assertThat(model.crash().question().answer()).isEmpty();
        model.tab().set(RecoveryTab.CRASH);
        fixture.settle();
        assertThat(model.crash().question().answer().orElseThrow().uncovered()).isTrue();
    }

    @Test
    void aViewThatWasAwayMeanwhileAnswersFromWhatIsThereNow() {
        var model = open(RecoveryTab.STATE);
        model.cursor().moveTo(2);
        fixture.settle();
        model.stop();
        compact(3);
        model.start();
        fixture.settle();
        assertThat(fixture.seq()).isEqualTo(3);
        assertThat(addresses()).containsExactly("/b");
    }

    @Test
    void whatOnlyGrowsIsNotAskedAgain() {
        var model = open(RecoveryTab.STATE);
        fixture.journal.set(6, "/a", "2", 2L);
        tell();
        assertThat(model.state().question().current().get()).isTrue();
        assertThat(fixture.background.queued()).isZero();
    }

    /// A memory that forgets its oldest entries all the time.
    @Test
    void whileTheOldestEntriesGoAllTheTimeItIsAskedOnceInAWhile() {
        var model = open(RecoveryTab.STATE);
        slide();
        fixture.settle();
        assertThat(addresses()).doesNotContain("/a");
        slide();
        slide();
        assertThat(model.state().question().current().get()).isTrue();
        fixture.later.advance(AskingAnew.PACE);
        assertThat(model.state().question().current().get()).isFalse();
        fixture.settle();
        assertThat(addresses()).containsExactlyInAnyOrder("/b", "/c");
        fixture.later.advance(AskingAnew.PACE);
        assertThat(fixture.background.queued()).isZero();
    }

    private void slide() {
        long first = fixture.journal.state().firstSeq();
        fixture.journal
                .set(fixture.journal.state().latestSeq() + 1, "/x", "1", 1L)
                .deleteBefore(first + 1);
        tell();
    }

    @Test
    void ofAFileThatIsNotTheJournalAnyMoreItIsSaidSo() {
        var model = open(RecoveryTab.CRASH);
        fixture.journal.unreadable("It was replaced.");
        fixture.browsing().rewritten();
        fixture.settle();
        assertThat(model.crash().question().outcome().get()).isEqualTo(new Outcome.Failed<>("It was replaced."));
    }

    private Iterable<String> addresses() {
        return fixture.state().rows().stream().map(StateRow::address).toList();
    }
}
