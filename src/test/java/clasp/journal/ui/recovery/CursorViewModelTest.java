package clasp.journal.ui.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.query.Query;
import clasp.journal.ui.fx.Browsing;
import clasp.journal.ui.fx.Tasks;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class CursorViewModelTest {
    private final RecoveryFixture fixture = new RecoveryFixture();

    @Test
    void itBeginsAtTheNewestEntryAndTheTableFollows() {
        fixture.journal.set(1, "/a", "1", 1L).set(2, "/a", "2", 2L);
        fixture.open();
        assertThat(fixture.seq()).isEqualTo(2);
        assertThat(fixture.browsing().selected().get())
                .isNotNull()
                .extracting("seq")
                .isEqualTo(2L);
        assertThat(fixture.browsing().cursor().get())
                .isNotNull()
                .extracting("seq")
                .isEqualTo(2L);
    }

    @Test
    void selectingARowMovesTheCursor() {
        fixture.journal.set(1, "/a", "1", 1L).set(2, "/a", "2", 2L);
        fixture.open();
        fixture.browsing().selected().set(fixture.journal.entry(1).orElseThrow());
        assertThat(fixture.seq()).isEqualTo(1);
    }

    @Test
    void aRowThatComesLateForAnOlderMoveDoesNotPullTheCursorBack() {
        fixture.journal.set(1, "/a", "1", 1L).set(2, "/a", "2", 2L).set(3, "/a", "3", 3L);
        var model = fixture.open();
        var late = new ArrayList<Long>();
        var browsing = new Browsing(fixture.journal, fixture.journal.info(), fixture.journal.state());
        browsing.onReveal(late::add);
        var tasks = new Tasks(fixture.background, Runnable::run, (what, error) -> {});
        var cursor = new CursorViewModel(browsing, tasks);
        cursor.start();
        fixture.settle();
        cursor.moveTo(1);
        fixture.settle();
        cursor.moveTo(2);
        fixture.settle();
        assertThat(late).containsExactly(3L, 1L, 2L);
        browsing.selected().set(fixture.journal.entry(1).orElseThrow());
        browsing.selected().set(fixture.journal.entry(2).orElseThrow());
        assertThat(cursor.seq()).contains(2L);
        model.stop();
    }

    @Test
    void stepsThatComeFasterThanTheyAreMadeAddUp() {
        for (int seq = 1; seq <= 9; seq++) {
            fixture.journal.set(seq, "/a", "1", (long) seq);
        }
        var cursor = fixture.open().cursor();
        cursor.step(-1);
        cursor.step(-1);
        cursor.step(-1);
        fixture.settle();
        assertThat(fixture.seq()).isEqualTo(6);
    }

    @Test
    void stepsSkipWhatIsMissing() {
        fixture.journal.set(1, "/a", "1", 1L).set(7, "/a", "2", 2L);
        var cursor = fixture.open().cursor();
        cursor.step(-1);
        fixture.settle();
        assertThat(fixture.seq()).isEqualTo(1);
        cursor.step(-1);
        fixture.settle();
        assertThat(fixture.seq()).isEqualTo(1);
        assertThat(cursor.message().get()).isEqualTo("There is no earlier entry.");
    }

    @Test
    void changesOfTheAddressInFocusAreSteppedThrough() {
        fixture.journal
                .set(1, "/a", "1", 1L)
                .set(2, "/b", "1", 1L)
                .publish(3, "/a", "9")
                .set(4, "/a", "2", 2L);
        var cursor = fixture.open().cursor();
        cursor.stepChange(false);
        fixture.settle();
        assertThat(fixture.seq()).isEqualTo(1);
        cursor.focus().select("/b");
        cursor.stepChange(true);
        fixture.settle();
        assertThat(fixture.seq()).isEqualTo(2);
        cursor.stepChange(true);
        fixture.settle();
        assertThat(cursor.message().get()).isEqualTo("There is no later SET of /b.");
    }

    @Test
    void snapshotsAreSteppedThrough() {
        fixture.journal
                .set(1, "/a", "1", 1L)
                .set(2, "/a", "2", 2L)
                .set(3, "/a", "3", 3L)
                .set(4, "/a", "4", 4L)
                .snapshot(1)
                .snapshot(3);
        var cursor = fixture.open().cursor();
        cursor.toSnapshot(false);
        fixture.settle();
        assertThat(fixture.seq()).isEqualTo(3);
        cursor.toSnapshot(false);
        fixture.settle();
        assertThat(fixture.seq()).isEqualTo(1);
        cursor.toSnapshot(false);
        fixture.settle();
        assertThat(cursor.message().get()).isEqualTo("There is no earlier snapshot.");
    }

    @Test
    void anEntryThatTheFilterHidesIsSaidToBeHiddenAndCanBeShown() {
        fixture.journal.set(1, "/a", "1", 1L).set(2, "/b", "2", 1L);
        var cursor = fixture.open().cursor();
        fixture.browsing().query().set(Query.parse("/b"));
        cursor.moveTo(1);
        fixture.settle();
        assertThat(fixture.seq()).isEqualTo(1);
        assertThat(cursor.hidden().get()).isTrue();
        assertThat(fixture.browsing().selected().get())
                .isNotNull()
                .extracting("seq")
                .isEqualTo(2L);
        cursor.showAllEntries();
        assertThat(cursor.hidden().get()).isFalse();
        assertThat(fixture.browsing().selected().get())
                .isNotNull()
                .extracting("seq")
                .isEqualTo(1L);
    }

    @Test
    void anEmptyJournalHasNoCursor() {
        var model = fixture.open();
        model.cursor().step(1);
        model.player().play();
        fixture.settle();
        assertThat(model.cursor().seq()).isEmpty();
        assertThat(model.state().question().outcome().get()).isInstanceOf(Outcome.Nothing.class);
    }
}
