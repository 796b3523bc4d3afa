package clasp.journal.app;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.testing.OwnLanguage;
import java.nio.file.Path;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Jobs of the guide, done without the mouse.
class KeyboardJobsTest {
    @TempDir
    private Path folder;

    private Path journal;

    @BeforeEach
    void makeAJournal() {
        journal = GeneratedJournal.in(folder.resolve("show.db"), 5_000);
    }

    /// Tables take `F2` for the beginning of an edit.
    @Test
    void whyThisValueIsAskedFromTheTable() {
        try (var window = OpenWindow.on(journal, 1000, 700)) {
            new KeyboardAlone(window).goTo("1204");
            assertThat(window.focusIsWithin(".entry-table")).isTrue();
            window.press(KeyCode.F2);
            window.find("#whySummary");
        }
    }

    @Test
    void anExportIsANameAndEnter() {
        Path target = folder.resolve("levels.csv");
        try (var window = OpenWindow.on(journal, 1000, 700)) {
            new KeyboardAlone(window).goTo("1204");
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
    void aNoteThatIsNotSavedIsNotThrownAwayByOneKey() {
        try (var window = OpenWindow.on(journal, 1000, 700)) {
            new KeyboardAlone(window).goTo("1204");
            window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.B);
            window.find("#noteText");
            window.type("the lights went out");
            window.press(KeyCode.ESCAPE);
            window.awaitText(".note-view .hint", "not saved yet");
            window.screenshots("note-unsaved");
            window.press(KeyCode.CONTROL, KeyCode.ENTER);
            window.awaitGone("#note");
            window.awaitText("#entryNote", "the lights went out");

            window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.B);
            window.find("#noteText");
            window.type(" here");
            window.press(KeyCode.ESCAPE);
            window.press(KeyCode.ESCAPE);
            window.awaitGone("#note");
            assertThat(window.text("#entryNote")).isEqualTo("the lights went out");

            window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.B);
            window.find("#noteText");
            window.press(KeyCode.ESCAPE);
            window.awaitGone("#note");
        }
    }

    @Test
    void escapeLeavesADialogFromAListToo() {
        try (var window = OpenWindow.on(journal, 1000, 700)) {
            window.press(KeyCode.CONTROL, KeyCode.E);
            new KeyboardAlone(window).tabTo("#columns");
            window.press(KeyCode.ESCAPE);
            window.awaitGone(".export-view");
        }
    }

    /// Fields on the way to the button must not change what is deleted; what is on screen must not outlive it.
    @Test
    void aCompactionIsReachedByTabAndSaysWhatBecameOfTheSelectedEntry() {
        try (var window = OpenWindow.on(journal, 1200, 800)) {
            var keyboard = new KeyboardAlone(window);
            keyboard.goTo("1204");
            assertThat(window.sees("#entryDeleted")).isFalse();
            window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.K);
            keyboard.activate("#understood");
            keyboard.tabTo("#compact");
            assertThat(((RadioButton) window.find("#cut-safe_point")).isSelected())
                    .isTrue();
            window.press(KeyCode.SPACE);
            window.find("#restore");
            window.press(KeyCode.ESCAPE);
            window.awaitGone("#restore");
            window.find("#entryDeleted");
            window.screenshots("detail-deleted");
        }
    }

    /// What stands on the screen is what is deleted.
    @Test
    void anArrowKeyThatChoosesAnotherCutWithdrawsThePlanOfTheOneBefore() {
        try (var window = OpenWindow.on(journal, 1200, 800)) {
            var keyboard = new KeyboardAlone(window);
            window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.K);
            keyboard.activate("#understood");
            assertThat(window.find("#compact").isDisabled()).isFalse();
            keyboard.tabTo("#cut-safe_point");
            window.press(KeyCode.DOWN);
            window.settle();
            assertThat(((RadioButton) window.find("#cut-seq")).isSelected()).isTrue();
            assertThat(window.find("#compact").isDisabled()).isTrue();
        }
    }

    @Test
    @OwnLanguage("de-DE")
    void germanKeysHaveGermanNames() {
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
