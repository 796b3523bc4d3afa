package clasp.journal.app;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.testing.FxStage;
import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// In a low window, what gives way is what a journal says: the program's own controls stay within it.
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

    @Test
    void beneathTheRecoveryViewNothingOfTheHistoryIsHidden() {
        Path file = GeneratedJournal.in(folder.resolve("show.db"), 5_000);
        try (var window = OpenWindow.on(file, 1280, 760)) {
            window.reveal(4_000);
            window.click("#tab-history");
            window.press(KeyCode.CONTROL, KeyCode.DIGIT3);
            window.find("#recoveryTabs");
            window.settle();
            double edge = bounds(window.find("#recoveryView")).getMinY();
            assertThat(bounds(window.find("#plot")).getMaxY())
                    .as("bottom of the plot")
                    .isLessThan(edge);
            assertThat(bounds(window.find("#history .list-cell")).getMinY())
                    .as("top of the list")
                    .isLessThan(edge - 20);
            window.screenshots("low-history");
        }
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
