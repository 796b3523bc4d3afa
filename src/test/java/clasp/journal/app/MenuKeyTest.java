package clasp.journal.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The menu key opens the menu of what has the keyboard, and what would do nothing in it cannot be chosen.
class MenuKeyTest {
    @TempDir
    private Path folder;

    @Test
    void itOpensTheMenuOfTheSelectedEntryAndAddress() {
        Path journal = GeneratedJournal.in(folder.resolve("show.db"), 500);
        try (var window = OpenWindow.on(journal, 1280, 820)) {
            Node table = window.find("#entryTable");
            assertThat(window.menuByKeyboard(table)).as("no entry is selected").isEmpty();
            window.press(KeyCode.DOWN);
            window.settle();
            assertThat(window.menuByKeyboard(table)).as("that of the address").startsWith("Only this address");

            assertThat(window.menuByKeyboard(window.find("#query"))).isNotEmpty();
            assertThat(((TextInputControl) window.find("#query")).getText()).isEmpty();
        }
    }

    /// Many keyboards have no menu key.
    @Test
    void soDoesShiftF10AndItMovesNothing() {
        Path journal = GeneratedJournal.in(folder.resolve("show.db"), 500);
        try (var window = OpenWindow.on(journal, 1280, 820)) {
            Node table = window.find("#entryTable");
            window.press(KeyCode.DOWN);
            window.settle();
            String address = window.text(".detail-header .address");
            assertThat(window.menuByKeyboard(table, KeyCode.SHIFT, KeyCode.F10)).startsWith("Only this address");
            window.settle();
            assertThat(window.text(".detail-header .address")).isEqualTo(address);
            assertThat(window.sees("#recoveryView")).isFalse();
            assertThat(window.menuByKeyboard(table, KeyCode.F10))
                    .as("F10 alone")
                    .isEmpty();
        }
    }

    @Test
    void whereEverythingIsSelectedThereIsAMenuToo() {
        Path journal = GeneratedJournal.in(folder.resolve("show.db"), 500);
        try (var window = OpenWindow.on(journal, 1280, 820)) {
            Node table = window.find("#entryTable");
            assertThat(window.menuByKeyboard(table)).as("of no row").isEmpty();
            window.press(KeyCode.CONTROL, KeyCode.A);
            window.settle();
            assertThat(window.menuByKeyboard(table)).isNotEmpty();
        }
    }

    @Test
    void theMenuOfAStateOffersNothingUntilAParamIsSelected() {
        Path journal = GeneratedJournal.in(folder.resolve("show.db"), 500);
        try (var window = OpenWindow.on(journal, 1280, 820)) {
            window.press(KeyCode.CONTROL, KeyCode.DIGIT3);
            window.settle();
            Node state = window.find("#stateTable");
            assertThat(window.menuByKeyboard(state)).isEmpty();
            window.press(KeyCode.DOWN);
            window.settle();
            assertThat(window.menuByKeyboard(state)).hasSize(3);
        }
    }
}
