package clasp.journal.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Entries are marked, noted, found again and forgotten, by keyboard alone and by mouse alone. Where the list is
/// exported to is chosen in the system's own dialog.
@Tag("thorough")
class BookmarkJobsTest {
    @TempDir
    private Path folder;

    private Path journal;
    private Path exported;

    @BeforeEach
    void makeAJournal() {
        journal = GeneratedJournal.in(folder.resolve("show.db"), 500);
        exported = folder.resolve("bookmarks.csv");
    }

    @Test
    void byKeyboard() throws Exception {
        try (var window = OpenWindow.on(journal, 1200, 800)) {
            var keyboard = new KeyboardAlone(window);
            keyboard.goTo("100");
            keyboard.press(KeyCode.CONTROL, KeyCode.B);
            keyboard.goTo("300");
            keyboard.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.B);
            window.type("here the lights went out");
            keyboard.press(KeyCode.TAB);
            keyboard.press(KeyCode.SPACE);
            window.awaitGone("#note");
            keyboard.goTo("400");

            keyboard.press(KeyCode.SHIFT, KeyCode.F4);
            assertThat(chosen(window)).as("the bookmark before").containsExactly("300");
            assertThat(window.text("#entryNote")).isEqualTo("here the lights went out");
            keyboard.press(KeyCode.SHIFT, KeyCode.F4);
            assertThat(chosen(window)).as("the one before that").containsExactly("100");
            keyboard.press(KeyCode.F4);
            assertThat(chosen(window)).as("the next one").containsExactly("300");

            keyboard.press(KeyCode.CONTROL, KeyCode.DIGIT4);
            window.willSave(exported);
            keyboard.activate("#bookmarksExport");
            keyboard.tabTo("#bookmarkTable");
            keyboard.press(KeyCode.HOME);
            keyboard.press(KeyCode.ENTER);
            window.awaitGone("#bookmarks");
            window.settle();
            assertThat(chosen(window)).as("by the list").containsExactly("100");

            keyboard.press(KeyCode.CONTROL, KeyCode.DIGIT4);
            keyboard.tabTo("#bookmarkTable");
            keyboard.press(KeyCode.DELETE);
            assertThat(listed(window)).containsExactly("300");
            keyboard.press(KeyCode.ESCAPE);
            window.awaitGone("#bookmarks");
        }
        assertThat(Files.readAllLines(exported)).hasSize(3);
    }

    @Test
    void byMouse() throws Exception {
        try (var window = OpenWindow.on(journal, 1200, 800)) {
            var mouse = new MouseAlone(window);
            mouse.click(".entry-line .entry-cell.seq", "2");
            mouse.chooseFromMenu(".entry-line .entry-cell.seq", "2", "bookmark");
            mouse.chooseFromMenu(".entry-line .entry-cell.seq", "4", "note");
            window.type("here the lights went out");
            mouse.click("#noteSave");
            window.awaitGone("#note");
            mouse.click(".entry-line .entry-cell.seq", "6");

            mouse.command("Previous bookmark");
            assertThat(chosen(window)).as("the bookmark before").containsExactly("4");
            assertThat(window.text("#entryNote")).isEqualTo("here the lights went out");
            mouse.command("Previous bookmark");
            assertThat(chosen(window)).as("the one before that").containsExactly("2");
            mouse.command("Next bookmark");
            assertThat(chosen(window)).as("the next one").containsExactly("4");

            mouse.command("Bookmarks…");
            window.willSave(exported);
            mouse.click("#bookmarksExport");
            mouse.click("#bookmarkTable .table-cell", "2");
            mouse.click("#bookmarkGo");
            window.awaitGone("#bookmarks");
            window.settle();
            assertThat(chosen(window)).as("by the list").containsExactly("2");

            mouse.command("Bookmarks…");
            mouse.click("#bookmarkTable .table-cell", "2");
            mouse.click("#bookmarkRemove");
            assertThat(listed(window)).containsExactly("4");
            mouse.click("#bookmarksClose");
            window.awaitGone("#bookmarks");
        }
        assertThat(Files.readAllLines(exported)).hasSize(3);
    }

    private static List<String> chosen(OpenWindow window) {
        return window.textsInFront(".entry-line:chosen .entry-cell.seq");
    }

    private static List<String> listed(OpenWindow window) {
        return window.textsInFront("#bookmarkTable .table-cell").stream()
                .filter(text -> text.matches("\\d+"))
                .toList();
    }
}
