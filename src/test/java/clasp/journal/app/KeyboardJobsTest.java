package clasp.journal.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Jobs of the guide, done without the mouse.
class KeyboardJobsTest {
    @TempDir
    private Path folder;

    private Path journal;

    private final Locale before = Locale.getDefault();

    @BeforeEach
    void makeAJournal() {
        journal = GeneratedJournal.in(folder.resolve("show.db"), 5_000);
    }

    @AfterEach
    void speakAsBefore() {
        Locale.setDefault(before);
    }

    private static void goTo(OpenWindow window, String place) {
        window.press(KeyCode.CONTROL, KeyCode.G);
        window.type(place);
        window.press(KeyCode.ENTER);
        window.settle();
    }

    /// Tables take `F2` for the beginning of an edit.
    @Test
    void whyThisValueIsAskedFromTheTable() {
        try (var window = OpenWindow.on(journal, 1000, 700)) {
            goTo(window, "1204");
            assertThat(window.focusIsWithin(".entry-table")).isTrue();
            window.press(KeyCode.F2);
            window.find("#whySummary");
        }
    }

    @Test
    void anExportIsANameAndEnter() {
        Path target = folder.resolve("levels.csv");
        try (var window = OpenWindow.on(journal, 1000, 700)) {
            goTo(window, "1204");
            window.press(KeyCode.CONTROL, KeyCode.E);
            window.find("#target");
            window.settle();
            window.type(target.toString());
            assertThat(((TextInputControl) window.find("#target")).getText()).isEqualTo(target.toString());
            window.settle();
            window.press(KeyCode.ENTER);
            window.awaitText(".outcome .label", "5,000");
            assertThat(target).exists();
            window.press(KeyCode.ESCAPE);
            window.awaitGone(".export-view");
            assertThat(window.focusIsWithin(".entry-table")).isTrue();
        }
    }

    @Test
    void escapeLeavesADialogFromAListToo() {
        try (var window = OpenWindow.on(journal, 1000, 700)) {
            window.press(KeyCode.CONTROL, KeyCode.E);
            window.find("#columns");
            window.settle();
            while (!window.focusIsWithin("#columns")) {
                window.press(KeyCode.TAB);
            }
            window.press(KeyCode.ESCAPE);
            window.awaitGone(".export-view");
        }
    }

    /// Fields on the way to the button must not change what is deleted; what is on screen must not outlive it.
    @Test
    void aCompactionIsReachedByTabAndSaysWhatBecameOfTheSelectedEntry() {
        try (var window = OpenWindow.on(journal, 1200, 800)) {
            goTo(window, "1204");
            assertThat(window.sees("#entryDeleted")).isFalse();
            window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.K);
            window.find("#compact");
            window.settle();
            tabTo(window, "#understood");
            window.press(KeyCode.SPACE);
            tabTo(window, "#compact");
            assertThat(((RadioButton) window.find("#cut-safe_point")).isSelected())
                    .isTrue();
            window.press(KeyCode.SPACE);
            window.find("#restore");
            window.press(KeyCode.ESCAPE);
            window.awaitGone("#restore");
            window.settle();
            assertThat(window.sees("#entryDeleted")).isTrue();
            window.screenshots("detail-deleted");
        }
    }

    /// One place after the other, without a click in between.
    @Test
    void everyPlaceHasItsKey() {
        try (var window = OpenWindow.on(journal, 1200, 800)) {
            goTo(window, "99,999");
            window.awaitText(".status-line .label", "at or after 99,999");
            assertThat(chosen(window)).containsExactly("5000");
            window.screenshots("go-to-beyond");
            goTo(window, "1204");
            assertThat(chosen(window)).containsExactly("1204");
            window.press(KeyCode.CONTROL, KeyCode.B);
            window.press(KeyCode.F3);
            window.settle();
            assertThat(chosen(window)).as("next match").containsExactly("1205");
            window.press(KeyCode.SHIFT, KeyCode.F3);
            window.settle();
            assertThat(chosen(window)).as("previous match").containsExactly("1204");
            goTo(window, "3000");
            window.press(KeyCode.SHIFT, KeyCode.F4);
            window.settle();
            assertThat(chosen(window)).as("previous bookmark").containsExactly("1204");
            window.press(KeyCode.F7);
            window.settle();
            assertThat(chosen(window)).as("one entry on").containsExactly("1205");
            window.press(KeyCode.SHIFT, KeyCode.F7);
            window.settle();
            assertThat(chosen(window)).as("one entry back").containsExactly("1204");
            List<String> before = chosen(window);
            window.press(KeyCode.F11);
            window.settle();
            assertMovedOrSaid(window, before, "the next change of the address");
            window.press(KeyCode.CONTROL, KeyCode.DIGIT3);
            window.awaitGone("#recoveryView");
            window.press(KeyCode.F8);
            window.find("#recoveryView");
            window.settle();
            before = chosen(window);
            window.press(KeyCode.F8);
            window.settle();
            assertMovedOrSaid(window, before, "the next problem");
            window.press(KeyCode.CONTROL, KeyCode.L);
            assertThat(window.focusIsWithin("#query")).isTrue();
            window.type("type:event");
            window.press(KeyCode.ENTER);
            window.settle();
            window.awaitText(".status-line .label", "of 5,000");
            window.press(KeyCode.F3);
            window.settle();
            assertThat(window.textsInFront(".entry-line:chosen .entry-cell.signal"))
                    .as("next match, from the field")
                    .containsExactly("event");
        }
    }

    /// Away from where the test was, or else it is said why not.
    private static void assertMovedOrSaid(OpenWindow window, List<String> before, String wish) {
        boolean moved = !chosen(window).equals(before);
        assertThat(moved || !window.texts("#cursorMessage").isEmpty()).as(wish).isTrue();
    }

    private static List<String> chosen(OpenWindow window) {
        return window.textsInFront(".entry-line:chosen .entry-cell.seq");
    }

    private static void tabTo(OpenWindow window, String selector) {
        for (int i = 0; i < 40 && !window.focusIsWithin(selector); i++) {
            window.press(KeyCode.TAB);
        }
    }

    /// What stands on the screen is what is deleted.
    @Test
    void anArrowKeyThatChoosesAnotherCutWithdrawsThePlanOfTheOneBefore() {
        try (var window = OpenWindow.on(journal, 1200, 800)) {
            window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.K);
            window.find("#compact");
            window.settle();
            tabTo(window, "#understood");
            window.press(KeyCode.SPACE);
            assertThat(window.find("#compact").isDisabled()).isFalse();
            tabTo(window, "#cut-safe_point");
            window.press(KeyCode.DOWN);
            window.settle();
            assertThat(((RadioButton) window.find("#cut-seq")).isSelected()).isTrue();
            assertThat(window.find("#compact").isDisabled()).isTrue();
        }
    }

    @Test
    void germanKeysHaveGermanNames() {
        Locale.setDefault(Locale.GERMANY);
        try (var window = OpenWindow.on(journal, 1280, 900)) {
            window.press(KeyCode.F1);
            window.find("#shortcuts");
            assertThat(window.texts("#shortcuts .shortcut"))
                    .contains("Strg+G", "Strg+Umschalt+P", "Umschalt+F7", "F1")
                    .noneMatch(keys -> keys.contains("Ctrl") || keys.contains("Shift"));
            window.screenshots("shortcuts-german");
        }
    }
}
