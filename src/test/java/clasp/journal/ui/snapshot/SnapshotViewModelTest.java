package clasp.journal.ui.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.model.Entry;
import clasp.journal.model.MsgType;
import clasp.journal.model.Param;
import clasp.journal.model.SnapshotInfo;
import clasp.journal.query.Filter;
import clasp.journal.query.Query;
import clasp.journal.recovery.ChangeKind;
import clasp.journal.recovery.ScriptedJournal;
import clasp.journal.settings.Settings;
import clasp.journal.testing.ManualExecutor;
import clasp.journal.testing.ManualLater;
import clasp.journal.ui.fx.Browsing;
import clasp.journal.ui.fx.Tasks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SnapshotViewModelTest {
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final ManualExecutor background = new ManualExecutor();
    private final ManualLater later = new ManualLater();
    private final Tasks tasks = new Tasks(background, Runnable::run, (what, error) -> {
        throw new AssertionError(what, error);
    });
    private final ScriptedJournal journal = new ScriptedJournal();
    private final Settings settings = Settings.inMemory();
    private final Browsing browsing = new Browsing(journal, journal.info(), journal.state());
    private final SnapshotViewModel model = new SnapshotViewModel(browsing, tasks, later, settings);

    @Test
    void resultOfAnEarlierChoiceNeverShows() {
        journal.snapshot(1, param("/a", "1")).snapshot(2, param("/a", "2"));
        start();

        model.subject().set(stored(1));
        model.subject().set(stored(2));
        background.runAll();

        assertThat(model.content().get())
                .isInstanceOfSatisfying(
                        SnapshotContent.Params.class,
                        shown -> assertThat(shown.state().source()).isEqualTo(stored(2)));
    }

    @Test
    void earlierOfTwoStatesIsAlwaysBeforeWhicheverIsChosenFirst() {
        journal.snapshot(1, param("/a", "1")).snapshot(2, param("/a", "2"));
        start();

        model.subject().set(stored(1));
        model.other().set(stored(2));
        background.runAll();
        assertThat(changes().before().source()).isEqualTo(stored(1));

        model.subject().set(stored(2));
        model.other().set(stored(1));
        background.runAll();
        assertThat(changes().before().source()).isEqualTo(stored(1));
    }

    @Test
    void newSnapshotsOfALiveJournalAppear() {
        start();
        assertThat(model.states().items()).hasSize(1);

        journal.snapshot(7, param("/a", "1"));
        browsing.update(journal.state());
        later.advance(PAUSE);
        background.runAll();

        assertThat(model.states().items()).hasSize(2);
        assertThat(model.states().items().getLast().condition()).isEqualTo(new StateItem.Condition.Usable(1));
    }

    @Test
    void currentStateIsOutdatedOnceTheJournalHasGrown() {
        journal.set(1, "/a", "1", 1L);
        start();
        browsing.update(journal.state());
        assertThat(model.outdated().get()).isFalse();

        journal.set(2, "/a", "2", 2L);
        browsing.update(journal.state());
        assertThat(model.outdated().get()).isTrue();

        model.reload();
        background.runAll();
        assertThat(model.outdated().get()).isFalse();
    }

    @Test
    void theCurrentStateIsReadAnewWhenTheJournalWasRewrittenUnderItsSeqs() {
        journal.set(1, "/a", "1", 1L).set(2, "/b", "2", 2L);
        browsing.update(journal.state());
        start();
        SnapshotContent before = model.content().get();

        journal.replace(1, "/a", "7", 1L);
        browsing.update(journal.state());
        assertThat(model.content().get()).as("until it has been read").isSameAs(before);
        background.runAll();

        assertThat(filtered("")).containsExactly("/a", "/b");
        assertThat(filtered("7")).containsExactly("/a");
    }

    @Test
    void whatWasRewrittenWhileTheViewerWasAwayIsReadWhenItComesBack() {
        journal.set(1, "/a", "1", 1L);
        browsing.update(journal.state());
        start();
        model.stop();

        journal.replace(1, "/a", "7", 1L);
        browsing.update(journal.state());
        start();

        assertThat(filtered("7")).containsExactly("/a");
    }

    @Test
    void readingTheCurrentStateSaysHowFarItIs() {
        journal.entries(sets(20_000));
        List<Double> seen = new ArrayList<>();
        model.progress().subscribe(now -> seen.add(now.doubleValue()));

        start();

        assertThat(seen).startsWith(-1.0).isSorted();
        assertThat(seen).anyMatch(fraction -> fraction > 0 && fraction < 1);
    }

    @Test
    void readingThatIsCancelledSaysSoAndIsDoneWhenAskedForAgain() {
        journal.set(1, "/a", "1", 1L);
        model.start();
        model.cancel();
        assertThat(model.content().get()).isInstanceOf(SnapshotContent.Stopped.class);
        background.runAll();
        assertThat(model.content().get()).as("what came after all").isInstanceOf(SnapshotContent.Stopped.class);

        model.reload();
        background.runAll();
        assertThat(addresses()).containsExactly("/a");
    }

    @Test
    void whatWasReadCannotBeCancelledAnyMore() {
        journal.set(1, "/a", "1", 1L);
        start();

        model.cancel();

        assertThat(addresses()).containsExactly("/a");
    }

    @Test
    void whoeverLeavesDuringTheReadingFindsItGoingOnWhenTheyComeBack() {
        journal.set(1, "/a", "1", 1L);
        model.start();
        model.stop();
        background.runAll();

        start();

        assertThat(addresses()).containsExactly("/a");
    }

    @Test
    void unreadableSnapshotIsAFailureWithItsSentence() {
        journal.snapshot(1, param("/a", "1"));
        start();
        var gone = new StateSource.Stored(new SnapshotInfo(99, 0, 0, 0));

        model.subject().set(gone);
        background.runAll();

        assertThat(model.content().get())
                .isInstanceOfSatisfying(
                        SnapshotContent.Failed.class,
                        failed -> assertThat(failed.sentence()).contains("Snapshot 99"));
    }

    @Test
    void filterTakesPatternsAndText() {
        journal.snapshot(1, param("/lumen/a", "1"), param("/lumen/b/c", "\"Red\""), param("/audio", "2"));
        start();
        model.subject().set(stored(1));

        assertThat(filtered("/lumen/*")).containsExactly("/lumen/a");
        assertThat(filtered("/lumen")).containsExactly("/lumen/a", "/lumen/b/c");
        assertThat(filtered("red")).containsExactly("/lumen/b/c");
        assertThat(filtered("someone")).hasSize(3);
        assertThat(filtered("")).hasSize(3);
    }

    @Test
    void sortsNumbersByTheirSizeAndRevisionsAsUnsigned() {
        journal.snapshot(
                1,
                new Param("/a", "10", -1, "x", 1),
                new Param("/b", "9.5", 7, "x", 1),
                new Param("/c", "\"text\"", 8, "x", 1));
        start();
        model.subject().set(stored(1));
        background.runAll();

        model.sort(ParamColumn.VALUE, true);
        background.runAll();
        assertThat(addresses()).containsExactly("/b", "/a", "/c");

        model.sort(ParamColumn.REVISION, false);
        background.runAll();
        assertThat(addresses()).containsExactly("/a", "/c", "/b");
    }

    @Test
    void toleranceAndKindsAreRemembered() {
        start();
        model.tolerance().set("0.25");
        model.kinds().set(EnumSet.of(ChangeKind.ADDED));

        var again = new SnapshotViewModel(browsing, tasks, later, settings);

        assertThat(again.tolerance().get()).isEqualTo("0.25");
        assertThat(again.kinds().get()).containsExactly(ChangeKind.ADDED);
    }

    @Test
    void invalidToleranceKeepsTheLastValidOne() {
        journal.snapshot(1, param("/a", "1")).snapshot(2, param("/a", "1.5"));
        start();
        model.subject().set(stored(1));
        model.other().set(stored(2));
        model.tolerance().set("1");
        settle();
        assertThat(changes().diff().count(ChangeKind.CHANGED)).isZero();

        model.tolerance().set("-");
        settle();

        assertThat(model.toleranceProblem().get()).isNotEmpty();
        assertThat(changes().diff().count(ChangeKind.CHANGED)).isZero();
    }

    @Test
    void entriesOfAnAddressAreFoundWhateverCharactersItHas() {
        start();
        model.showEntries("/odd/[1]*");

        Query query = browsing.query().get();
        assertThat(query.filter()).isNotEqualTo(Filter.ALL);
        journal.set(1, "/odd/[1]*", "1", 1L).set(2, "/odd/1x", "1", 1L);
        assertThat(query.filter().matches(journal.entry(1).orElseThrow())).isTrue();
        assertThat(query.filter().matches(journal.entry(2).orElseThrow())).isFalse();
    }

    private void start() {
        model.start();
        background.runAll();
    }

    private void settle() {
        later.advance(PAUSE);
        background.runAll();
    }

    private List<String> filtered(String text) {
        model.filter().set(text);
        settle();
        return addresses();
    }

    private List<String> addresses() {
        return ((SnapshotContent.Params) model.content().get())
                .shown().stream().map(Param::address).toList();
    }

    private SnapshotContent.Changes changes() {
        return (SnapshotContent.Changes) model.content().get();
    }

    private StateSource stored(long id) {
        return new StateSource.Stored(journal.snapshots().get((int) id - 1));
    }

    private static List<Entry> sets(int count) {
        return LongStream.rangeClosed(1, count)
                .mapToObj(seq -> new Entry(seq, seq, "someone", "/a", "param", "1", seq, MsgType.SET))
                .toList();
    }

    private static Param param(String address, String valueJson) {
        return new Param(address, valueJson, 1, "someone", 1);
    }
}
