package clasp.journal.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// When what has the keyboard goes, the journal in front has it, and not the first button of the window.
class LostKeyboardTest {
    @TempDir
    private Path folder;

    @Test
    void anotherJournalHasItWhereItWasThereLast() {
        Path one = GeneratedJournal.in(folder.resolve("one.db"), 500);
        Path other = GeneratedJournal.in(folder.resolve("other.db"), 500);
        try (var window = OpenWindow.on(one, 1200, 800)) {
            window.press(KeyCode.CONTROL, KeyCode.L);
            window.open(other);
            window.click("#entryTable");
            window.press(KeyCode.CONTROL, KeyCode.TAB);
            window.settle();
            assertThat(window.focusIsWithin("#query")).as("where it was").isTrue();
            window.press(KeyCode.CONTROL, KeyCode.TAB);
            window.settle();
            assertThat(window.focusIsWithin("#entryTable")).isTrue();
        }
    }

    @Test
    void theTableHasItWhenAPaneIsHidden() {
        Path journal = GeneratedJournal.in(folder.resolve("show.db"), 500);
        try (var window = OpenWindow.on(journal, 1200, 800)) {
            window.click(".address-filter");
            window.press(KeyCode.CONTROL, KeyCode.DIGIT1);
            window.awaitGone(".address-filter");
            window.settle();
            assertThat(window.focusIsWithin("#entryTable")).isTrue();
        }
    }

    @Test
    void theTableHasItWhenASessionIsStopped() {
        try (var window = OpenWindow.empty(1000, 700)) {
            HostDialog.host(window);
            window.settle();
            window.press(KeyCode.CONTROL, KeyCode.L);
            window.press(KeyCode.SHIFT, KeyCode.TAB);
            assertThat(window.focusIsWithin("#hostStop"))
                    .as("the strip stands before the query")
                    .isTrue();
            window.press(KeyCode.SPACE);
            window.click("#questionYes");
            window.awaitText("#hostState", "Stopped");
            window.settle();
            assertThat(window.focusIsWithin("#entryTable")).isTrue();
        }
    }
}
