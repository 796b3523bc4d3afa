package clasp.journal.ui.compaction;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.testing.FxStage;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

class CompactionRetryTest extends CompactionScreen {
    @Test
    void whatFailedToCompareIsComparedAgainByMouseAndByKeyboard() {
        journal.unreadable("The file was cut off while it was read.");
        try (FxStage stage = open()) {
            FxStage.await("a failure", () -> model.proof().proof().get() instanceof Proof.Failed);
            journal.unreadable("The disk does not answer.");
            reveal(stage, "#proofAgain");
            stage.robot().clickOn(stage.find("#proofAgain", Button.class));
            FxStage.await(
                    "another failure",
                    () -> model.proof().proof().get() instanceof Proof.Failed(String sentence)
                            && sentence.contains("disk"));
            journal.unreadable(null);
            FxStage.run(() -> stage.lookup("#proofAgain").requestFocus());
            stage.robot().press(KeyCode.SPACE).release(KeyCode.SPACE);
            FxStage.await("proof", () -> model.ready().get());
            assertThat(text(stage, "#proof-router")).contains("all 2 params come back");
        }
    }

    /// Whoever works with the keyboard presses it again without looking for it.
    @Test
    void whatFailsAgainHasTheKeyboardAgain() {
        journal.unreadable("The file was cut off while it was read.");
        try (FxStage stage = open()) {
            for (String disk : List.of("The first disk does not answer.", "Nor does the second.")) {
                FxStage.await("a failure", () -> model.proof().proof().get() instanceof Proof.Failed);
                journal.unreadable(disk);
                reveal(stage, "#proofAgain");
                if (disk.startsWith("The first")) {
                    FxStage.run(() -> stage.lookup("#proofAgain").requestFocus());
                }
                FxStage.await("the keyboard", () -> stage.lookup("#proofAgain").isFocused());
                stage.robot().press(KeyCode.SPACE).release(KeyCode.SPACE);
                FxStage.await(
                        "another failure",
                        () -> model.proof().proof().get() instanceof Proof.Failed(String sentence)
                                && sentence.equals(disk));
            }
            FxStage.await("the keyboard", () -> stage.lookup("#proofAgain").isFocused());
        }
    }

    @Test
    void aPreviewThatFailsIsTriedAgainAndHasTheKeyboardAgain() {
        compactor.unreadable = "The disk does not answer.";
        try (FxStage stage = open()) {
            FxStage.await("a failure", () -> model.cut().preview().get() instanceof CutPreview.Failed);
            assertThat(text(stage, ".preview .problem")).isEqualTo("The disk does not answer.");
            stage.screenshot("compaction-preview-failed-light");
            stage.dark(true);
            stage.screenshot("compaction-preview-failed-dark");
            compactor.unreadable = "It still does not answer.";
            stage.robot().clickOn(stage.find("#previewAgain", Button.class));
            FxStage.await(
                    "another failure",
                    () -> model.cut().preview().get() instanceof CutPreview.Failed(String sentence)
                            && sentence.startsWith("It still"));
            FxStage.await("the keyboard", () -> stage.lookup("#previewAgain").isFocused());
            compactor.unreadable = "";
            stage.robot().press(KeyCode.SPACE).release(KeyCode.SPACE);
            awaitPreviewOf(stage, 15_000);
            FxStage.await("the proof", () -> model.ready().get());
            assertThat(FxStage.<Boolean>call(() -> stage.lookup("#removed").isVisible()))
                    .isTrue();
        }
    }

    /// A comparison may take long enough to look at another window.
    @Test
    void whatFailsAgainBehindAnotherWindowHasTheKeyboardWhenItIsInFrontAgain() {
        journal.unreadable("The file was cut off while it was read.");
        try (FxStage stage = open()) {
            Button button = stage.find("#proofAgain", Button.class);
            journal.unreadable("The disk does not answer.");
            stage.inFront(false);
            FxStage.run(button::fire);
            FxStage.await(
                    "another failure",
                    () -> model.proof().proof().get() instanceof Proof.Failed(String sentence)
                            && sentence.contains("disk"));
            stage.inFront(true);
            FxStage.await("the keyboard", () -> stage.lookup("#proofAgain").isFocused());
        }
    }
}
