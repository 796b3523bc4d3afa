package clasp.journal.ui.table;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.model.SeqRange;
import clasp.journal.query.Query;
import clasp.journal.settings.Settings;
import clasp.journal.testing.FxStage;
import clasp.journal.ui.fx.Browsing;
import clasp.journal.ui.fx.FxThread;
import clasp.journal.ui.fx.Later;
import clasp.journal.ui.fx.Tasks;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.collections.FXCollections;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.geometry.VerticalDirection;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumnBase;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EntryTableViewTest {
    private final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Throwable> unhandled = new ArrayList<>();
    private final Tasks tasks = new Tasks(background, FxThread::run, (what, error) -> unhandled.add(error));
    private final Settings settings = Settings.inMemory();
    private Browsing browsing;
    private EntryTableViewModel model;

    @AfterEach
    void stopBackground() {
        background.shutdownNow();
    }

    private FxStage open(SyntheticJournal journal, double width, double height) {
        return open(journal, width, height, height);
    }

    private FxStage open(SyntheticJournal journal, double width, double height, double tableHeight) {
        return FxStage.show(width, height, false, () -> {
            browsing = new Browsing(journal, journal.info(), journal.state());
            model = new EntryTableViewModel(
                    browsing, tasks, Later.onFxThread(), settings, (format, entries) -> format + " " + entries.size());
            var view = new EntryTableView(model);
            view.setMaxHeight(tableHeight);
            return view;
        });
    }

    private Long topSeq() {
        ShownRow shown = model.lines().getFirst().shown().get();
        return shown == null ? null : shown.row().seq();
    }

    private void ready() {
        FxStage.await("rows", () -> model.lines().size() > 10 && topSeq() != null);
    }

    private void awaitTop(long seq) {
        FxStage.await("seq " + seq + " on top", () -> Objects.equals(topSeq(), seq));
    }

    private static List<Long> selected(EntryTableViewModel model) {
        return FxStage.call(() -> model.lines().stream()
                .filter(line -> line.look().get().selected())
                .map(line -> line.shown().get().row().seq())
                .toList());
    }

    private Node cell(FxStage stage, String column, int line) {
        return FxStage.call(() -> stage.lookup("#entryTable").lookupAll(".entry-cell." + column).stream()
                .filter(node ->
                        ((EntryCell) node).getTableRow().getItem() instanceof RowSlot slot && slot.position() == line)
                .findFirst()
                .orElseThrow());
    }

    private void choose(FxStage stage, String menuItem) {
        FxStage.run(() -> item(menuItem).fire());
        stage.robot().type(KeyCode.ESCAPE);
    }

    /// Of the menu that is open.
    private static MenuItem item(String id) {
        return Window.getWindows().stream()
                .filter(ContextMenu.class::isInstance)
                .flatMap(window -> ((ContextMenu) window).getItems().stream())
                .filter(item -> id.equals(item.getId()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void showsAsManyLinesAsFitInLightAndDark() {
        try (FxStage stage = open(new SyntheticJournal(1, 10_000_000), 1000, 640)) {
            ready();
            stage.robot().clickOn(cell(stage, "address", 4));
            stage.screenshot("table-light");
            stage.dark(true);
            stage.screenshot("table-dark");
            assertThat(model.lines().size()).isBetween(23, 26);
            assertThat(unhandled).isEmpty();
        }
    }

    @Test
    void keysMoveThroughTheWholeJournal() {
        try (FxStage stage = open(new SyntheticJournal(1, 10_000_000), 900, 500)) {
            ready();
            stage.robot().clickOn(cell(stage, "address", 0));
            stage.robot().type(KeyCode.END);
            FxStage.await("the end", () -> selectedSeq() == 10_000_000);
            stage.robot().type(KeyCode.UP);
            FxStage.await("one up", () -> selectedSeq() == 9_999_999);
            stage.robot().type(KeyCode.HOME);
            FxStage.await("the start", () -> selectedSeq() == 1);
            int lines = model.lines().size();
            stage.robot().type(KeyCode.PAGE_DOWN);
            FxStage.await("a page down", () -> selectedSeq() == lines);
            stage.robot().push(KeyCode.CONTROL, KeyCode.A);
            assertThat(selected(model)).hasSize(lines);
            assertThat(FxStage.call(() -> model.statusText().get())).endsWith("10,000,000 selected");
        }
    }

    private long selectedSeq() {
        return browsing.selected().get() == null
                ? -1
                : browsing.selected().get().seq();
    }

    @Test
    void theWheelMovesByRows() {
        try (FxStage stage = open(new SyntheticJournal(1, 100_000), 900, 500)) {
            ready();
            stage.robot().moveTo(cell(stage, "address", 3));
            stage.robot().scroll(2, VerticalDirection.DOWN);
            FxStage.await("scrolled", () -> topSeq() != null && topSeq() > 1);
            stage.robot().scroll(5, VerticalDirection.UP);
            awaitTop(1);
        }
    }

    @Test
    void aDraggedThumbSaysWhereItIsAndShowsTheRowsThere() {
        try (FxStage stage = open(new SyntheticJournal(1, 10_000_000), 1000, 600)) {
            ready();
            Node thumb = stage.find("#rowScrollBar .thumb", Node.class);
            stage.robot().moveTo(thumb).press(MouseButton.PRIMARY).moveBy(0, 200);
            FxStage.await("far away", () -> topSeq() != null && topSeq() > 1_000_000);
            FxStage.await(
                    "its time",
                    () -> stage.lookup(".scroll-bubble") instanceof Label bubble
                            && bubble.isVisible()
                            && bubble.getText().contains("2023-11-14"));
            stage.screenshot("table-dragging-light");
            stage.robot().release(MouseButton.PRIMARY);
            assertThat(FxStage.call(() -> stage.lookup(".scroll-bubble").isVisible()))
                    .isFalse();
        }
    }

    @Test
    void draggingOverRowsSelectsFromWhereItBegan() {
        try (FxStage stage = open(new SyntheticJournal(1, 1_000), 900, 500)) {
            ready();
            stage.robot().moveTo(cell(stage, "value", 3)).press(MouseButton.PRIMARY);
            stage.robot().moveTo(cell(stage, "value", 6));
            stage.robot().moveTo(cell(stage, "value", 8));
            assertThat(selected(model)).containsExactly(4L, 5L, 6L, 7L, 8L, 9L);
            stage.screenshot("table-swept-light");
            stage.dark(true);
            stage.screenshot("table-swept-dark");
            stage.robot().moveTo(cell(stage, "value", 2));
            assertThat(selected(model)).as("back, and above").containsExactly(3L, 4L);
            stage.robot().release(MouseButton.PRIMARY);
            stage.robot().moveTo(cell(stage, "value", 9));
            assertThat(selected(model)).as("after the mouse was let go").containsExactly(3L, 4L);
            assertThat(selectedSeq()).as("what is looked at").isEqualTo(3);
        }
    }

    @Test
    void aDragWithCtrlSelectsInAddition() {
        try (FxStage stage = open(new SyntheticJournal(1, 1_000), 900, 500)) {
            ready();
            stage.robot().clickOn(cell(stage, "value", 1));
            press(cell(stage, "value", 4), false, true);
            FxStage.run(() -> {
                model.sweepTo(7);
                model.sweepTo(5);
            });
            assertThat(selected(model)).containsExactly(2L, 5L, 6L);
        }
    }

    @Test
    void aHandThatTremblesWhileItClicksDragsNothing() {
        try (FxStage stage = open(new SyntheticJournal(1, 1_000), 900, 500)) {
            ready();
            Bounds row = onScreen(cell(stage, "value", 4));
            stage.robot().moveTo(row.getCenterX(), row.getMaxY() - 1).press(MouseButton.PRIMARY);
            stage.robot().moveBy(0, 1.5).release(MouseButton.PRIMARY);
            assertThat(selected(model)).containsExactly(5L);
        }
    }

    @Test
    void aDragBeyondTheEdgesScrollsOnThroughManyRows() {
        // The headless platform knows nothing of a mouse beside the window, so that there is room in it.
        try (FxStage stage = open(new SyntheticJournal(1, 10_000_000), 900, 700, 400)) {
            ready();
            FxStage.run(() -> model.goToSeq(5_000_000));
            FxStage.await("the middle", () -> selectedSeq() == 5_000_000);
            stage.robot().moveTo(cell(stage, "value", 4)).press(MouseButton.PRIMARY);
            long from = selectedSeq();
            stage.robot().moveTo(300, 690);
            FxStage.await("rows that were below the screen", () -> selectedSeq() > from + 100);
            assertThat(FxStage.call(() -> model.statusText().get())).contains(" selected");
            stage.robot().moveTo(300, 10);
            FxStage.await("rows above where it began", () -> selectedSeq() < from);
            stage.robot().moveTo(300, 250);
            long to = FxStage.call(this::selectedSeq);
            stage.robot().release(MouseButton.PRIMARY);
            assertThat(FxStage.call(() -> model.place().selected()))
                    .containsExactly(new SeqRange(Math.min(from, to), Math.max(from, to)));
            assertThat(unhandled).isEmpty();
        }
    }

    private static Bounds onScreen(Node node) {
        return FxStage.call(() -> node.localToScreen(node.getLayoutBounds()));
    }

    @Test
    void clicksWithModifiersSelectRanges() {
        try (FxStage stage = open(new SyntheticJournal(1, 1_000), 900, 500)) {
            ready();
            stage.robot().clickOn(cell(stage, "value", 1));
            press(cell(stage, "value", 4), true, false);
            assertThat(selected(model)).containsExactly(2L, 3L, 4L, 5L);
            press(cell(stage, "value", 2), false, true);
            assertThat(selected(model)).containsExactly(2L, 4L, 5L);
        }
    }

    /// The headless robot's clicks know nothing of the keys that are held.
    private static void press(Node node, boolean shift, boolean control) {
        FxStage.run(() -> Event.fireEvent(
                node,
                new MouseEvent(
                        MouseEvent.MOUSE_PRESSED,
                        0,
                        0,
                        0,
                        0,
                        MouseButton.PRIMARY,
                        1,
                        shift,
                        control,
                        false,
                        false,
                        true,
                        false,
                        false,
                        false,
                        false,
                        true,
                        null)));
    }

    @Test
    void theMenuOfACellFiltersAndCopies() {
        try (FxStage stage = open(new SyntheticJournal(1, 1_000), 1000, 600)) {
            ready();
            stage.robot().rightClickOn(cell(stage, "signal", 9));
            choose(stage, "filterTo");
            FxStage.await("a filter", () -> browsing.query().get().text().contains("event"));
            FxStage.await("events only", () -> Objects.equals(topSeq(), 10L));
            stage.robot().rightClickOn(cell(stage, "address", 2));
            choose(stage, "copyCsv");
            FxStage.await(
                    "the copy",
                    () -> "CSV 1".equals(Clipboard.getSystemClipboard().getString()));
            assertThat(unhandled).isEmpty();
        }
    }

    @Test
    void theMenuSaysWhichCellItCopies() {
        try (FxStage stage = open(new SyntheticJournal(1, 1_000), 1000, 600)) {
            ready();
            assertThat(copiesOf(stage, "value")).isEqualTo("Copy “Value”");
            assertThat(copiesOf(stage, "delta")).isEqualTo("Copy “Δ”");
        }
    }

    /// Where rows follow that are neighbours only because what was between them is lost.
    @Test
    void theRowsAtBothSidesOfDamageAreMarked() {
        try (FxStage stage = open(new SyntheticJournal(1, 1_000).damaged(500, 540), 1000, 600)) {
            ready();
            FxStage.run(() -> model.goToSeq(520));
            FxStage.await("the row behind", () -> selectedSeq() == 541);
            stage.screenshot("table-damaged-light");
            List<EntryCell> marked =
                    FxStage.call(() -> stage.lookup("#entryTable").lookupAll(".entry-cell.seq").stream()
                            .map(EntryCell.class::cast)
                            .filter(cell -> cell.getGraphic() != null)
                            .toList());
            assertThat(marked).extracting(Labeled::getText).containsExactly("499", "541");
            Object spoken = FxStage.call(
                    () -> marked.getFirst().getTableRow().queryAccessibleAttribute(AccessibleAttribute.TEXT));
            assertThat(spoken).asString().startsWith("Entry 499,").contains(". Beside this entry the file is damaged");
            stage.robot().moveTo(marked.getFirst());
            FxStage.await(
                    "what it says",
                    () -> marked.getFirst().getTooltip() != null
                            && marked.getFirst()
                                    .getTooltip()
                                    .getText()
                                    .startsWith("Beside this entry the file is damaged"));
        }
    }

    /// The mouse stays where it is while the wheel brings other rows below it.
    @Test
    void whatACellSaysWhenPointedAtIsOfTheRowThatItShows() {
        try (FxStage stage = open(new SyntheticJournal(1, 1_000), 1000, 600)) {
            ready();
            var cell = (EntryCell) cell(stage, "address", 3);
            FxStage.run(() -> {
                cell.resize(40, cell.getHeight());
                cell.layout();
            });
            String first = pointedAt(cell);
            assertThat(first).as("what is cut short").isEqualTo(address(cell));
            FxStage.run(() -> model.goToSeq(733));
            FxStage.await("other rows", () -> !address(cell).equals(first));
            assertThat(FxStage.<Object>call(cell::getTooltip))
                    .as("of the row that went")
                    .isNull();
            FxStage.run(() -> {
                cell.resize(40, cell.getHeight());
                cell.layout();
            });
            assertThat(pointedAt(cell)).isEqualTo(FxStage.call(() -> address(cell)));
            FxStage.run(() -> {
                cell.resize(600, cell.getHeight());
                cell.layout();
            });
            assertThat(pointedAt(cell)).as("what is read whole").isEmpty();
        }
    }

    private static String address(EntryCell cell) {
        ShownRow shown = cell.getItem();
        return shown == null ? "" : shown.row().addressText();
    }

    /// What the cell says to a mouse that moves over it.
    private static String pointedAt(EntryCell cell) {
        return FxStage.call(() -> {
            Event.fireEvent(
                    cell,
                    new MouseEvent(
                            MouseEvent.MOUSE_MOVED,
                            1,
                            1,
                            1,
                            1,
                            MouseButton.NONE,
                            0,
                            false,
                            false,
                            false,
                            false,
                            false,
                            false,
                            false,
                            false,
                            false,
                            false,
                            null));
            return cell.getTooltip() == null ? "" : cell.getTooltip().getText();
        });
    }

    private String copiesOf(FxStage stage, String column) {
        stage.robot().rightClickOn(cell(stage, column, 3));
        String offered = FxStage.call(() -> item("copyCell").getText());
        stage.robot().type(KeyCode.ESCAPE);
        return offered;
    }

    @Test
    void goToTakesASeqOrATime() {
        try (FxStage stage = open(new SyntheticJournal(1, 50_000), 700, 500)) {
            ready();
            stage.robot().clickOn(cell(stage, "signal", 1));
            stage.robot().push(KeyCode.CONTROL, KeyCode.G);
            stage.robot().write("nonsense").type(KeyCode.ENTER);
            FxStage.await(
                    "a hint",
                    () -> stage.lookup(".problem") instanceof Label label
                            && label.getText().startsWith("Type a seq"));
            stage.screenshot("table-goto-light");
            assertThat(FxStage.call(() -> ((Parent) stage.lookup(".go-to"))
                            .getChildrenUnmodifiable().stream()
                                    .filter(Labeled.class::isInstance)
                                    .map(Labeled.class::cast)
                                    .filter(Labeled::isTextTruncated)
                                    .map(Labeled::getText)
                                    .toList()))
                    .as("texts that are cut off")
                    .isEmpty();
            stage.robot().push(KeyCode.CONTROL, KeyCode.A);
            stage.robot().write("31,234").type(KeyCode.ENTER);
            FxStage.await("the entry", () -> selectedSeq() == 31_234);
            stage.robot().push(KeyCode.CONTROL, KeyCode.G);
            stage.robot().push(KeyCode.CONTROL, KeyCode.A);
            stage.robot().write("22:13:21").type(KeyCode.ENTER);
            FxStage.await("the entry", () -> selectedSeq() == 10_000);
        }
    }

    @Test
    void columnsAreRememberedAsTheUserLeftThem() {
        try (FxStage stage = open(new SyntheticJournal(1, 1_000), 1000, 500)) {
            ready();
            FxStage.run(() -> {
                TableView<?> table = (TableView<?>) stage.lookup("#entryTable");
                column(table, "column-revision").setVisible(false);
                column(table, "column-address").setPrefWidth(333);
                FXCollections.rotate(table.getColumns(), 1);
            });
        }
        try (FxStage stage = open(new SyntheticJournal(1, 1_000), 1000, 500)) {
            ready();
            List<String> columns = FxStage.call(() -> ((TableView<?>) stage.lookup("#entryTable"))
                    .getVisibleLeafColumns().stream()
                            .map(TableColumnBase::getId)
                            .toList());
            assertThat(columns).startsWith("column-message", "column-seq").doesNotContain("column-revision");
            double width = FxStage.call(() -> ((TableView<?>) stage.lookup("#entryTable"))
                    .getVisibleLeafColumns().stream()
                            .filter(column -> column.getId().equals("column-address"))
                            .findFirst()
                            .orElseThrow()
                            .getWidth());
            assertThat(width).isEqualTo(333);
        }
    }

    @Test
    void aLineIsReadOutAsItsEntry() {
        try (FxStage stage = open(new SyntheticJournal(1, 1_000), 900, 500)) {
            ready();
            Object name = FxStage.call(() -> stage.lookup("#entryTable").lookupAll(".entry-line").stream()
                    .map(line -> line.queryAccessibleAttribute(AccessibleAttribute.TEXT))
                    .filter(text -> String.valueOf(text).startsWith("Entry 1, "))
                    .findFirst()
                    .orElse(null));
            assertThat(name).asString().contains("param", "/", "value ");
        }
    }

    private static TableColumn<?, ?> column(TableView<?> table, String id) {
        return table.getColumns().stream()
                .filter(column -> column.getId().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void saysWhatIsMissingAndWhatCanBeDone() {
        var journal = new SyntheticJournal(0, 0);
        try (FxStage stage = open(journal, 900, 500)) {
            FxStage.await(
                    "empty",
                    () -> stage.lookup(".table-notice .title") instanceof Label title
                            && title.getText().equals("No entries yet"));
            stage.screenshot("table-empty-light");
            journal.grow(100);
            FxStage.run(() -> browsing.update(journal.state()));
            ready();
            FxStage.run(() -> browsing.query().set(Query.parse("/nowhere/**")));
            FxStage.await("no match", () -> stage.lookup("#clearFilter") != null);
            stage.screenshot("table-nomatch-light");
            stage.robot().clickOn("#clearFilter");
            ready();
            journal.setFailing(true);
            FxStage.run(() -> browsing.query().set(Query.parse("/lumen/**")));
            FxStage.await("the failure", () -> stage.lookup("#retryLoading") != null);
            stage.screenshot("table-failed-light");
            stage.dark(true);
            stage.screenshot("table-failed-dark");
            journal.setFailing(false);
            stage.robot().clickOn("#retryLoading");
            ready();
        }
    }

    /// It is that of the first line, where the column is too narrow for dates.
    @Test
    void theTimeColumnOfAnEmptyJournalHasATitle() {
        try (FxStage stage = open(new SyntheticJournal(1, 0), 700, 400)) {
            TableView<?> table = stage.find("#entryTable", TableView.class);
            FxStage.await(
                    "a title",
                    () -> table.getColumns().stream()
                            .anyMatch(column -> column.getText().equals("Time")));
        }
    }
}
