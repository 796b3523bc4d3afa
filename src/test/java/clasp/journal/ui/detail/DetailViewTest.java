package clasp.journal.ui.detail;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.model.Entry;
import clasp.journal.model.MsgType;
import clasp.journal.settings.Settings;
import clasp.journal.store.Row;
import clasp.journal.testing.FxWindow;
import clasp.journal.testing.ListJournal;
import clasp.journal.testing.SavingDialogs;
import clasp.journal.ui.fx.Browsing;
import clasp.journal.ui.fx.Later;
import clasp.journal.ui.fx.TimeDisplay;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DetailViewTest {
    private static final String OPACITY = "/lumen/scene/0/layer/3/opacity";

    private final FxWindow window = new FxWindow();
    private final ListJournal journal = new ListJournal(List.of());
    private final List<Long> revealed = new ArrayList<>();
    private Path saveTo = Path.of("unused");
    private Browsing browsing;
    private DetailViewModel model;

    @AfterEach
    void close() {
        window.run(() -> model.close());
        window.close();
    }

    private void open(double width) {
        open(width, 700);
    }

    private void open(double width, double height) {
        window.show(
                () -> {
                    browsing = new Browsing(journal, journal.info(), journal.state());
                    browsing.onReveal(revealed::add);
                    model = new DetailViewModel(browsing, window.tasks(), Later.onFxThread(), Settings.inMemory());
                    return new DetailView(model, new SavingDialogs(name -> Optional.of(saveTo.resolve(name))));
                },
                width,
                height);
    }

    private Entry add(String address, String valueJson) {
        long seq = journal.state().latestSeq() + 1;
        var entry = new Entry(
                seq,
                DetailFixture.START + seq * 1_204_000,
                "13a1c2f0-6f1c-4a90",
                address,
                "param",
                valueJson,
                seq,
                MsgType.SET);
        journal.add(entry);
        return entry;
    }

    private List<Entry> addNumbers(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> add(OPACITY, String.valueOf(Math.round(500 + 500 * Math.sin(i / 9.0)) / 1000.0)))
                .toList();
    }

    private void select(Entry entry) {
        window.run(() -> browsing.selected().set(entry));
        window.await(
                "entry " + entry.seq(),
                () -> model.content().get() instanceof DetailContent.Shown shown
                        && shown.detail().seq() == entry.seq());
        window.nextFrame();
    }

    private void choose(DetailTab tab) {
        window.robot().clickOn("#tab-" + tab.name().toLowerCase(java.util.Locale.ROOT));
        assertThat(window.get(() -> model.tab().get())).isEqualTo(tab);
    }

    private <T extends Node> T find(String selector) {
        return window.robot().lookup(selector).query();
    }

    private String text(String selector) {
        return window.get(() -> this.<Label>find(selector).getText());
    }

    private String clipboard() {
        return window.get(() -> Clipboard.getSystemClipboard().getString());
    }

    @Test
    void inALowPaneTheValueCountsMoreThanWhatTheHeaderSays() {
        open(330, 330);
        select(add(OPACITY, "0.5"));
        assertThat(window.robot().lookup("#field-author").tryQuery()).isPresent();
        assertThat(window.robot().lookup("#field-seq").tryQuery()).isEmpty();
        assertThat(window.robot().lookup("#field-size").tryQuery()).isEmpty();
    }

    @Test
    void emptyPaneSaysWhatToDo() {
        open(340);
        window.screenshots("detail-empty");
        assertThat(text(".hint")).isEqualTo("Select an entry to see it whole.");
    }

    @Test
    void failureIsToldWithAWayToTryAgain() {
        Entry entry = add("/a", "1");
        open(340);
        journal.failWith("The file session.db has vanished. Is its disk still connected?");
        window.run(() -> browsing.selected().set(entry));
        window.await("failure", () -> model.content().get() instanceof DetailContent.Failed);
        window.nextFrame();
        window.screenshots("detail-failure");
        journal.failWith("");
        window.robot().clickOn("#retryDetail");
        window.await("recovered", () -> model.content().get() instanceof DetailContent.Shown);
    }

    @Test
    void fieldsAreShownExactly() {
        open(340);
        var entry = new Entry(12_044, -1L, "13a1", OPACITY, "param", "9223372036854775807", -1L, MsgType.SET);
        journal.add(entry);
        select(entry);
        assertThat(text(".title")).isEqualTo("Entry 12,044");
        assertThat(field("seq")).isEqualTo("12044");
        assertThat(field("micros")).isEqualTo("18446744073709551615 µs");
        assertThat(field("time")).isEqualTo("+586524-01-19 08:01:49.551615 UTC");
        assertThat(field("revision")).isEqualTo("18446744073709551615");
        assertThat(field("message")).isEqualTo("SET 0x21");
        assertThat(field("size")).isEqualTo("19 bytes");
        window.run(() -> browsing.timeDisplay().set(TimeDisplay.SINCE_FIRST));
        assertThat(field("time")).isEqualTo("+0.000000 since first");
        assertThat(field("utc")).isEqualTo("+586524-01-19 08:01:49.551615");
    }

    private String field(String key) {
        return window.get(() -> this.<TextField>find("#field-" + key).getText());
    }

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

    private ListView<Row> history() {
        return find("#history");
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
    void mapIsShownAsATreeThatKeysOpen() {
        Entry entry = add(
                "/lumen/scene/0",
                "{\"name\":\"Intro\",\"on\":true,\"layers\":[{\"opacity\":1.0,\"blend\":\"add\"},"
                        + "{\"opacity\":1e+300,\"blend\":null}],\"id\":9223372036854775807,\"id\":-0.0,"
                        + "\"empty\":{}}");
        open(340);
        select(entry);
        window.screenshots("detail-map");
        assertThat(window.get(() -> tree().getExpandedItemCount())).isEqualTo(12);
        window.run(() -> {
            tree().requestFocus();
            tree().getSelectionModel().select(2);
        });
        window.press(KeyCode.LEFT);
        assertThat(window.get(() -> tree().getExpandedItemCount())).isEqualTo(6);
        window.press(KeyCode.DOWN);
        window.robot().press(KeyCode.CONTROL, KeyCode.C).release(KeyCode.C, KeyCode.CONTROL);
        assertThat(clipboard()).isEqualTo("9223372036854775807");
        window.robot().clickOn("#value-raw");
        assertThat(window.get(() -> this.<TextArea>find("#rawText").getText())).isEqualTo(entry.valueJson());
        window.nextFrame();
        window.screenshots("detail-raw");
    }

    @Test
    void aMapGivesWayToAShorterValueAndComesBack() {
        Entry map = add("/touch/1", "{\"pressure\":0.5,\"x\":0.25,\"y\":0.75}");
        Entry number = add("/touch/2", "7");
        open(340);
        for (Entry entry : List.of(map, number, map, number)) {
            select(entry);
            assertThat(window.get(() -> tree().getExpandedItemCount())).isEqualTo(entry == map ? 3 : 1);
        }
        assertThat(window.get(() -> this.<Label>find("#valueTree .value").getText()))
                .isEqualTo("7");
    }

    @Test
    void whatWasOpenStaysOpenAtTheSameAddress() {
        String value = "{\"a\":{\"b\":{\"c\":{\"d\":{\"e\":1}}}}}";
        Entry first = add("/deep", value);
        Entry second = add("/deep", value.replace('1', '2'));
        Entry other = add("/other", value);
        open(340);
        select(first);
        window.run(() -> tree().getTreeItem(2).setExpanded(true));
        int open = window.get(() -> tree().getExpandedItemCount());
        select(second);
        assertThat(window.get(() -> tree().getExpandedItemCount())).isEqualTo(open);
        select(other);
        assertThat(window.get(() -> tree().getExpandedItemCount())).isLessThan(open);
    }

    private TreeView<OutlineNode> tree() {
        return find("#valueTree");
    }

    @Test
    void textThatIsNoJsonIsShownRawWithAMark() {
        var entry = new Entry(
                1,
                DetailFixture.START,
                "13a1",
                "/sensor/wall/" + "very-long-segment/".repeat(8) + "raw",
                "Param",
                "{\"temp\": 21.5, \"state\": nope, \"unit\": \"C\"}",
                null,
                0x141);
        journal.add(entry);
        open(340);
        select(entry);
        window.screenshots("detail-unparsable");
        assertThat(text("#rawProblem")).isEqualTo("The text is not JSON: 'nope' is not allowed here. (character 25)");
        assertThat(window.get(() -> this.<TextArea>find("#rawText").getSelectedText()))
                .isEqualTo("n");
        assertThat(window.robot().lookup(".marks .banner").queryAll()).hasSize(3);
    }

    @Test
    void diffTellsWhatChanged() {
        add("/lumen/scene/0", "{\"name\":\"Intro\",\"count\":9223372036854775806,\"x\":1,\"old\":[1,2]}");
        Entry entry =
                add("/lumen/scene/0", "{\"name\":\"Outro\",\"count\":9223372036854775807,\"x\":1.0,\"new\":true}");
        open(340);
        select(entry);
        choose(DetailTab.DIFF);
        window.await("diff", () -> text("#diffVerdict").equals("5 parts of the value changed."));
        window.nextFrame();
        window.screenshots("detail-diff");
        window.robot().clickOn("#previousEntry");
        assertThat(revealed).containsExactly(1L);
        select(journal.entry(1).orElseThrow());
        assertThat(text("#diffVerdict")).isEqualTo("The journal holds no earlier entry at this address.");
        window.screenshots("detail-diff-none");
    }

    @Test
    void worksInANarrowAndInAWidePane() {
        List<Entry> entries = addNumbers(30);
        open(300);
        select(entries.get(20));
        choose(DetailTab.HISTORY);
        window.await("history", () -> history().getItems().size() == 30);
        window.nextFrame();
        window.screenshots("detail-narrow");
        choose(DetailTab.DIFF);
        window.await("diff", () -> text("#diffVerdict").startsWith("The value"));
        window.nextFrame();
        window.screenshots("detail-narrow-diff");
    }

    @Test
    void usesTheRoomOfAWidePane() {
        List<Entry> entries = addNumbers(200);
        add(OPACITY, "\"off\"");
        open(640);
        select(entries.get(120));
        choose(DetailTab.HISTORY);
        window.await("history", () -> history().getItems().size() == 201);
        window.nextFrame();
        window.screenshots("detail-wide");
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

    @Test
    void menuCopiesAndSaves(@TempDir Path folder) throws Exception {
        saveTo = folder;
        Entry entry = add("/a/b", "{\"x\":1.0}");
        open(340);
        select(entry);
        window.robot().clickOn("#detailMenu");
        window.nextFrame();
        window.robot().clickOn("Copy value");
        assertThat(clipboard()).isEqualTo("{\"x\":1.0}");
        window.screenshots("detail-copied");
        window.robot().clickOn("#copyAddress");
        assertThat(clipboard()).isEqualTo("/a/b");
        window.robot().clickOn("#detailMenu");
        window.nextFrame();
        window.robot().clickOn("Save value to file…");
        window.await("saved", () -> text("#detailReport").startsWith("9 bytes written"));
        assertThat(Files.readString(folder.resolve("entry-1.json"))).isEqualTo("{\"x\":1.0}");
    }

    @Test
    void arrayOfAMillionItemsOpensInRuns() {
        String million =
                IntStream.range(0, 1_000_000).mapToObj(Integer::toString).collect(Collectors.joining(",", "[", "]"));
        Entry entry = add("/million", million);
        open(340);
        select(entry);
        assertThat(window.get(() -> tree().getExpandedItemCount())).isEqualTo(1_000);
        window.run(() -> {
            tree().requestFocus();
            tree().getSelectionModel().select(1);
        });
        window.press(KeyCode.RIGHT);
        window.await("run", () -> tree().getExpandedItemCount() > 1_000);
        assertThat(window.get(() -> tree().getExpandedItemCount())).isEqualTo(2_000);
        window.screenshots("detail-million");
        window.press(KeyCode.MULTIPLY);
        assertThat(window.get(() -> tree().getExpandedItemCount())).isEqualTo(2_000);
        window.robot().clickOn("#value-raw");
        window.nextFrame();
        ListView<String> pieces = find("#rawPieces");
        assertThat(window.get(() -> String.join("", pieces.getItems()))).isEqualTo(million);
        window.run(() -> pieces.scrollTo(pieces.getItems().size() - 1));
        window.nextFrame();
        window.screenshots("detail-million-raw");
        double height = window.get(() -> pieceCell(pieces).getHeight());
        assertThat(height).as("room for all of a piece").isGreaterThan(150);
    }

    private static ListCell<?> pieceCell(ListView<String> pieces) {
        return (ListCell<?>) pieces.lookup(".raw-piece:filled");
    }

    @Test
    void largePartIsFoundInTheBackground() {
        String large = "{\"big\":[" + "\"" + "x".repeat(200_000) + "\",1],\"small\":1}";
        Entry entry = add("/large", large);
        open(340);
        select(entry);
        window.run(() -> tree().getTreeItem(0).setExpanded(true));
        window.await(
                "its parts",
                () -> tree().getRoot().getChildren().getFirst().getChildren().size() == 2);
    }

    @Test
    void deepNestingCanBeOpenedDownToItsEnd() {
        Entry entry = add("/deep", "[".repeat(1_000) + "]".repeat(1_000));
        open(340);
        select(entry);
        window.run(() -> {
            var item = tree().getRoot();
            while (!item.isLeaf()) {
                item.setExpanded(true);
                item = item.getChildren().getFirst();
            }
        });
        window.nextFrame();
        assertThat(window.get(() -> tree().getExpandedItemCount())).isEqualTo(999);
        window.screenshots("detail-deep");
    }
}
