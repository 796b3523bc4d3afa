package clasp.journal.app;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.settings.Settings;
import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Dialogs for files begin where the journal lies, because what belongs to it usually lies there as well.
class FileDialogFolderTest {
    @TempDir
    private Path folder;

    @Test
    void theyBeginWhereTheJournalLies() {
        Path journal = GeneratedJournal.in(folder.resolve("show.db"), 200);
        try (var window = OpenWindow.on(journal, 1000, 700)) {
            window.press(KeyCode.CONTROL, KeyCode.O);
            assertThat(window.askedIn()).isEqualTo(folder);
            window.press(KeyCode.CONTROL, KeyCode.E);
            window.click("#browse");
            assertThat(window.askedIn()).isEqualTo(folder);
            window.press(KeyCode.ESCAPE);
            window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.K);
            window.settle();
            window.click("#restoreOther");
            assertThat(window.askedIn()).isEqualTo(folder);
            window.press(KeyCode.ESCAPE);
        }
    }

    @Test
    void withoutAJournalItIsWhereOneWasOpenedLast() {
        Path journal = GeneratedJournal.in(folder.resolve("show.db"), 200);
        Settings settings = Settings.inMemory();
        OpenWindow.on(journal, settings, 800, 600).close();
        try (var window = OpenWindow.empty(settings, 800, 600)) {
            window.press(KeyCode.CONTROL, KeyCode.O);
            assertThat(window.askedIn()).isEqualTo(folder);
        }
    }
}
