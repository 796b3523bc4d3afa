package clasp.journal.ui.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.recovery.JournalPair;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PairViewModelTest {
    private final RecoveryFixture fixture = new RecoveryFixture();

    @Test
    void alignedByTimeARowOfTheOtherJournalAloneLeadsToTheEntryBeforeIt() {
        fixture.journal.set(11, "/a", "1", 1L).set(30, "/a", "3", 3L);
        fixture.other.set(11, "/a", "1", 1L).set(20, "/a", "2", 2L).set(30, "/a", "3", 3L);
        var model = fixture.open();
        model.tab().set(RecoveryTab.PAIR);
        model.pair().alignment().set(JournalPair.Alignment.TIME);
        model.pair().other().open(Path.of("other.db"));
        fixture.settle();
        var part = model.pair().question().answer().orElseThrow();
        model.pair().go(part.rows().get(part.divergence()));
        fixture.settle();
        assertThat(fixture.seq()).isEqualTo(11);
    }

    @Test
    void twoJournalsAreFollowedFromOneDivergenceToTheNext() {
        fixture.journal.set(1, "/a", "1", 1L);
        fixture.other.set(1, "/a", "1", 1L);
        fixture.journal.set(2, "/a", "2", 2L);
        fixture.other.set(2, "/a", "3", 2L);
        fixture.journal.set(3, "/a", "4", 3L);
        fixture.other.set(3, "/a", "4", 3L);
        var model = fixture.open();
        model.tab().set(RecoveryTab.PAIR);
        fixture.settle();
        assertThat(model.pair().question().outcome().get()).isInstanceOf(Outcome.Nothing.class);
        assertThat(model.pair().noFirst().get()).startsWith("Open another journal first");
        assertThat(model.pair().noStep().get()).startsWith("Open another journal first");
        model.pair().other().open(Path.of("other.db"));
        fixture.settle();
        var part = model.pair().question().answer().orElseThrow();
        assertThat(part.divergence()).isEqualTo(1);
        assertThat(model.pair().noFirst().get()).isEmpty();
        assertThat(model.pair().noStep().get()).isEmpty();
        model.cursor().toStart();
        fixture.settle();
        model.pair().go(part.rows().get(1));
        fixture.settle();
        assertThat(fixture.seq()).isEqualTo(2);
        model.pair().next();
        assertStepsStayPossible();
        fixture.settle();
        assertThat(model.pair().question().answer().orElseThrow().divergence()).isEqualTo(-1);
        assertThat(model.pair().noFirst().get()).isEmpty();
        assertStepsStayPossible();
        model.pair().first();
        assertThat(model.pair().noStep().get()).isEqualTo("The journals are not compared yet.");
    }

    /// Whoever goes from one divergence to the next keeps the keyboard on the button.
    private void assertStepsStayPossible() {
        assertThat(fixture.model().pair().noStep().get()).isEmpty();
    }

    @Test
    void theWayFromDivergenceToDivergenceLeadsBack() {
        for (long seq = 1; seq <= 9; seq++) {
            fixture.journal.set(seq, "/a", "1", seq);
            fixture.other.set(seq, "/a", seq % 3 == 0 ? "2" : "1", seq);
        }
        PairViewModel pair = compared();
        assertThat(place(pair)).isEqualTo(3);
        pair.next();
        fixture.settle();
        pair.next();
        fixture.settle();
        assertThat(place(pair)).isEqualTo(9);
        pair.next();
        fixture.settle();
        assertThat(pair.question().answer().orElseThrow().next()).isNull();
        pair.previous();
        fixture.settle();
        assertThat(place(pair)).isEqualTo(9);
        pair.previous();
        fixture.settle();
        assertThat(place(pair)).isEqualTo(6);
        pair.previous();
        fixture.settle();
        pair.previous();
        assertStepsStayPossible();
        fixture.settle();
        assertThat(place(pair)).as("before the first there is none").isEqualTo(3);
        pair.next();
        fixture.settle();
        assertThat(place(pair)).isEqualTo(6);
    }

    @Test
    void afterTheLastDivergenceItIsLookedForWhatHasComeSince() {
        differ(1, 1);
        PairViewModel pair = compared();
        pair.next();
        fixture.settle();
        assertThat(pair.question().answer().orElseThrow().met()).isNull();
        fixture.journal.set(2, "/a", "1", 2L).set(3, "/a", "1", 3L);
        fixture.other.set(2, "/a", "1", 2L).set(3, "/a", "2", 3L);
        pair.next();
        fixture.settle();
        assertThat(place(pair)).isEqualTo(3);
    }

    /// It may take minutes: then the old rows give way to how far it is, and the user need not wait.
    @Test
    void aLongDivergenceIsPassedWithWordOfHowFarThatIsUntilItIsStopped() {
        differ(1, 10_000);
        PairViewModel pair = compared();
        List<Outcome<?>> told = new ArrayList<>();
        pair.question().outcome().subscribe((before, now) -> told.add(now));
        pair.next();
        pair.next();
        fixture.background.runNext();
        assertThat(told).hasAtLeastOneElementOfType(Outcome.Working.class);
        assertThat(pair.question().answer().orElseThrow().passed().rows()).isEqualTo(10_000);

        pair.previous();
        pair.question().stop();
        fixture.settle();
        assertThat(pair.question().outcome().get()).isInstanceOf(Outcome.Stopped.class);
        assertStepsStayPossible();
        pair.next();
        fixture.settle();
        assertThat(place(pair)).as("what was looked for when it was stopped").isEqualTo(1);
    }

    private void differ(int first, int last) {
        for (int seq = first; seq <= last; seq++) {
            fixture.journal.entryAtEnd(seq, "/a", "1");
            fixture.other.entryAtEnd(seq, "/a", "2");
        }
    }

    private PairViewModel compared() {
        var model = fixture.open();
        model.tab().set(RecoveryTab.PAIR);
        model.pair().other().open(Path.of("other.db"));
        fixture.settle();
        return model.pair();
    }

    private static long place(PairViewModel pair) {
        var part = pair.question().answer().orElseThrow();
        return part.rows().get(part.divergence()).seq();
    }
}
