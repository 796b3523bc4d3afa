package clasp.journal.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What can be done with keys can be done, and left, with the mouse alone.
class MouseJobsTest {
    @TempDir
    private Path folder;

    private Path journal;

    @BeforeEach
    void makeAJournal() {
        journal = GeneratedJournal.in(folder.resolve("show.db"), 500);
    }

    @Test
    void theQuestionWhereToGoIsLeftWithoutAKey() {
        try (var window = OpenWindow.on(journal, 1200, 800)) {
            window.click("#command-goTo");
            window.screenshots("go-to");
            window.click("#goToClose");
            window.awaitGone("#goTo");
            assertThat(window.focusIsWithin(".entry-table")).isTrue();
        }
    }

    /// And with it all commands, whose list it is.
    @Test
    void aCommandOfThePaletteIsClicked() {
        try (var window = OpenWindow.on(journal, 1200, 800)) {
            window.click("#command-palette");
            window.find("#palette");
            window.screenshots("palette-by-mouse");
            window.click("#paletteClose");
            window.awaitGone("#palette");
            window.click("#command-palette");
            window.robot().clickOn(window.find("#paletteList .command-cell .label", "Last match"));
            window.awaitGone("#palette");
            window.settle();
            assertThat(window.textsInFront(".entry-line:chosen .entry-cell.seq"))
                    .containsExactly("500");
        }
    }
}
