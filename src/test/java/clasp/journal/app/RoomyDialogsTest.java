package clasp.journal.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import clasp.journal.testing.FxStage;
import clasp.journal.ui.fx.Screenshots;
import java.nio.file.Path;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A dialog does not scroll what the window has room for, and stays within a window that has not.
class RoomyDialogsTest {
    @TempDir
    private Path folder;

    private Path journal() {
        return GeneratedJournal.in(folder.resolve("show.db"), 500);
    }

    @Test
    void theSheetOfShortcutsIsAsHighAsWhatItLists() {
        try (var window = OpenWindow.empty(1000, 700)) {
            window.press(KeyCode.F1);
            grow(window, "shortcuts-high");
            assertThat(seen(window, "#shortcuts")).isCloseTo(content(window, "#shortcuts"), within(2.0));
        }
        try (var window = OpenWindow.empty(1000, 700)) {
            window.press(KeyCode.F1);
            assertThat(seen(window, "#shortcuts")).isLessThan(content(window, "#shortcuts"));
            assertThat(bottom(window, "#shortcutsClose")).isLessThan(700);
        }
    }

    @Test
    void aCompactionShowsAllThatItAsksWhereThereIsRoom() {
        Path journal = journal();
        try (var window = OpenWindow.on(journal, 1000, 700)) {
            window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.K);
            window.find("#understood");
            window.settle();
            grow(window, "compaction-high");
            assertThat(content(window, ".compaction-view"))
                    .as("what does not fit a low window")
                    .isGreaterThan(600);
            assertThat(seen(window, ".compaction-view")).isGreaterThanOrEqualTo(content(window, ".compaction-view"));
        }
        try (var window = OpenWindow.on(journal, 1000, 700)) {
            window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.K);
            window.find("#compact");
            window.settle();
            assertThat(seen(window, ".compaction-view")).isLessThan(content(window, ".compaction-view"));
            assertThat(bottom(window, "#compact")).isLessThan(700);
        }
    }

    /// As on a large screen; the headless one has fewer pixels.
    private static void grow(OpenWindow window, String picture) {
        FxStage.run(() -> window.root().resize(1400, 1900));
        window.settle();
        // Its height follows from that of its content, which is known a frame later.
        FxStage.run(() -> window.root().snapshot(null, null));
        FxStage.run(() -> window.root().snapshot(null, null));
        Screenshots.write(
                FxStage.call(() -> window.root().snapshot(null, null)),
                Path.of("target", "screenshots", picture + ".png"));
    }

    /// The height of what is seen of the scrolled content.
    private static double seen(OpenWindow window, String dialog) {
        var pane = (ScrollPane) window.find(dialog + " .scroll-pane");
        return FxStage.<Double>call(() -> pane.getViewportBounds().getHeight());
    }

    private static double content(OpenWindow window, String dialog) {
        var pane = (ScrollPane) window.find(dialog + " .scroll-pane");
        return FxStage.<Double>call(() -> pane.getContent().getLayoutBounds().getHeight());
    }

    private static double bottom(OpenWindow window, String selector) {
        Node node = window.find(selector);
        Bounds bounds = FxStage.call(() -> node.localToScene(node.getBoundsInLocal()));
        return bounds.getMaxY();
    }
}
