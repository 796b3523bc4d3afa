package clasp.journal.app;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.testing.SharedJournals;
import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The recovery view in the whole window, on journals that CLASP wrote.
class RecoveryWindowTest {
    @TempDir
    private Path folder;

    @Test
    void theCursorIsSharedWithTheTable() {
        try (var window = OpenWindow.on(SharedJournals.copy("session-20k.db", folder), 1440, 900)) {
            window.reveal(12_044);
            window.press(KeyCode.CONTROL, KeyCode.DIGIT3);
            window.awaitText("#cursorPlace", "12,044 of 20,000");
            window.settle();
            window.screenshots("recovery-window");
            assertThat(window.focusIsWithin("#recoveryView")).isTrue();
            window.press(KeyCode.F10);
            window.awaitText("#cursorPlace", "12,045 of 20,000");
            window.settle();
            assertThat(window.texts("#cursorPlace")).containsExactly("seq 12,045 of 20,000");
            window.reveal(777);
            window.awaitText("#cursorPlace", "777 of 20,000");
            window.click("#recovery-tab-problems");
            window.settle();
            window.screenshots("recovery-window-problems");
            window.click("#recovery-tab-crash");
            window.settle();
            window.screenshots("recovery-window-crash");
            window.click("#recovery-tab-moments");
            window.settle();
            window.screenshots("recovery-window-moments");
        }
    }
}
