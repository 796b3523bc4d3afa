package clasp.journal.app;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.store.sqlite.SqliteJournal;
import clasp.journal.store.sqlite.SqliteJournals;
import clasp.journal.testing.DamagedFiles;
import clasp.journal.testing.Entries;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A file whose disk has lost a page of it: the window says so, and shows and exports what is left.
class DamagedWindowTest {
    private static final int ENTRIES = 4_000;

    @TempDir
    private Path folder;

    private Path file = Path.of("");

    @BeforeEach
    void write() {
        file = folder.resolve("show.db");
        try (SqliteJournal journal = new SqliteJournals().create(file, null)) {
            journal.appendAll(IntStream.rangeClosed(1, ENTRIES)
                    .mapToObj(i -> Entries.set("/scene/" + i % 90, "\"value-" + i + "-\""))
                    .toList());
        }
    }

    @Test
    void whatIsLeftOfAFileThatIsDamagedInItsMiddleIsShownAndExported() throws Exception {
        DamagedFiles.loseLeafWith("value-2000-", file);
        byte[] before = Files.readAllBytes(file);
        try (var window = OpenWindow.on(file, 1280, 800)) {
            window.find(".notice-bar .remedy");
            assertThat(notice(window)).contains("“show.db” is damaged, and some of it cannot be read");
            window.settle();
            window.screenshots("window-damaged");
            window.click(".notice-bar .remedy");
            window.awaitGone(".notice-bar .remedy");
            assertThat(notice(window)).contains("is shown from a private copy");
            window.settle();
            window.screenshots("window-damaged-left");
            Path slice = folder.resolve("left.csv");
            window.press(KeyCode.CONTROL, KeyCode.E);
            window.willSave(slice);
            window.click("#browse");
            window.settle();
            window.click("#export");
            window.awaitText("#outcome", "Exported ");
            window.press(KeyCode.ESCAPE);
            try (var lines = Files.lines(slice)) {
                assertThat(lines.count()).isBetween(ENTRIES - 100L, ENTRIES - 1L);
            }
        }
        assertThat(file).hasBinaryContent(before);
    }

    @Test
    void whoeverGoesToAnEntryThatIsLostComesToTheNextOneAndIsTold() throws Exception {
        DamagedFiles.loseLeafWith("value-2000-", file);
        try (var window = OpenWindow.on(file, 1280, 800)) {
            var keyboard = new KeyboardAlone(window);
            keyboard.goTo("3");
            keyboard.goTo("2000");
            window.awaitText(".status-line .label", "At 2000 the file is damaged and cannot be read: this is the next");
            window.settle();
            window.screenshots("window-damaged-there");
            String chosen =
                    window.textsInFront(".entry-line:chosen .entry-cell.seq").getFirst();
            assertThat(Long.parseLong(chosen)).isBetween(2_001L, 2_100L);
            assertThat(window.textsInFront(".entry-cell.value"))
                    .as("what is at both sides of the loss")
                    .contains("\"value-" + chosen + "-\"")
                    .anyMatch(value -> value.compareTo("\"value-2000-\"") < 0);
        }
    }

    @Test
    void aFileThatDoesNotTellWhereItEndsIsOpenedWithWhatIsLeft() throws Exception {
        DamagedFiles.loseLeafWith("value-" + ENTRIES + "-", file);
        try (var window = OpenWindow.on(file, 1280, 800)) {
            window.find("#entryTable");
            assertThat(notice(window)).contains("is shown from a private copy");
        }
    }

    private static String notice(OpenWindow window) {
        return window.find(".notice-bar .message").getAccessibleText();
    }
}
