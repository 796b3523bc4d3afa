package clasp.journal.ui.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.model.Param;
import clasp.journal.recovery.LastMoments;
import clasp.journal.recovery.Loss;
import clasp.journal.recovery.LostEntries;
import clasp.journal.recovery.RecoveryRule;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RecoveryViewModelTest {
    private final RecoveryFixture fixture = new RecoveryFixture();

    @Test
    void whoeverAsksWhyComesToThatMomentAndParam() {
        fixture.journal.set(1, "/a", "1", 1L).set(2, "/b", "1", 1L).set(3, "/a", "2", 2L);
        var model = fixture.open();
        model.explain("/a", 2);
        fixture.settle();
        var story = model.why().question().answer().orElseThrow();
        assertThat(story.address()).isEqualTo("/a");
        assertThat(story.seq()).isEqualTo(2);
        assertThat(story.steps()).hasSize(1);
        model.rule().set(RecoveryRule.CLASP_ROUTER);
        model.cursor().moveTo(3);
        fixture.settle();
        assertThat(model.why().question().answer().orElseThrow().summary()).contains("rejected");
    }

    @Test
    void withoutAFocusTheEntryAtTheCursorIsExplained() {
        fixture.journal.set(1, "/a", "1", 1L).set(2, "/b", "1", 1L);
        var model = fixture.open();
        assertThat(model.why().question().answer().orElseThrow().address()).isEqualTo("/b");
        model.cursor().step(-1);
        fixture.settle();
        assertThat(model.why().question().answer().orElseThrow().address()).isEqualTo("/a");
    }

    @Test
    void whoeverSelectsAnotherEntryAsksAboutItsParam() {
        fixture.journal.set(1, "/a", "1", 1L).set(2, "/b", "1", 1L).set(3, "/c", "1", 1L);
        var model = fixture.open();
        model.explain("/a", 2);
        fixture.settle();
        assertThat(explained()).isEqualTo("/a");
        fixture.browsing().selected().set(fixture.journal.entry(3).orElseThrow());
        fixture.settle();
        assertThat(explained()).isEqualTo("/c");
        model.cursor().step(-1);
        fixture.settle();
        assertThat(explained()).isEqualTo("/b");
    }

    /// The cursor took it along: nobody selected anything.
    @Test
    void aParamThatWasSelectedStaysInQuestionWhileTheCursorMoves() {
        fixture.journal.set(1, "/a", "1", 1L).set(2, "/b", "1", 1L).set(3, "/c", "1", 1L);
        var model = fixture.open();
        model.cursor().focus().select("/a");
        model.cursor().step(-1);
        fixture.settle();
        assertThat(explained()).isEqualTo("/a");
        assertThat(model.why().elsewhere().get()).isEqualTo("/b");
        model.cursor().focus().ask("");
        fixture.settle();
        assertThat(explained()).isEqualTo("/b");
        assertThat(model.why().elsewhere().get()).isEmpty();
    }

    @Test
    void aPinnedAddressStaysInQuestionWhateverIsSelectedUntilAnotherIsAskedFor() {
        fixture.journal.set(1, "/a", "1", 1L).set(2, "/b", "1", 1L).set(3, "/c", "1", 1L);
        var model = fixture.open();
        Focus focus = model.cursor().focus();
        focus.pin(true);
        fixture.browsing().selected().set(fixture.journal.entry(1).orElseThrow());
        fixture.settle();
        assertThat(explained()).isEqualTo("/c");
        focus.select("/b");
        fixture.settle();
        assertThat(explained()).isEqualTo("/c");
        focus.pin(false);
        fixture.settle();
        assertThat(explained()).isEqualTo("/b");
        focus.pin(true);
        model.explain("/a", 1);
        fixture.settle();
        assertThat(explained()).isEqualTo("/a");
        assertThat(focus.pinned().get()).isFalse();
    }

    /// Until the answer is there, and also when none comes, it is said of which address is spoken.
    @Test
    void theAddressThatIsShownIsThatOfTheAnswerOrOfWhatIsSaidInstead() {
        fixture.journal.set(1, "/a", "1", 1L).set(2, "/b", "1", 1L);
        var model = fixture.open();
        assertThat(model.why().address().get()).isEqualTo("/b");
        model.cursor().focus().select("/a");
        assertThat(model.why().question().current().get()).isFalse();
        assertThat(model.why().address().get()).isEqualTo("/b");
        model.why().question().stop();
        assertThat(model.why().address().get()).isEqualTo("/a");
        model.cursor().focus().select("/b");
        assertThat(model.why().address().get()).isEqualTo("/b");
    }

    private String explained() {
        assertThat(fixture.model().why().address().get())
                .isEqualTo(
                        fixture.model().why().question().answer().orElseThrow().address());
        return fixture.model().why().address().get();
    }

    @Test
    void aCrashAtTheCursorLosesWhatTheRouterRejects() {
        fixture.journal
                .snapshot(0, new Param("/a", "0.8", 3, "w", 1))
                .set(1, "/a", "1.0", 4L)
                .set(2, "/b", "1", 1L);
        var model = fixture.open();
        assertThat(model.crash().question().answer()).isEmpty();
        model.tab().set(RecoveryTab.CRASH);
        fixture.settle();
        var plan = model.crash().question().answer().orElseThrow();
        assertThat(plan.losses()).extracting(Loss::kind).containsExactly(Loss.Kind.STALE);
        assertThat(plan.documented().params()).hasSize(2);
        assertThat(plan.uncovered()).isFalse();
    }

    @Test
    void whenEveryEntryWasCompactedAwayItIsTheSnapshotThatTellsWhatWas() {
        fixture.journal.snapshot(5, new Param("/a", "0.8", 3, "w", 1)).given(5);
        var model = fixture.open();
        assertThat(model.cursor().place()).contains("up to seq 5 compacted away");
        assertThat(fixture.state().rows())
                .extracting(row -> row.param().param().toString())
                .containsExactly(new Param("/a", "0.8", 3, "w", 1).toString());
        model.rule().set(RecoveryRule.CLASP_ROUTER);
        fixture.settle();
        assertThat(fixture.state().rows())
                .extracting(row -> row.param().param().revision())
                .containsExactly(1L);
        assertThat(model.why().question().answer()).isEmpty();
        model.cursor().focus().select("/a");
        fixture.settle();
        assertThat(model.why().question().answer().orElseThrow().summary()).contains("as the snapshot has it");
        model.tab().set(RecoveryTab.COMPARE);
        fixture.settle();
        assertThat(model.compare().question().answer().orElseThrow().differences())
                .extracting(difference -> difference.kind().key())
                .containsExactly("revision");
        model.tab().set(RecoveryTab.CRASH);
        fixture.settle();
        assertThat(model.crash().question().answer().orElseThrow().losses())
                .extracting(Loss::kind)
                .containsExactly(Loss.Kind.WRONG_REVISION);
    }

    @Test
    void theCrashPointIsDraggedWhileItsPageIsOpenAndTheAnswerIsThatOfTheLastPlace() {
        fixture.journal
                .set(1, "/a", "0.1", 1L)
                .set(2, "/a", "0.2", 2L)
                .set(3, "/b", "0.1", 1L)
                .set(4, "/b", "0.2", 2L);
        var model = fixture.open();
        model.tab().set(RecoveryTab.CRASH);
        fixture.settle();
        for (long seq : new long[] {3, 1, 2}) {
            model.cursor().moveTo(seq);
            fixture.background.runAll();
        }
        fixture.settle();
        var plan = model.crash().question().answer().orElseThrow();
        assertThat(model.crash().question().current().get()).isTrue();
        assertThat(plan.seq()).isEqualTo(2);
        assertThat(plan.losses()).extracting(Loss::address).containsExactly("/a");
    }

    @Test
    void whatNoSnapshotHasIsLostForEveryRecovery() {
        fixture.journal.set(5, "/a", "1", 2L);
        var model = fixture.open();
        model.tab().set(RecoveryTab.CRASH);
        fixture.settle();
        assertThat(model.crash().question().answer().orElseThrow().uncovered()).isTrue();
    }

    /// As `recover` says it, too.
    @Test
    void whatWasCompactedAwayAfterTheSnapshotIsLostWithoutAnyEntryToo() {
        fixture.journal.snapshot(3, new Param("/a", "0.8", 3, "w", 1)).given(5);
        var model = fixture.open();
        model.tab().set(RecoveryTab.CRASH);
        fixture.settle();
        var plan = model.crash().question().answer().orElseThrow();
        assertThat(plan.seq()).isEqualTo(5);
        assertThat(plan.uncovered()).isTrue();
    }

    @Test
    void aHoleInTheMiddleIsLostForTheDocumentedRecoveryToo() {
        fixture.journal.set(1, "/a", "1", 1L).set(3, "/b", "1", 1L).set(4, "/a", "3", 3L);
        var model = fixture.open();
        model.tab().set(RecoveryTab.CRASH);
        model.cursor().moveTo(3);
        fixture.settle();
        assertThat(model.crash().question().answer().orElseThrow().holes())
                .isEqualTo(new LostEntries(1, 2, List.of("/a"), List.of()));
        model.cursor().moveTo(4);
        fixture.settle();
        assertThat(model.crash().question().answer().orElseThrow().holes())
                .isEqualTo(new LostEntries(1, 2, List.of(), List.of("/a")));
    }

    @Test
    void theLastMomentsEndAtTheCursor() {
        for (int seq = 1; seq <= 3_000; seq++) {
            fixture.journal.entryAtEnd(seq, "/a" + seq % 2, "1");
        }
        var model = fixture.open();
        model.tab().set(RecoveryTab.MOMENTS);
        model.cursor().moveTo(2_000);
        fixture.settle();
        model.moments().span().set(Duration.ofSeconds(1));
        fixture.settle();
        LastMoments moments = model.moments().question().answer().orElseThrow();
        assertThat(moments.entries()).isEqualTo(1_001);
        assertThat(moments.groups()).hasSize(2);
        LastMoments.Group group = moments.groups().getFirst();
        model.moments().show(group);
        var shown = fixture.browsing().query().get().filter();
        assertThat(LongStream.rangeClosed(1, 2_001)
                        .mapToObj(fixture.journal::entry)
                        .flatMap(Optional::stream)
                        .filter(shown::matches))
                .isNotEmpty()
                .hasSize((int) group.entries())
                .allMatch(entry -> entry.author().equals(group.author())
                        && entry.address().equals(group.address())
                        && entry.seq() <= 2_000);
    }

    @Test
    void aSecondJournalStaysOpenWhileTheViewIsHiddenUntilThisOneIsClosed() {
        fixture.journal.set(1, "/a", "1", 1L);
        var model = fixture.open();
        model.pair().other().open(Path.of("other.db"));
        fixture.settle();
        model.stop();
        fixture.settle();
        model.start();
        assertThat(model.pair().other().get()).isPresent();
        model.close();
        assertThat(model.pair().other().get()).isEmpty();
    }

    @Test
    void aJournalThatIsNoFileHasNoEvidence() {
        fixture.journal.set(1, "/a", "1", 1L);
        var model = fixture.open();
        model.tab().set(RecoveryTab.EVIDENCE);
        fixture.settle();
        assertThat(model.evidence().question().outcome().get()).isInstanceOf(Outcome.Nothing.class);
    }

    @Test
    void whenItLeavesTheScreenNothingWorksAnyMoreAndTheStripHasNoCursor() {
        fixture.journal.set(1, "/a", "1", 1L).set(2, "/a", "2", 2L);
        var model = fixture.open();
        model.stop();
        assertThat(fixture.browsing().cursor().get()).isNull();
        fixture.browsing().selected().set(fixture.journal.entry(1).orElseThrow());
        assertThat(fixture.background.queued()).isZero();
        model.start();
        fixture.settle();
        assertThat(fixture.seq()).isEqualTo(1);
        assertThat(fixture.state().state().seq()).isEqualTo(1);
    }
}
