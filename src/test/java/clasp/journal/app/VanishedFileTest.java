package clasp.journal.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A journal file that goes away while its window is open, and another that comes in its place.
class VanishedFileTest {
    @TempDir
    private Path folder;

    @Test
    void itIsSaidWhileItLastsAndTheEntryIsReadWhenTheFileIsBack() throws Exception {
        Path journal = GeneratedJournal.in(folder.resolve("show.db"), 2_000);
        try (var window = OpenWindow.on(journal, 1000, 700)) {
            Path away = Files.move(journal, folder.resolve("away.db"));
            Node notice = window.find(".notice-bar .message");
            assertThat(notice.getAccessibleText()).contains("show.db” is no longer at");
            window.click(".entry-cell.address");
            window.awaitText(".detail .label", "could not be read");
            assertThat(window.texts(".entry-cell.seq")).contains("1", "2", "3");

            Files.move(away, journal);
            window.awaitGone(".notice-bar .message");
            window.awaitText(".detail-header .title", "Entry 1");
        }
    }

    @Test
    void itIsSaidOnceWhateverIsAskedMeanwhileAlsoByTheTabAndTakenBackWhenTheFileIsBack() throws Exception {
        Path journal = GeneratedJournal.in(folder.resolve("show.db"), 2_000);
        Path other = GeneratedJournal.in(folder.resolve("other.db"), 3_000, 7);
        try (var window = OpenWindow.on(journal, 1000, 700)) {
            window.click(".entry-cell.address");
            window.awaitText(".detail-header .title", "Entry 1");
            window.press(KeyCode.CONTROL, KeyCode.DIGIT3);
            window.find("#recoveryView");
            Path away = Files.move(journal, folder.resolve("away.db"));
            Files.move(other, journal);
            window.find(".notice-bar .remedy");
            window.find(".tab-warning");
            window.click("#recovery-tab-compare");
            window.awaitText(".compare-pane .problem", "is not the journal any more");

            assertThat(window.notices()).as("beside those of the tab").isEmpty();
            assertThat(window.textsInFront(".notice-bar .remedy")).containsExactly("Open again");
            window.screenshots("replaced-file");
            window.press(KeyCode.CONTROL, KeyCode.DIGIT5);
            window.awaitText("#lifelineList .placeholder .label", "is not the journal any more");
            assertThat(((Region) window.find("#lifelines")).getWidth()).isEqualTo(1000);
            window.screenshots("replaced-file-lifelines");

            Files.move(away, journal, StandardCopyOption.REPLACE_EXISTING);
            window.awaitGone(".notice-bar .message");
            window.awaitGone(".tab-warning");
        }
    }

    @Test
    void anotherJournalInItsPlaceIsSaidAndShownOnceItIsOpened() throws Exception {
        Path journal = GeneratedJournal.in(folder.resolve("show.db"), 2_000);
        Path other = GeneratedJournal.in(folder.resolve("other.db"), 3_000, 7);
        try (var window = OpenWindow.on(journal, 1000, 700)) {
            window.click(".entry-cell.address");
            window.awaitText(".detail-header .title", "Entry 1");
            String old = window.text(".detail-header .address");
            window.press(KeyCode.CONTROL, KeyCode.DIGIT3);
            window.click("#recovery-tab-evidence");
            window.awaitText("#evidenceVerdict", "Every original file is untouched.");

            Files.move(other, journal, StandardCopyOption.REPLACE_EXISTING);
            Node notice = window.find(".notice-bar .message");
            assertThat(notice.getAccessibleText()).contains("show.db” is not the journal any more");
            assertThat(window.text(".detail-header .address")).isEqualTo(old);
            assertThat(window.text(".status-line .label")).contains("2,000");
            window.click("#recovery-tab-problems");
            window.awaitText("#recoveryView .problem", "is not the journal any more");

            window.click(".notice-bar .remedy");
            window.awaitGone(".notice-bar .message");
            window.awaitText(".status-line .label", "3,000");
            window.click(".entry-cell.address");
            window.awaitText(".detail-header .title", "Entry 1");
            assertThat(window.text(".detail-header .address")).isNotEqualTo(old);
        }
    }
}
