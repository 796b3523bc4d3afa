package clasp.journal.app;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.testing.FxStage;
import java.nio.file.Path;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The focus is ringed for whoever works by keyboard, wherever it comes from, and not for whoever works by mouse.
class KeyboardFocusTest {
    private static final PseudoClass RINGED = PseudoClass.getPseudoClass("keyboard-focus");

    @TempDir
    private Path folder;

    private Path journal;

    @BeforeEach
    void makeAJournal() {
        journal = GeneratedJournal.in(folder.resolve("show.db"), 500);
    }

    @Test
    void itComesBackFromADialogThatEscHasClosed() {
        try (var window = OpenWindow.on(journal, 1200, 800)) {
            window.click("#entryTable");
            assertThat(isRinged(window)).as("after a click").isFalse();
            window.press(KeyCode.CONTROL, KeyCode.E);
            window.find("#target");
            window.settle();
            assertThat(isRinged(window)).as("in the dialog").isTrue();
            window.press(KeyCode.ESCAPE);
            window.awaitGone(".export-view");
            assertThat(window.focusIsWithin("#entryTable")).isTrue();
            assertThat(isRinged(window)).as("after it").isTrue();
        }
    }

    @Test
    void itGoesWhereAShortcutPutsIt() {
        try (var window = OpenWindow.on(journal, 1200, 800)) {
            window.press(KeyCode.CONTROL, KeyCode.G);
            assertThat(window.focusIsWithin("#goTo")).isTrue();
            assertThat(isRinged(window)).isTrue();
            window.press(KeyCode.ESCAPE);
            assertThat(window.focusIsWithin("#entryTable")).isTrue();
            assertThat(isRinged(window)).isTrue();
            window.click("#query");
            assertThat(isRinged(window)).isFalse();
            window.press(KeyCode.TAB);
            assertThat(isRinged(window)).isTrue();
        }
    }

    @Test
    void theTabKeyStaysInADialogAndGoesRound() {
        try (var window = OpenWindow.on(journal, 1200, 800)) {
            window.press(KeyCode.CONTROL, KeyCode.E);
            window.find("#target");
            window.settle();
            while (!window.focusIsWithin("#export")) {
                window.press(KeyCode.TAB);
            }
            window.press(KeyCode.TAB);
            assertThat(window.focusIsWithin("#kind-csv"))
                    .as("the first after the last")
                    .isTrue();
            window.press(KeyCode.SHIFT, KeyCode.TAB);
            assertThat(window.focusIsWithin("#export"))
                    .as("the last before the first")
                    .isTrue();
        }
    }

    private static boolean isRinged(OpenWindow window) {
        return FxStage.call(() -> {
            Node owner = window.root().getScene().getFocusOwner();
            return owner != null && owner.getPseudoClassStates().contains(RINGED);
        });
    }
}
