package clasp.journal.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.testing.FxStage;
import javafx.scene.control.Button;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;

/// Notices are read, acted upon and dismissed by the keyboard.
class NoticeBarTest {
    private final Notices notices = new Notices();

    @Test
    void theKeyboardComesToEachButtonAndToNothingElse() {
        notices.show(Notice.warning("The file has gone.").with(new Notice.Remedy("Open again", () -> {})));
        notices.show(Notice.information("Something else."));
        try (FxStage stage = open()) {
            stage.screenshot("notices");
            stage.dark(true);
            stage.screenshot("notices-dark");
            assertThat(next(stage)).isEqualTo("Open again");
            assertThat(next(stage)).isEqualTo("Dismiss this notice");
            assertThat(next(stage)).isEqualTo("Dismiss this notice");
            assertThat(next(stage)).isEqualTo("after");
        }
    }

    @Test
    void whatHasTheKeyboardIsDismissed() {
        notices.show(Notice.warning("The file has gone."));
        notices.show(Notice.information("Something else."));
        try (FxStage stage = open()) {
            next(stage);
            stage.robot().type(KeyCode.SPACE);
            FxStage.await("one notice", () -> notices.all().size() == 1);
            assertThat(notices.all()).containsExactly(Notice.information("Something else."));
        }
    }

    @Test
    void copyingTheDetailsIsAnsweredInItsPlace() {
        Notice failure = Notice.failure("load page", new IllegalStateException("The disk is gone."));
        notices.show(failure);
        try (FxStage stage = open()) {
            Button copy = stage.find(".copy-details", Button.class);
            assertThat(FxStage.<String>call(copy::getText)).isEqualTo("Copy details");
            stage.robot().clickOn(copy);
            assertThat(FxStage.<String>call(copy::getText)).isEqualTo("Copied");
            stage.screenshot("notice-copied");
            assertThat(FxStage.<String>call(() -> Clipboard.getSystemClipboard().getString()))
                    .isEqualTo("The disk is gone.\n\n" + failure.details());
        }
    }

    /// The keyboard is before them.
    private FxStage open() {
        FxStage stage = FxStage.show(800, 300, false, () -> {
            var before = new Button("before");
            before.setId("before");
            var after = new Button("after");
            after.setId("after");
            return new VBox(before, new NoticeBar(notices), after);
        });
        FxStage.run(() -> stage.lookup("#before").requestFocus());
        return stage;
    }

    /// The name of what the next Tab comes to.
    private static String next(FxStage stage) {
        stage.robot().type(KeyCode.TAB);
        return FxStage.call(() -> stage.lookup("#before").getScene().getFocusOwner() instanceof Button button
                ? button.getText() == null ? button.getAccessibleText() : button.getText()
                : "no button");
    }

    /// What is below would slip away under a hand that drags it.
    @Test
    void nothingComesOrGoesWhileAMouseButtonIsPressed() {
        try (FxStage stage = open()) {
            Button after = stage.find("#after", Button.class);
            stage.robot().moveTo(after).press(MouseButton.PRIMARY);
            FxStage.run(() -> notices.show(Notice.information("Another program has it open.")));
            assertThat(FxStage.<Boolean>call(() -> shows(stage))).isFalse();
            stage.robot().release(MouseButton.PRIMARY);
            FxStage.await("the notice", () -> shows(stage));
        }
    }

    private static boolean shows(FxStage stage) {
        return stage.lookup(".message") != null;
    }
}
