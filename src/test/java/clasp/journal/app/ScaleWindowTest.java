package clasp.journal.app;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.settings.Settings;
import clasp.journal.testing.FxStage;
import java.nio.file.Path;
import javafx.geometry.Bounds;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Everything in the window can be larger or smaller, not only the rows.
class ScaleWindowTest {
    @TempDir
    private Path folder;

    @Test
    void everythingGetsLargerStaysSoInTheNextRunAndGoesBack() {
        Path file = GeneratedJournal.in(folder.resolve("one.db"), 500);
        Settings settings = Settings.inMemory();
        double usual;
        try (var window = OpenWindow.on(file, settings, 1280, 900)) {
            usual = height(window, "#query");
            window.press(KeyCode.CONTROL, KeyCode.PLUS);
            window.press(KeyCode.CONTROL, KeyCode.EQUALS);
            assertThat(height(window, "#query")).isBetween(usual * 1.24, usual * 1.26);
            assertThat(screen(window, "#statusLine").getMaxY()).isEqualTo(900);
            window.reveal(100);
            assertThat(screen(window, ".detail").getMaxX()).isEqualTo(1280);
            assertThat(window.find(".detail").getLayoutBounds().getWidth()).isGreaterThan(300);
            window.screenshots("window-larger");
        }
        try (var window = OpenWindow.on(file, settings, 1280, 900)) {
            assertThat(height(window, "#query")).isBetween(usual * 1.24, usual * 1.26);
            window.press(KeyCode.CONTROL, KeyCode.DIGIT0);
            assertThat(height(window, "#query")).isEqualTo(usual);
            for (int i = 0; i < 12; i++) {
                window.press(KeyCode.CONTROL, KeyCode.MINUS);
            }
            assertThat(height(window, "#query")).isBetween(usual * 0.79, usual * 0.81);
        }
    }

    /// Or else parts of it would be out of reach.
    @Test
    void inASmallWindowNothingGetsLargerThanThereIsRoomFor() {
        Path file = GeneratedJournal.in(folder.resolve("one.db"), 500);
        try (var window = OpenWindow.on(file, 800, 600)) {
            double usual = height(window, "#query");
            for (int i = 0; i < 6; i++) {
                window.press(KeyCode.CONTROL, KeyCode.PLUS);
            }
            assertThat(height(window, "#query")).isBetween(usual * 1.24, usual * 1.26);
            assertThat(screen(window, "#statusLine").getMaxX()).isEqualTo(800);
            assertThat(window.find("#statusLine").getLayoutBounds().getWidth()).isEqualTo(640);
            window.screenshots("window-larger-small");
        }
    }

    private static double height(OpenWindow window, String selector) {
        return screen(window, selector).getHeight();
    }

    private static Bounds screen(OpenWindow window, String selector) {
        var node = window.find(selector);
        window.settle();
        return FxStage.call(() -> {
            window.root().getScene().getRoot().layout();
            return node.localToScene(node.getLayoutBounds());
        });
    }
}
