package clasp.journal.app;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.testing.FxStage;
import java.nio.file.Path;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.geometry.VerticalDirection;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// In a low window, what gives way is what a journal says: the program's own controls stay within it.
@Tag("thorough")
class LowWindowTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"640,420", "1000,430", "1000,500", "1280,420"})
    void theToolbarTheTabsTheQueryBarAndTheStatusLineStay(double width, double height) {
        Path file = GeneratedJournal.in(folder.resolve("show.db"), 500);
        try (var window = OpenWindow.on(file, width, height)) {
            window.reveal(100);
            check(window, width, height, ".entry-table .entry-cell");
            window.screenshots("low-" + (int) width + "x" + (int) height);
            window.press(KeyCode.CONTROL, KeyCode.DIGIT3);
            window.settle();
            check(window, width, height, "#recoveryTabs");
            checkTransport(window, width);
            window.screenshots("low-recovery-" + (int) width + "x" + (int) height);
            for (String tab : List.of("problems", "compare", "crash", "moments", "pair", "evidence")) {
                window.click("#recovery-tab-" + tab);
                window.settle();
                check(window, width, height, "#recoveryTabs");
            }
            window.screenshots("low-evidence-" + (int) width + "x" + (int) height);
            window.press(KeyCode.CONTROL, KeyCode.DIGIT3);
            window.settle();
            check(window, width, height, ".entry-table .entry-cell");
        }
    }

    /// Where one has no room, it is cut, and an arrow leads to it.
    @Test
    void theTitlesOfAllTabsOfTheRecoveryViewAreReadBesideTheReason() {
        Path file = GeneratedJournal.in(folder.resolve("show.db"), 500);
        try (var window = OpenWindow.on(file, 720, 600)) {
            window.press(KeyCode.CONTROL, KeyCode.DIGIT3);
            window.find("#recoveryTabs");
            window.settle();
            assertThat(window.sees("#recoveryTabs .tab-down-button")).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({"800,600", "1024,700", "1440,900"})
    void besideTheOpenRecoveryViewTheSelectedEntryIsSeenInEachTab(double width, double height) {
        Path file = GeneratedJournal.in(folder.resolve("show.db"), 20_000);
        try (var window = OpenWindow.on(file, width, height)) {
            window.reveal(12_044);
            if (!window.sees("#detailTabs")) {
                window.press(KeyCode.CONTROL, KeyCode.DIGIT2);
            }
            window.click("#tab-history");
            window.press(KeyCode.CONTROL, KeyCode.DIGIT3);
            window.find("#recoveryTabs");
            window.settle();
            Node pane = window.find(".detail");
            String size = (int) width + "x" + (int) height;
            window.screenshots("low-detail-history-" + size);
            assertWithin(pane, current(window));
            window.click("#tab-diff");
            window.settle();
            window.screenshots("low-detail-diff-" + size);
            assertWithin(pane, window.find("#diffVerdict"));
            assertWithin(pane, window.find("#previousEntry"));
            window.click("#tab-value");
            window.settle();
            window.screenshots("low-detail-value-" + size);
            assertWithin(pane, window.find("#valueTree .value-line"));
        }
    }

    @ParameterizedTest
    @CsvSource({"800,600", "1024,700"})
    void wheelAndPageDownReachWhatIsBelowTheEdgeOfTheEntry(double width, double height) {
        Path file = GeneratedJournal.in(folder.resolve("show.db"), 20_000);
        try (var window = OpenWindow.on(file, width, height)) {
            window.reveal(12_044);
            if (!window.sees("#detailTabs")) {
                window.press(KeyCode.CONTROL, KeyCode.DIGIT2);
            }
            window.press(KeyCode.CONTROL, KeyCode.DIGIT3);
            window.click("#tab-diff");
            window.settle();
            window.robot().moveTo(window.find("#diffVerdict")).scroll(20, VerticalDirection.DOWN);
            window.settle();
            assertWithin(window.find(".detail"), window.find("#field-author"));
            window.robot().scroll(20, VerticalDirection.UP);
            Node change = window.find(".change-cell");
            double end = bounds(window.find(".detail")).getMaxY();
            for (int i = 0; i < 20 && bounds(change).getMaxY() > end; i++) {
                window.robot().scroll(1, VerticalDirection.DOWN);
                window.settle();
            }
            window.screenshots("low-detail-scrolled-" + (int) width + "x" + (int) height);
            assertWithin(window.find(".detail"), change);
            FxStage.run(window.find("#detailTabs")::requestFocus);
            window.press(KeyCode.PAGE_DOWN);
            window.press(KeyCode.PAGE_DOWN);
            window.press(KeyCode.PAGE_DOWN);
            assertWithin(window.find(".detail"), window.find("#field-author"));
        }
    }

    @ParameterizedTest
    @CsvSource({"800,600", "800,578", "1024,700"})
    void aComparisonExplainsTheSelectedRow(double width, double height) {
        Path file = GeneratedJournal.example(folder.resolve("example.db"));
        try (var window = OpenWindow.on(file, width, height)) {
            window.press(KeyCode.CONTROL, KeyCode.DIGIT3);
            window.click("#recovery-tab-compare");
            window.find("#differenceTable");
            window.settle();
            window.click("#differenceTable .table-row-cell");
            window.awaitText("#differenceExplanation", "entry 124 is rejected");
            window.settle();
            window.screenshots("low-compare-" + (int) width + "x" + (int) height);
            assertSeen(window, "#differenceExplanation", "#differenceTable .table-row-cell:selected");
            assertWithin(window.find("#recoveryTabs"), window.find(".near .label"));
        }
    }

    @ParameterizedTest
    @CsvSource({"800,600", "800,578", "1024,700"})
    void whatACrashLosesIsExplainedBelowTheSelectedRow(double width, double height) {
        Path file = GeneratedJournal.example(folder.resolve("example.db"));
        try (var window = OpenWindow.on(file, width, height)) {
            window.press(KeyCode.CONTROL, KeyCode.DIGIT3);
            window.click("#recovery-tab-crash");
            window.find("#lossTable .table-row-cell");
            window.settle();
            window.click("#lossTable .table-row-cell");
            window.awaitText("#lossExplanation", "It was 1.0 at revision 4");
            window.settle();
            window.screenshots("low-crash-" + (int) width + "x" + (int) height);
            assertSeen(window, "#lossExplanation", "#lossTable .table-row-cell:selected");
        }
    }

    /// Both are within the tab, and the text is whole.
    private static void assertSeen(OpenWindow window, String explanation, String row) {
        Node tab = window.find("#recoveryTabs");
        Node text = window.find(explanation);
        assertWithin(tab, text);
        assertWithin(tab, window.find(row));
        assertThat(FxStage.call(() -> ((Text) text.lookup(".text")).getText()))
                .as("what is read of it")
                .isEqualTo(((Labeled) text).getText());
        assertThat(bounds(window.find(row)).getMaxY())
                .as("bottom of the row")
                .isLessThanOrEqualTo(bounds(text).getMinY());
    }

    private static Node current(OpenWindow window) {
        window.find("#history .history-cell");
        return FxStage.call(() -> window.root().lookupAll("#history .history-cell").stream()
                .filter(cell -> cell.getPseudoClassStates().contains(PseudoClass.getPseudoClass("current")))
                .findFirst()
                .orElseThrow());
    }

    private static void assertWithin(Node area, Node part) {
        Bounds room = bounds(area);
        Bounds there = bounds(part);
        assertThat(there.getHeight()).as("height of " + part).isPositive();
        assertThat(there.getMinY()).as("top of " + part).isGreaterThanOrEqualTo(room.getMinY());
        assertThat(there.getMaxY()).as("bottom of " + part).isLessThanOrEqualTo(room.getMaxY());
    }

    /// What moves the cursor and what says where it is can be seen, and nothing lies over it.
    private static void checkTransport(OpenWindow window, double width) {
        double tabs = bounds(window.find("#recoveryTabs")).getMinY();
        for (String part : List.of("#toEnd", "#speed", "#cursorSlider", "#cursorPlace", "#rule-router")) {
            assertThat(bounds(window.find(part)).getMaxX())
                    .as("right of " + part)
                    .isLessThanOrEqualTo(width);
            assertThat(bounds(window.find(part)).getMaxY())
                    .as("bottom of " + part)
                    .isLessThanOrEqualTo(tabs);
        }
    }

    private static Bounds bounds(Node node) {
        return FxStage.call(() -> node.localToScene(node.getLayoutBounds()));
    }

    private static void check(OpenWindow window, double width, double height, String content) {
        for (String part :
                List.of("#command-compact", "#journals > .tab-header-area", "#query", "#statusLine", content)) {
            Node node = window.find(part);
            Bounds there = bounds(node);
            assertThat(there.getMinY()).as("top of " + part).isGreaterThanOrEqualTo(0);
            assertThat(there.getMaxY()).as("bottom of " + part).isLessThanOrEqualTo(height);
            assertThat(there.getMinX()).as("left of " + part).isGreaterThanOrEqualTo(0);
            assertThat(there.getMaxX()).as("right of " + part).isLessThanOrEqualTo(width);
            assertThat(there.getHeight()).as("height of " + part).isPositive();
        }
        Node status = window.find("#statusLine");
        Node page = window.find(content);
        assertThat(bounds(page).getMinY())
                .as(content + " begins above the status line")
                .isLessThan(bounds(status).getMinY());
    }
}
