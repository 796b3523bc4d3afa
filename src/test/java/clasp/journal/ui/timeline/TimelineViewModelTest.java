package clasp.journal.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.model.SignalType;
import clasp.journal.model.TimeRange;
import clasp.journal.query.Query;
import clasp.journal.store.JournalState;
import clasp.journal.testing.Entries;
import clasp.journal.testing.ListJournal;
import clasp.journal.testing.ManualExecutor;
import clasp.journal.testing.ManualLater;
import clasp.journal.ui.fx.Browsing;
import clasp.journal.ui.fx.Counting;
import clasp.journal.ui.fx.Tasks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimelineViewModelTest {
    private static final long T = 1_708_500_000_000_000L;
    private static final long SECOND = 1_000_000;

    private final ListJournal journal = new ListJournal(List.of());
    private final ManualExecutor background = new ManualExecutor();
    private final ManualLater later = new ManualLater();
    private final List<Long> revealed = new ArrayList<>();

    private TimelineViewModel open() {
        var browsing = new Browsing(journal, journal.info(), journal.state());
        browsing.onReveal(revealed::add);
        var model = new TimelineViewModel(
                browsing, new Tasks(background, Runnable::run, (what, error) -> revealed.add(-1L)), later);
        model.divide(100);
        background.runAll();
        return model;
    }

    private void fill(int seconds) {
        for (int i = 0; i < seconds; i++) {
            journal.add(Entries.at(T + i * SECOND, "/a"));
        }
    }

    private void grow(TimelineViewModel model) {
        model.browsing().update(journal.state());
        background.runAll();
    }

    @Test
    void showsTheWholeJournalAtFirst() {
        fill(60);
        TimelineViewModel model = open();
        assertThat(model.view().get()).isEqualTo(new TimeRange(T, T + 59 * SECOND));
        assertThat(model.density().get().total().total()).isEqualTo(60);
    }

    @Test
    void aCountThatTakesLongSaysHowFarItIs() {
        fill(60);
        TimelineViewModel model = open();
        List<Double> told = new ArrayList<>();
        journal.whileCounting(progress -> {
            later.advance(Counting.PATIENCE);
            progress.report(1, 4);
            told.add(model.counting().progress().get());
        });
        model.browsing().query().set(Query.parse("/a"));
        assertThat(model.counting().state().get()).as("at once").isEqualTo(Counting.State.NONE);
        later.advance(Counting.PATIENCE);
        assertThat(model.counting().state().get()).isEqualTo(Counting.State.SLOW);
        background.runAll();
        assertThat(told).containsExactly(0.25);
        assertThat(model.counting().state().get()).isEqualTo(Counting.State.NONE);
    }

    @Test
    void twoCountsAreToldAsOne() {
        fill(60);
        TimelineViewModel model = open();
        List<Double> told = new ArrayList<>();
        journal.whileCounting(progress -> {
            progress.report(1, 2);
            told.add(model.counting().progress().get());
        });
        model.browsing().query().set(Query.parse("/a"));
        model.zoom(0.5, 0, 1_000);
        background.runAll();
        assertThat(told).endsWith(0.25, 0.75);
    }

    @Test
    void aCountThatIsCancelledIsNotMadeForGrowthButForAnotherQuestionOrWhenAskedFor() {
        fill(60);
        TimelineViewModel model = open();
        model.browsing().query().set(Query.parse("/b"));
        later.advance(Counting.PATIENCE);
        model.stopCounting();
        assertThat(model.counting().state().get()).isEqualTo(Counting.State.STOPPED);
        background.runAll();
        int asked = journal.histogramsAsked();
        fill(1);
        grow(model);
        later.advance(Duration.ofSeconds(20));
        background.runAll();
        assertThat(model.counting().state().get()).isEqualTo(Counting.State.STOPPED);
        assertThat(journal.histogramsAsked()).as("counted for growth").isEqualTo(asked);

        model.countOn();
        background.runAll();
        assertThat(model.density().get().query()).isEqualTo(Query.parse("/b"));
        assertThat(model.counting().state().get()).isEqualTo(Counting.State.NONE);

        model.stopCounting();
        model.browsing().query().set(Query.parse("/a"));
        background.runAll();
        assertThat(model.density().get().matching().total()).isEqualTo(61);
    }

    @Test
    void thatACountWasCancelledIsForgottenWithItsSession() {
        fill(60);
        TimelineViewModel model = open();
        model.stopCounting();
        fill(40);
        var now = journal.state();
        model.browsing()
                .update(new JournalState(now.firstSeq(), now.latestSeq(), now.highestSeqGiven(), now.version() + 1, 1));
        background.runAll();
        later.advance(Duration.ofSeconds(20));
        background.runAll();
        assertThat(model.counting().state().get()).isEqualTo(Counting.State.NONE);
        assertThat(model.density().get().total().total()).isEqualTo(100);
    }

    @Test
    void emptyJournalHasNoView() {
        TimelineViewModel model = open();
        assertThat(model.surveyed().get()).isTrue();
        assertThat(model.view().get()).isNull();
        assertThat(model.density().get()).isNull();
    }

    @Test
    void aJournalThatIsEmptyNoLongerIsNotCalledEmptyBeforeItIsLookedAt() {
        TimelineViewModel model = open();
        fill(60);
        model.browsing().update(journal.state());
        assertThat(model.surveyed().get()).as("nothing is known of it").isFalse();
        later.advance(Duration.ofMillis(500));
        background.runAll();
        assertThat(model.surveyed().get()).isTrue();
        assertThat(model.survey().get()).isNotNull();
    }

    @Test
    void anotherSessionIsShownWholeWhereverTheOneBeforeWasZoomedTo() {
        fill(60);
        TimelineViewModel model = open();
        model.zoom(0.1, 500, 1_000);
        background.runAll();
        assertThat(model.placedByHand()).isTrue();
        var now = journal.state();
        model.browsing()
                .update(new JournalState(now.firstSeq(), now.latestSeq(), now.highestSeqGiven(), now.version() + 1, 1));
        background.runAll();
        assertThat(model.placedByHand()).isFalse();
        assertThat(model.view().get()).isEqualTo(new TimeRange(T, T + 59 * SECOND));
    }

    @Test
    void farOffEntriesAreCountedOnTheirSides() {
        fill(60);
        journal.add(Entries.at(0, "/a"));
        journal.add(Entries.at(-1L, "/a"));
        journal.add(Entries.at(Long.MAX_VALUE, "/a"));
        TimelineViewModel model = open();
        assertThat(model.survey().get().before()).isEqualTo(1);
        assertThat(model.survey().get().after()).isEqualTo(2);
        assertThat(TimeAxis.extent(model.view().get())).isLessThan(65.0 * SECOND);

        model.showAll();
        background.runAll();
        assertThat(model.view().get()).isEqualTo(TimeRange.ALL);
        assertThat(model.density().get().total().total()).isEqualTo(63);
        model.showAll();
        assertThat(TimeAxis.extent(model.view().get())).isLessThan(65.0 * SECOND);
    }

    @Test
    void growsWithTheJournalAtMostTwiceASecond() {
        fill(60);
        TimelineViewModel model = open();
        int asked = journal.histogramsAsked();
        for (int i = 0; i < 20; i++) {
            journal.add(Entries.at(T + (60 + i) * SECOND, "/a"));
            grow(model);
        }
        later.advance(Duration.ofMillis(500));
        background.runAll();
        assertThat(model.view().get().toMicros()).isEqualTo(T + 79 * SECOND);
        later.advance(Duration.ofMillis(500));
        background.runAll();
        assertThat(model.density().get().total().total()).isEqualTo(80);
        assertThat(journal.histogramsAsked() - asked).isLessThanOrEqualTo(3);
    }

    @Test
    void staysWhereItWasPutWhenTheJournalGrows() {
        fill(60);
        TimelineViewModel model = open();
        model.zoom(0.5, 500, 1_000);
        TimeRange placed = model.view().get();
        journal.add(Entries.at(T + 1_000 * SECOND, "/a"));
        grow(model);
        later.advance(Duration.ofSeconds(1));
        background.runAll();
        assertThat(model.view().get()).isEqualTo(placed);
        model.showAll();
        assertThat(model.view().get().toMicros()).isEqualTo(T + 1_000 * SECOND);
    }

    @Test
    void countsOfAnEarlierViewAreDropped() {
        fill(60);
        TimelineViewModel model = open();
        Density before = model.density().get();
        model.zoom(0.5, 0, 1_000);
        model.zoom(0.5, 0, 1_000);
        background.runNext();
        assertThat(model.density().get()).isSameAs(before);
        background.runAll();
        assertThat(model.density().get().total().range()).isEqualTo(model.view().get());
    }

    private static List<Boolean> exactness(TimelineViewModel model) {
        var seen = new ArrayList<Boolean>();
        model.density().subscribe((before, now) -> seen.add(now.exact()));
        return seen;
    }

    @Test
    void anotherViewIsEstimatedAndThenCounted() {
        fill(60);
        journal.estimate();
        TimelineViewModel model = open();
        List<Boolean> seen = exactness(model);
        model.zoom(0.5, 0, 1_000);
        background.runAll();
        assertThat(seen).containsExactly(false, true);
        assertThat(model.density().get().total().range()).isEqualTo(model.view().get());
    }

    @Test
    void growthAndQueriesNeverReplaceWhatWasCountedByAnEstimate() {
        fill(60);
        journal.estimate();
        TimelineViewModel model = open();
        List<Boolean> seen = exactness(model);
        journal.add(Entries.at(T + 100 * SECOND, "/a"));
        later.advance(Duration.ofSeconds(1));
        grow(model);
        later.advance(Duration.ofSeconds(1));
        background.runAll();
        model.browsing().query().set(Query.parse("type:event"));
        background.runAll();
        assertThat(seen).isNotEmpty().doesNotContain(false);
    }

    @Test
    void anEstimateIsNoTotalForAnotherQuery() {
        fill(60);
        journal.estimate();
        TimelineViewModel model = open();
        model.zoom(0.5, 0, 1_000);
        model.density().subscribe((before, now) -> {
            if (!now.exact()) {
                model.browsing().query().set(Query.parse("type:event"));
            }
        });
        background.runAll();
        assertThat(model.density().get().query()).isEqualTo(Query.parse("type:event"));
        assertThat(model.density().get().exact()).isTrue();
    }

    @Test
    void totalIsNotCountedAgainForAnotherQuery() {
        fill(60);
        TimelineViewModel model = open();
        int asked = journal.histogramsAsked();
        model.browsing().query().set(Query.parse("type:event"));
        background.runAll();
        assertThat(journal.histogramsAsked() - asked).isEqualTo(1);
        assertThat(model.density().get().total().total()).isEqualTo(60);
        assertThat(model.density().get().matching().total()).isZero();
    }

    @Test
    void snapshotsStandAtTheTimeOfTheirSeq() {
        fill(60);
        journal.addSnapshot(1, 30);
        TimelineMark mark = open().survey().get().marks().getFirst();
        assertThat(mark).isInstanceOf(TimelineMark.SnapshotTaken.class);
        assertThat(mark.atMicros()).isEqualTo(T + 29 * SECOND);
    }

    @Test
    void missingSeqsLieBetweenTheirNeighbours() {
        fill(10);
        journal.add(Entries.at(T + 20 * SECOND, "/a").withSeq(15));
        var gap = (TimelineMark.Gap) open().survey().get().marks().getFirst();
        assertThat(gap.count()).isEqualTo(4);
        assertThat(gap.between()).isEqualTo(new TimeRange(T + 9 * SECOND, T + 20 * SECOND));
    }

    @Test
    void choosingARangePutsItIntoTheQueryAndLeavesTheRest() {
        fill(60);
        TimelineViewModel model = open();
        model.browsing().query().set(Query.parse("/a/** type:param"));
        model.select(new TimeRange(T + SECOND, T + 2 * SECOND));
        assertThat(model.browsing().query().get().time()).isEqualTo(new TimeRange(T + SECOND, T + 2 * SECOND));
        assertThat(model.browsing().query().get().text()).startsWith("/a/** type:param");
        model.select(TimeRange.ALL);
        assertThat(model.browsing().query().get().text()).isEqualTo("/a/** type:param");
    }

    @Test
    void rangeChosenElsewhereIsBroughtIntoView() {
        fill(60);
        TimelineViewModel model = open();
        model.zoom(0.1, 0, 1_000);
        var wanted = new TimeRange(T + 50 * SECOND, T + 52 * SECOND);
        model.select(wanted);
        assertThat(model.view().get().contains(wanted.fromMicros())).isTrue();
        assertThat(model.view().get().contains(wanted.toMicros())).isTrue();
    }

    @Test
    void goToRevealsTheFirstEntryFromThatTimeOn() {
        fill(60);
        TimelineViewModel model = open();
        model.goTo(T + 10 * SECOND - 1);
        background.runAll();
        assertThat(revealed).containsExactly(11L);
    }

    @Test
    void failureIsASentenceUntilARetrySucceeds() {
        fill(60);
        journal.failWith("The disk is gone.");
        var browsing = new Browsing(journal, journal.info(), new JournalState(1, 60, 60, 1));
        var model = new TimelineViewModel(browsing, new Tasks(background, Runnable::run, (a, b) -> {}), later);
        background.runAll();
        assertThat(model.problem().get()).contains("The disk is gone.");
        journal.failWith("");
        model.retry();
        background.runAll();
        assertThat(model.problem().get()).isNull();
        assertThat(model.view().get()).isNotNull();
    }

    @Test
    void readingTellsCountsByTypeAndSilence() {
        fill(3);
        journal.add(Entries.at(T + 90 * SECOND, "/a"));
        Density density = open().density().get();
        Reading first = Reading.of(density, T);
        assertThat(first.matching().get(SignalType.PARAM.ordinal())).isEqualTo(1);
        Reading silence = Reading.of(density, T + 40 * SECOND);
        assertThat(silence.silence()).isTrue();
        assertThat(TimeAxis.extent(silence.bucket())).isBetween(85.0 * SECOND, 88.0 * SECOND);
    }
}
