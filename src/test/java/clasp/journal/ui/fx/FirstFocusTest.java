package clasp.journal.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.testing.FxStage;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;

class FirstFocusTest {
    private static final class Window extends VBox {
        final Button before = new Button("before");
        final Button one = new Button("one");
        final Button other = new Button("other");
        final HBox part = new HBox(one, other);

        Window() {
            getChildren().add(before);
        }

        void addPart() {
            getChildren().add(part);
        }
    }

    @Test
    void aPartThatIsInNoSceneYetGetsTheKeyboardWhenItIsLaidOut() {
        assertThat(keyboardAfter(window -> {
                    FirstFocus.give(window.part, window.one::requestFocus);
                    window.addPart();
                }))
                .isEqualTo("one");
    }

    @Test
    void aPartThatCannotBeSeenYetGetsTheKeyboardWhenItIsLaidOut() {
        assertThat(keyboardAfter(window -> {
                    window.part.setVisible(false);
                    window.addPart();
                    FirstFocus.give(window.part, window.one::requestFocus);
                    window.part.setVisible(true);
                }))
                .isEqualTo("one");
    }

    @Test
    void whatIsGivenTheKeyboardInThePartMeanwhileKeepsIt() {
        assertThat(keyboardAfter(window -> {
                    window.addPart();
                    FirstFocus.give(window.part, window.one::requestFocus);
                    window.other.requestFocus();
                }))
                .isEqualTo("other");
    }

    @Test
    void theLastToAskHasTheKeyboard() {
        assertThat(keyboardAfter(window -> {
                    FirstFocus.give(window.part, window.one::requestFocus);
                    window.addPart();
                    FirstFocus.give(window.part, window.other::requestFocus);
                }))
                .isEqualTo("other");
    }

    /// What the layout after the action, not earlier than it, leaves the keyboard with.
    private static String keyboardAfter(Consumer<Window> action) {
        try (FxStage stage = FxStage.show(300, 200, false, Window::new)) {
            var window = stage.find(".button", Button.class).getParent();
            return FxStage.call(() -> {
                action.accept((Window) window);
                Scene scene = window.getScene();
                scene.getRoot().applyCss();
                scene.getRoot().layout();
                return ((Button) scene.getFocusOwner()).getText();
            });
        }
    }
}
