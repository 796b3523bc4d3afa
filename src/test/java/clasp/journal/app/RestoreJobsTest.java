package clasp.journal.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A compaction is taken back, at once and later, by keyboard alone and by mouse alone. The backup is chosen in the
/// system's own dialog.
@Tag("thorough")
class RestoreJobsTest {
    private static final String ALL = "5,000 entries";

    /// The latest snapshot is of entry 3,750: with everything before that one deleted.
    private static final String LEFT = "1,251 entries";

    @TempDir
    private Path folder;

    private Path journal;

    @BeforeEach
    void makeAJournal() {
        journal = GeneratedJournal.in(folder.resolve("show.db"), 5_000);
    }

    @Test
    void byKeyboard() {
        try (var window = OpenWindow.on(journal, 1200, 800)) {
            var keyboard = new KeyboardAlone(window);
            keyboard.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.K);
            keyboard.activate("#understood");
            keyboard.activate("#compact");
            Path backup = backup(window);
            window.awaitText(".status-line .label", LEFT);

            keyboard.activate("#restore");
            assertThat(held(window)).contains("5,000");
            keyboard.activate("#confirmRestore");
            window.awaitText(".status-line .label", ALL);

            keyboard.activate("#again");
            keyboard.activate("#understood");
            keyboard.activate("#compact");
            window.find("#restore");
            keyboard.press(KeyCode.ESCAPE);
            window.awaitGone("#restore");
            window.awaitText(".status-line .label", LEFT);
            keyboard.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.K);
            window.willOpen(backup);
            keyboard.activate("#restoreOther");
            window.find("#confirmRestore");
            assertThat(window.focusIsWithin("#keep"))
                    .as("nothing by a stray key")
                    .isTrue();
            keyboard.press(KeyCode.SPACE);
            window.find("#compact");
            window.willOpen(backup);
            keyboard.activate("#restoreOther");
            keyboard.activate("#confirmRestore");
            window.awaitText(".status-line .label", ALL);
            window.screenshots("keyboard-restored");
            keyboard.press(KeyCode.ESCAPE);
            window.awaitGone(".compaction-view");
            assertThat(window.focusIsWithin(".entry-table")).isTrue();
        }
    }

    @Test
    void byMouse() {
        try (var window = OpenWindow.on(journal, 1200, 800)) {
            var mouse = new MouseAlone(window);
            mouse.click("#command-compact");
            mouse.click("#understood");
            mouse.click("#compact");
            Path backup = backup(window);
            window.awaitText(".status-line .label", LEFT);

            mouse.click("#restore");
            assertThat(held(window)).contains("5,000");
            mouse.click("#confirmRestore");
            window.awaitText(".status-line .label", ALL);

            mouse.click("#again");
            mouse.click("#understood");
            mouse.click("#compact");
            window.find("#restore");
            mouse.click("#close");
            window.awaitText(".status-line .label", LEFT);
            mouse.click("#command-compact");
            window.willOpen(backup);
            mouse.click("#restoreOther");
            mouse.click("#keep");
            window.find("#compact");
            window.willOpen(backup);
            mouse.click("#restoreOther");
            mouse.click("#confirmRestore");
            window.awaitText(".status-line .label", ALL);
            mouse.click("#close");
            window.awaitGone(".compaction-view");
        }
    }

    /// What was written before anything was deleted.
    private static Path backup(OpenWindow window) {
        return Path.of(((TextField) window.find("#backupDone")).getText());
    }

    private static List<String> held(OpenWindow window) {
        window.find("#backupFacts");
        return window.texts("#backupFacts .value");
    }
}
