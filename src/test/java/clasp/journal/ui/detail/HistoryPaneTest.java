package clasp.journal.ui.detail;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.model.Entry;
import clasp.journal.store.Row;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

class HistoryPaneTest extends DetailScreen {
    @Test
    void numberHasItsHistoryAndPlot() {
        List<Entry> entries = addNumbers(60);
        add("/other", "1");
        open(340);
        select(entries.get(40));
        window.screenshots("detail-number");
        choose(DetailTab.HISTORY);
        window.await("history", () -> history().getItems().size() == 60);
        window.nextFrame();
        assertThat(text("#historyExtent")).isEqualTo("60 entries at this address");
        assertThat(window.get(() -> history().getSelectionModel().getSelectedIndex()))
                .isEqualTo(19);
        window.robot().moveTo("#plot");
        window.nextFrame();
        assertThat(text("#plotReading")).contains(" · entry ");
        window.screenshots("detail-history");
        window.robot().clickOn("#plot");
        assertThat(revealed).hasSize(1);
    }

    @Test
    void historyIsReadWithTheKeyboard() {
        List<Entry> entries = addNumbers(5);
        open(340);
        select(entries.get(2));
        choose(DetailTab.HISTORY);
        window.await("history", () -> history().getItems().size() == 5);
        window.run(() -> history().requestFocus());
        window.press(KeyCode.DOWN, KeyCode.ENTER);
        assertThat(revealed).containsExactly(2L);
        window.screenshots("detail-history-focus");
        window.run(() -> find("#plot").requestFocus());
        window.press(KeyCode.RIGHT);
        assertThat(text("#plotReading")).contains("entry 4");
        window.press(KeyCode.ENTER);
        assertThat(revealed).containsExactly(2L, 4L);
    }

    @Test
    void clickInTheHistoryShowsTheEntryInTheTable() {
        List<Entry> entries = addNumbers(5);
        open(340);
        select(entries.getLast());
        choose(DetailTab.HISTORY);
        window.await("history", () -> history().getItems().size() == 5);
        window.nextFrame();
        window.robot().clickOn((Node) window.robot()
                .lookup(node -> node instanceof HistoryCell cell
                        && cell.getItem() != null
                        && cell.getItem().entry().seq() == 3)
                .query());
        assertThat(revealed).containsExactly(3L);
    }

    @Test
    void historyKeepsItsPlaceWhileTheJournalGrows() {
        List<Entry> entries = addNumbers(400);
        open(340);
        select(entries.getLast());
        choose(DetailTab.HISTORY);
        window.await("history", () -> history().getItems().size() == 400);
        window.run(() -> history().scrollTo(100));
        window.nextFrame();
        double before = placeOf(297);
        assertThat(before).isPositive();
        addNumbers(7);
        window.run(() -> browsing.update(journal.state()));
        window.await("grown", () -> history().getItems().size() == 407);
        window.nextFrame();
        assertThat(placeOf(297)).isEqualTo(before);
    }

    @Test
    void historyAtItsTopShowsWhatComesIn() {
        List<Entry> entries = addNumbers(400);
        open(340);
        select(entries.getLast());
        choose(DetailTab.HISTORY);
        window.await("history", () -> history().getItems().size() == 400);
        window.nextFrame();
        addNumbers(1);
        window.run(() -> browsing.update(journal.state()));
        window.await("grown", () -> history().getItems().size() == 401);
        window.nextFrame();
        assertThat(topSeq()).isEqualTo(401);
    }

    @Test
    void scrollingToTheEndFetchesMore() {
        List<Entry> entries = addNumbers(3_000);
        open(340);
        select(entries.getLast());
        choose(DetailTab.HISTORY);
        window.await("history", () -> history().getItems().size() == 2_000);
        window.await("total", () -> text("#historyExtent").contains("2,000 of 3,000"));
        window.run(() -> history().scrollTo(1_999));
        window.await("more", () -> history().getItems().size() > 2_000);
    }

    /// How far down in the list an entry that is in sight stands.
    private double placeOf(long seq) {
        HistoryCell cell = window.robot()
                .lookup(node -> node instanceof HistoryCell found
                        && found.getItem() != null
                        && found.getItem().entry().seq() == seq)
                .query();
        return window.get(cell::getLayoutY);
    }

    private long topSeq() {
        return window.get(() -> {
            VirtualFlow<?> flow = (VirtualFlow<?>) history().lookup(".virtual-flow");
            IndexedCell<?> first = flow.getFirstVisibleCell();
            return ((Row) first.getItem()).entry().seq();
        });
    }

    @Test
    void addressWithoutNumbersSaysSo() {
        add("/words", "\"a\"");
        Entry last = add("/words", "null");
        open(340);
        select(last);
        choose(DetailTab.HISTORY);
        window.await("history", () -> history().getItems().size() == 2);
        assertThat(window.get(() -> find("#noNumbers").isVisible())).isTrue();
        assertThat(window.get(() -> find("#plot").isVisible())).isFalse();
    }
}
