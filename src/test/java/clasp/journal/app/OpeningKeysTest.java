package clasp.journal.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who types while a journal opens does not type into what was in front before.
class OpeningKeysTest {
    @TempDir
    private Path folder;

    @Test
    void enterWhileAJournalOpensAsksForNoOtherFile() throws Exception {
        Path journal = GeneratedJournal.in(folder.resolve("show.db"), 2_000);
        Path other = GeneratedJournal.in(folder.resolve("other.db"), 20);
        try (var window = OpenWindow.empty(1000, 700)) {
            window.willOpen(journal);
            window.press(KeyCode.ENTER);
            window.willOpen(other);
            window.press(KeyCode.ENTER);
            window.settle();
            window.press(KeyCode.ENTER);
            window.settle();
            assertThat(window.texts("#journals > .tab-header-area .tab-label")).containsExactly("show.db");
        }
    }

    @Test
    void whatWasOpenedHasTheKeyboard() {
        Path journal = GeneratedJournal.in(folder.resolve("show.db"), 2_000);
        try (var window = OpenWindow.on(journal, 1000, 700)) {
            assertThat(window.focusIsWithin("#entryTable")).isTrue();
        }
    }

    @Test
    void whatCouldNotBeOpenedOffersToTryAgainFirst() throws Exception {
        Path file = Files.writeString(folder.resolve("notes.txt"), "notes".repeat(200));
        try (var window = OpenWindow.on(file, 1000, 700)) {
            window.find(".opening .sentence");
            assertThat(window.focusIsWithin(".opening .button")).isTrue();
        }
    }

    @Test
    void anotherFileTakesThePlaceOfWhatCouldNotBeOpened() throws Exception {
        Path notes = Files.writeString(folder.resolve("notes.txt"), "notes".repeat(200));
        Path journal = GeneratedJournal.in(folder.resolve("show.db"), 20);
        try (var window = OpenWindow.on(notes, 1000, 700)) {
            assertThat(window.text(".opening .sentence"))
                    .endsWith("it looks like a text file. Choose the router’s database, whose name often ends in .db.");
            window.screenshots("opening-failed");
            window.click("#openAnother");
            assertThat(window.texts("#journals > .tab-header-area .tab-label"))
                    .as("nothing was chosen")
                    .containsExactly("notes.txt");

            window.willOpen(notes);
            window.click("#openAnother");
            window.settle();
            assertThat(window.texts("#journals > .tab-header-area .tab-label")).containsExactly("notes.txt");

            window.willOpen(journal);
            window.click("#openAnother");
            window.settle();
            assertThat(window.texts("#journals > .tab-header-area .tab-label")).containsExactly("show.db");
        }
    }
}
