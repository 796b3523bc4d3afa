package clasp.journal.app;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.settings.FileSettings;
import clasp.journal.settings.Settings;
import clasp.journal.testing.FxStage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Entries are marked, with notes, and found again.
class BookmarksWindowTest {
    @TempDir
    private Path folder;

    private Path journal;

    @BeforeEach
    void makeAJournal() {
        journal = GeneratedJournal.in(folder.resolve("show.db"), 3_000);
    }

    @Test
    void aMarkIsSeenAndGoneToAndTakenAway() {
        try (var window = OpenWindow.on(journal, 1280, 820)) {
            mark(window, 100, "");
            mark(window, 2_000, "here the lights went out");
            window.screenshots("bookmarks");
            assertThat(window.text("#entryNote")).isEqualTo("here the lights went out");
            assertThat(marked(window)).containsExactly("2000");
            window.press(KeyCode.F4);
            window.settle();
            assertThat(marked(window)).containsExactly("100");
            window.press(KeyCode.SHIFT, KeyCode.F4);
            window.settle();
            assertThat(marked(window)).containsExactly("2000");
            // A note is not thrown away unasked.
            window.press(KeyCode.CONTROL, KeyCode.B);
            window.awaitText("#question .sentence", "here the lights went out");
            window.screenshots("bookmark-removing");
            window.press(KeyCode.ESCAPE);
            window.awaitGone("#question");
            assertThat(marked(window)).containsExactly("2000");
            window.press(KeyCode.CONTROL, KeyCode.B);
            window.click("#questionYes");
            window.settle();
            assertThat(marked(window)).isEmpty();
        }
    }

    @Test
    void theListLeadsToAnEntryAndIsExported() throws Exception {
        try (var window = OpenWindow.on(journal, 1000, 700)) {
            mark(window, 7, "=1+1");
            mark(window, 2_500, "second, with \"quotes\"");
            window.press(KeyCode.CONTROL, KeyCode.DIGIT4);
            window.find("#bookmarks");
            window.screenshots("bookmark-list");
            assertThat(window.texts("#bookmarkTable .table-cell")).contains("7", "2500", "second, with \"quotes\"");
            Path target = folder.resolve("bookmarks.csv");
            window.willSave(target);
            window.click("#bookmarksExport");
            window.settle();
            assertThat(Files.readAllLines(target))
                    .hasSize(3)
                    .anyMatch(line -> line.startsWith("7,") && line.contains("'=1+1") && line.endsWith("show.db"))
                    .anyMatch(line -> line.contains("\"second, with \"\"quotes\"\"\""));
            window.click("#bookmarkTable");
            window.press(KeyCode.HOME);
            window.press(KeyCode.ENTER);
            window.awaitGone("#bookmarks");
            window.settle();
            assertThat(marked(window)).containsExactly("7");
        }
    }

    @Test
    void theMenuOfAMarkTakesItAwayAndLeadsToIt() {
        try (var window = OpenWindow.on(journal, 1000, 700)) {
            mark(window, 7, "");
            mark(window, 2_500, "");
            window.press(KeyCode.CONTROL, KeyCode.DIGIT4);
            window.find("#bookmarks");
            window.chooseFromMenu(window.find("#bookmarkTable .table-cell", "2500"), "bookmarkMenuRemove");
            var table = (TableView<?>) window.find("#bookmarkTable");
            FxStage.await("one mark to be left", () -> table.getItems().size() == 1);
            window.chooseFromMenu(window.find("#bookmarkTable .table-cell", "7"), "bookmarkMenuGo");
            window.awaitGone("#bookmarks");
            window.settle();
            assertThat(marked(window)).containsExactly("7");
        }
    }

    @Test
    void marksAreFoundInACopyButNotInAnotherJournal() throws Exception {
        Path file = folder.resolve("settings.json");
        try (var settings = new FileSettings(file, Runnable::run, sentence -> {});
                var window = OpenWindow.on(journal, settings, 1000, 700)) {
            mark(window, 3, "kept");
        }
        Path copy = Files.copy(journal, folder.resolve("copy.db"));
        Path other = folder.resolve("other.db");
        Files.copy(journal, other);
        alter(other);
        try (var settings = new FileSettings(file, Runnable::run, sentence -> {});
                var window = OpenWindow.on(copy, settings, 1000, 700)) {
            window.settle();
            assertThat(marked(window)).containsExactly("3");
            window.open(other);
            assertThat(marked(window)).isEmpty();
        }
    }

    @Test
    void anEmptyListSaysHowToMark() {
        try (var window = OpenWindow.on(journal, Settings.inMemory(), 800, 600)) {
            window.press(KeyCode.CONTROL, KeyCode.DIGIT4);
            window.awaitText("#bookmarkTable .label", "Ctrl+B");
            window.screenshots("bookmark-list-empty");
        }
    }

    private static void mark(OpenWindow window, long seq, String note) {
        window.reveal(seq);
        if (note.isEmpty()) {
            window.press(KeyCode.CONTROL, KeyCode.B);
        } else {
            window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.B);
            window.find("#note");
            window.type(note);
            window.press(KeyCode.CONTROL, KeyCode.ENTER);
            window.awaitGone("#note");
        }
        window.settle();
    }

    private static List<String> marked(OpenWindow window) {
        return window.textsInFront(".entry-line:marked .entry-cell.seq");
    }

    /// Another session in which other things happened under the same seqs.
    private static void alter(Path file) throws Exception {
        try (var connection = java.sql.DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE journal_entries SET timestamp = timestamp + 1");
        }
    }
}
