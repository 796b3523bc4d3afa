package clasp.journal.app;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.settings.Settings;
import clasp.journal.testing.FxStage;
import com.sun.javafx.scene.SceneHelper;
import java.nio.file.Path;
import java.util.List;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

/// What the user does to columns and panes is taken back, and done again, step by step.
@Tag("thorough")
class UndoWindowTest {
    @TempDir
    private Path folder;

    private Path journal = Path.of("");

    @BeforeEach
    void makeAJournal() {
        journal = GeneratedJournal.in(folder.resolve("show.db"), 500);
    }

    @Test
    void aDragOfAColumnsBorderIsOneStep() {
        Settings settings = Settings.inMemory();
        double left;
        try (var window = OpenWindow.on(journal, settings, 990, 700)) {
            double first = width(window, "signal");
            dragBorder(window, "signal", 60);
            double second = width(window, "signal");
            assertThat(second).isEqualTo(first + 60);
            dragBorder(window, "signal", -30);
            assertThat(width(window, "signal")).isEqualTo(second - 30);
            undo(window);
            assertThat(width(window, "signal")).isEqualTo(second);
            undo(window);
            assertThat(width(window, "signal")).isEqualTo(first);
            redo(window);
            assertThat(width(window, "signal")).isEqualTo(second);
            left = second;
        }
        try (var window = OpenWindow.on(journal, settings, 990, 700)) {
            assertThat(width(window, "signal")).as("at the next start").isEqualTo(left);
        }
    }

    @Test
    void aDragAloneIsTakenBack() {
        try (var window = OpenWindow.on(journal, 1280, 820)) {
            double before = width(window, "signal");
            dragBorder(window, "signal", 60);
            undo(window);
            assertThat(width(window, "signal")).isEqualTo(before);
        }
    }

    @Test
    void theWidthOfAnAddressThatGivesRoomToValuesIsTakenBackToo() {
        try (var window = OpenWindow.on(journal, 990, 700)) {
            List<Double> before = widths(window);
            dragBorder(window, "address", 50);
            assertThat(widths(window)).isNotEqualTo(before);
            undo(window);
            assertThat(widths(window)).isEqualTo(before);
        }
    }

    @Test
    void orderWidthAndHidingByKeysAreStepsOfTheirOwn() {
        try (var window = OpenWindow.on(journal, 990, 700)) {
            List<String> order = shown(window);
            double wide = width(window, "seq");
            window.press(KeyCode.CONTROL, KeyCode.ALT, KeyCode.C);
            window.find("#columnsView");
            window.press(KeyCode.ALT, KeyCode.DOWN);
            window.press(KeyCode.ALT, KeyCode.RIGHT);
            window.press(KeyCode.SPACE);
            window.press(KeyCode.ESCAPE);
            window.awaitGone("#columnsView");
            assertThat(shown(window)).doesNotContain("seq");
            undo(window);
            assertThat(shown(window)).startsWith("time", "seq");
            assertThat(width(window, "seq")).isGreaterThan(wide);
            undo(window);
            assertThat(width(window, "seq")).isEqualTo(wide);
            assertThat(shown(window)).startsWith("time", "seq");
            undo(window);
            assertThat(shown(window)).isEqualTo(order);
            redo(window);
            redo(window);
            redo(window);
            assertThat(shown(window)).doesNotContain("seq").startsWith("time");
        }
    }

    /// The others take its room at once.
    @Test
    void hidingAColumnIsTakenBackAlsoAsTheFirstThingThatIsDone() {
        for (int width : List.of(990, 1280, 1440)) {
            try (var window = OpenWindow.on(journal, width, 820)) {
                List<String> order = shown(window);
                window.press(KeyCode.CONTROL, KeyCode.ALT, KeyCode.C);
                window.find("#columnsView");
                window.press(KeyCode.DOWN);
                window.press(KeyCode.DOWN);
                window.press(KeyCode.SPACE);
                window.press(KeyCode.ESCAPE);
                window.awaitGone("#columnsView");
                assertThat(shown(window)).as("at %d", width).doesNotContain("delta");
                undo(window);
                assertThat(shown(window)).as("at %d", width).isEqualTo(order);
            }
        }
    }

    @Test
    void aResetIsOneStep() {
        try (var window = OpenWindow.on(journal, 990, 700)) {
            dragBorder(window, "delta", 40);
            window.press(KeyCode.CONTROL, KeyCode.ALT, KeyCode.C);
            window.press(KeyCode.ALT, KeyCode.DOWN);
            List<Double> widths = widths(window);
            window.click("#columnsReset");
            assertThat(shown(window)).startsWith("seq", "time");
            window.press(KeyCode.ESCAPE);
            window.awaitGone("#columnsView");
            undo(window);
            assertThat(shown(window)).startsWith("time", "seq");
            assertThat(widths(window)).isEqualTo(widths);
        }
    }

    @Test
    void panesAreShownAndPutAwayAgain() {
        try (var window = OpenWindow.on(journal, 1280, 820)) {
            window.press(KeyCode.CONTROL, KeyCode.DIGIT1);
            window.awaitGone(".address-tree");
            window.press(KeyCode.CONTROL, KeyCode.DIGIT2);
            window.awaitGone(".detail");
            undo(window);
            window.find(".detail");
            assertThat(window.sees(".address-tree")).isFalse();
            undo(window);
            window.find(".address-tree");
            redo(window);
            window.awaitGone(".address-tree");
            window.screenshots("undo-panes");
        }
    }

    @Test
    void aDragOfAPanesBorderIsOneStep() {
        try (var window = OpenWindow.on(journal, 1280, 820)) {
            double before = paneWidth(window);
            dragBy(window, divider(window), 70);
            double dragged = paneWidth(window);
            assertThat(dragged).isGreaterThan(before + 50);
            window.screenshots("undo-pane-dragged");
            undo(window);
            assertThat(paneWidth(window)).isEqualTo(before);
            redo(window);
            assertThat(paneWidth(window)).isEqualTo(dragged);
        }
    }

    @Test
    void whatColumnsGiveEachOtherIsNoStep() {
        try (var window = OpenWindow.on(journal, 1280, 820)) {
            double before = width(window, "signal");
            dragBorder(window, "signal", 60);
            dragBy(window, divider(window), 70);
            undo(window);
            assertThat(width(window, "signal")).isEqualTo(before + 60);
            undo(window);
            assertThat(width(window, "signal")).isEqualTo(before);
        }
    }

    @Test
    void aPlainClickIsNoStep() {
        try (var window = OpenWindow.on(journal, 990, 700)) {
            window.press(KeyCode.CONTROL, KeyCode.DIGIT2);
            window.click(".entry-cell.seq");
            window.click(".entry-table .column-header");
            undo(window);
            window.find(".detail");
        }
    }

    /// It was never applied, so it is no step of the view: the field itself has it.
    @Test
    void aMistakenFilterThatWasDroppedComesBackAndThePanesStay() {
        try (var window = OpenWindow.on(journal, 1280, 820)) {
            window.press(KeyCode.CONTROL, KeyCode.DIGIT2);
            window.awaitGone(".detail");
            window.press(KeyCode.CONTROL, KeyCode.L);
            window.type("value>hi");
            window.press(KeyCode.ENTER);
            window.press(KeyCode.ESCAPE);
            var field = (TextInputControl) window.find("#query");
            assertThat(FxStage.<String>call(field::getText)).isEmpty();
            undo(window);
            assertThat(FxStage.<String>call(field::getText)).isEqualTo("value>hi");
            assertThat(window.sees(".detail")).isFalse();
        }
    }

    @Test
    void whatWasDoneInOneTabIsNotTakenBackInAnother() {
        Path other = GeneratedJournal.in(folder.resolve("other.db"), 50);
        try (var window = OpenWindow.on(journal, 1280, 820)) {
            window.press(KeyCode.CONTROL, KeyCode.DIGIT2);
            window.awaitGone(".detail");
            window.open(other);
            undo(window);
            assertThat(window.sees(".detail")).isFalse();
            window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.TAB);
            undo(window);
            window.find(".detail");
        }
    }

    private static void undo(OpenWindow window) {
        window.press(KeyCode.CONTROL, KeyCode.Z);
        window.settle();
    }

    private static void redo(OpenWindow window) {
        window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
        window.settle();
    }

    private static Node divider(OpenWindow window) {
        Node at = window.find(".address-tree");
        while (!(at instanceof SplitPane)) {
            at = at.getParent();
        }
        Node panes = at;
        return FxStage.call(() -> panes.lookup(".split-pane-divider"));
    }

    private static double paneWidth(OpenWindow window) {
        Node tree = window.find(".address-tree");
        return FxStage.call(() -> tree.getLayoutBounds().getWidth());
    }

    /// Where one column ends and the next begins.
    private static void dragBorder(OpenWindow window, String column, double by) {
        Node header = window.find("#column-" + column);
        Bounds bounds = FxStage.call(() -> header.localToScene(header.getBoundsInLocal()));
        drag(window, new Point2D(bounds.getMaxX(), bounds.getCenterY()), by);
    }

    private static void dragBy(OpenWindow window, Node node, double by) {
        Bounds bounds = FxStage.call(() -> node.localToScene(node.getBoundsInLocal()));
        drag(window, new Point2D(bounds.getCenterX(), bounds.getCenterY()), by);
    }

    /// As a mouse does it: the headless platform's own loses what follows the first move of a drag.
    private static void drag(OpenWindow window, Point2D from, double by) {
        mouse(window, MouseEvent.MOUSE_MOVED, from, false);
        mouse(window, MouseEvent.MOUSE_PRESSED, from, true);
        for (int step = 1; step <= 4; step++) {
            mouse(window, MouseEvent.MOUSE_DRAGGED, from.add(by * step / 4, 0), true);
        }
        mouse(window, MouseEvent.MOUSE_RELEASED, from.add(by, 0), false);
        window.settle();
    }

    private static void mouse(OpenWindow window, EventType<MouseEvent> type, Point2D at, boolean down) {
        Scene scene = window.root().getScene();
        FxStage.run(() -> SceneHelper.processMouseEvent(
                scene,
                new MouseEvent(
                        type,
                        at.getX(),
                        at.getY(),
                        scene.getWindow().getX() + at.getX(),
                        scene.getWindow().getY() + at.getY(),
                        type == MouseEvent.MOUSE_MOVED ? MouseButton.NONE : MouseButton.PRIMARY,
                        type == MouseEvent.MOUSE_MOVED ? 0 : 1,
                        false,
                        false,
                        false,
                        false,
                        down,
                        false,
                        false,
                        false,
                        false,
                        false,
                        null)));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static List<String> shown(OpenWindow window) {
        TableView<Object> table = table(window);
        return FxStage.call(() -> table.getVisibleLeafColumns().stream()
                .map(column -> column.getId().substring("column-".length()))
                .toList());
    }

    private static List<Double> widths(OpenWindow window) {
        TableView<Object> table = table(window);
        return FxStage.call(
                () -> table.getColumns().stream().map(TableColumn::getWidth).toList());
    }

    private static double width(OpenWindow window, String column) {
        TableView<Object> table = table(window);
        return FxStage.call(() -> table.getColumns().stream()
                .filter(each -> each.getId().equals("column-" + column))
                .findFirst()
                .orElseThrow()
                .getWidth());
    }

    @SuppressWarnings("unchecked")
    private static TableView<Object> table(OpenWindow window) {
        return (TableView<Object>) window.find("#entryTable");
    }
}
