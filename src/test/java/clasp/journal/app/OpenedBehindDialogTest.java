package clasp.journal.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files that another start hands over while a dialog is open.
class OpenedBehindDialogTest {
    @TempDir
    private Path folder;

    private Path show = Path.of("");
    private Path other = Path.of("");

    @BeforeEach
    void write() {
        show = GeneratedJournal.in(folder.resolve("show.db"), 300);
        other = GeneratedJournal.in(folder.resolve("other.db"), 200);
    }

    @Test
    void theTabThatADialogBelongsToStaysInFrontUntilItIsClosed() {
        try (var window = OpenWindow.on(show, 1024, 700)) {
            window.press(KeyCode.CONTROL, KeyCode.E);
            window.find(".export-view");
            window.open(other);
            assertThat(window.title()).startsWith("show.db");
            assertThat(tabs(window)).containsExactly("show.db", "other.db");
            window.screenshots("window-opened-behind-dialog");
            window.press(KeyCode.ESCAPE);
            window.awaitText(".status-line .label", "200 entries");
            assertThat(window.title()).startsWith("other.db");
        }
    }

    @Test
    void oneThatIsOpenAlreadyWaitsAsWell() {
        try (var window = OpenWindow.on(show, 1024, 700)) {
            window.open(other);
            window.press(KeyCode.CONTROL, KeyCode.E);
            window.find(".export-view");
            window.open(show);
            assertThat(window.title()).startsWith("other.db");
            window.press(KeyCode.ESCAPE);
            window.awaitText(".status-line .label", "300 entries");
        }
    }

    /// A dialog to which another one leads is about the same tab.
    @Test
    void whatTheListOfCommandsOpensIsAboutTheTabBehindIt() {
        try (var window = OpenWindow.on(show, 1024, 700)) {
            window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
            window.find("#palette");
            window.open(other);
            window.type("export");
            window.press(KeyCode.ENTER);
            window.find(".export-view");
            window.settle();
            assertThat(window.title()).startsWith("show.db");
            window.press(KeyCode.ESCAPE);
            window.awaitText(".status-line .label", "200 entries");
        }
    }

    private static List<String> tabs(OpenWindow window) {
        return window.texts("#journals > .tab-header-area .tab-label");
    }
}
