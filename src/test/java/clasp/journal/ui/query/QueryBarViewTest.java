package clasp.journal.ui.query;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.query.Query;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;

class QueryBarViewTest extends QueryBarScreen {
    @Test
    void aTypedFilterIsApplied() {
        open(1_000);
        window.screenshots("query-empty");
        type("type:param value>0.25");
        window.await("applied", () -> browsing.query().get().text().equals("type:param value>0.25"));
        assertThat(tinted("sound")).isTrue();
        assertThat(tinted("wrong")).isFalse();
        set("/lumen/scene/** type:param,event from:2024-02-21T07:20:00Z to:+5m -addr:/lumen/test/**");
        window.screenshots("query-valid");
    }

    @Test
    void theMessageStandsBelowThePlaceThatIsWrong() {
        open(1_000);
        // All at once: what can be applied of it so far would be, to a slow typist.
        window.run(() -> field().appendText("type:param value>high "));
        press(KeyCode.ENTER);
        window.await("message", () -> shown("#queryMessage"));
        window.nextFrame();
        assertThat(tinted("wrong")).isTrue();
        assertThat(inForce()).isEmpty();
        Bounds pointer = window.get(() -> {
            Node node = find("#queryMessage .pointer");
            return node.localToScreen(node.getBoundsInLocal());
        });
        double expected = window.get(() -> {
            Text text = (Text) field().lookup(".text");
            var before = new Text("type:param value>");
            before.setFont(text.getFont());
            return text.localToScreen(text.getBoundsInLocal()).getMinX()
                    + before.getLayoutBounds().getWidth();
        });
        assertThat(pointer.getCenterX()).isCloseTo(expected, org.assertj.core.data.Offset.offset(2.0));
        Bounds own = window.get(() -> field().localToScreen(field().getBoundsInLocal()));
        assertThat(pointer.getMinY()).isBetween(own.getMaxY() - 2, own.getMaxY() + 4);
        captures("query-invalid");
        press(KeyCode.ESCAPE);
        assertThat(window.get(() -> field().getText())).isEmpty();
        assertThat(shown("#queryMessage")).isFalse();
    }

    @Test
    void aTextThatEscapeDropsIsBroughtBackByUndo() {
        open(1_000);
        type("value>hi");
        press(KeyCode.ENTER);
        press(KeyCode.ESCAPE);
        assertThat(window.get(() -> field().getText())).isEmpty();
        undo();
        assertThat(window.get(() -> field().getText())).isEqualTo("value>hi");
        assertThat(tinted("wrong")).isTrue();
        set("/lumen/**");
        window.run(() -> {
            field().requestFocus();
            field().end();
        });
        window.robot().write(" value>hi", 0);
        press(KeyCode.ENTER);
        press(KeyCode.ESCAPE);
        assertThat(window.get(() -> field().getText())).isEqualTo("/lumen/**");
        undo();
        assertThat(window.get(() -> field().getText())).isEqualTo("/lumen/** value>hi");
        assertThat(inForce()).isEqualTo("/lumen/**");
    }

    private void undo() {
        window.robot().press(KeyCode.CONTROL, KeyCode.Z).release(KeyCode.Z, KeyCode.CONTROL);
        window.nextFrame();
    }

    @Test
    void aLongMessageAtTheRightEdgeStaysInTheWindow() {
        open(800);
        type("type:param author:13a1* author:13a2* from:tomorrow");
        press(KeyCode.ENTER);
        window.await("message", () -> shown("#queryMessage"));
        window.nextFrame();
        captures("query-invalid-narrow");
        Bounds bubble = window.get(() -> {
            Node node = find("#queryMessage");
            return node.localToScreen(node.getBoundsInLocal());
        });
        double right = window.get(() ->
                bar.getScene().getWindow().getX() + bar.getScene().getWindow().getWidth());
        assertThat(bubble.getMaxX()).isLessThanOrEqualTo(right);
    }

    @Test
    void aMessageOfSeveralLinesIsShownWhole() {
        open(1_000);
        type("/lumen/** from:25:00 to:13:00");
        window.await("message", () -> shown("#queryMessage"));
        window.nextFrame();
        double needed = window.get(() -> {
            Region bubble = find("#queryMessage");
            return bubble.prefHeight(bubble.getWidth());
        });
        double height =
                window.get(() -> find("#queryMessage").getScene().getWindow().getHeight());
        assertThat(needed).as("more than one line").isGreaterThan(40);
        assertThat(height).isGreaterThanOrEqualTo(needed);
    }

    @Test
    void keysCompleteWhatIsTyped() {
        open(1_000);
        type("ty");
        assertThat(shown("#completions")).isTrue();
        press(KeyCode.DOWN, KeyCode.ENTER);
        assertThat(window.get(() -> field().getText())).isEqualTo("type:");
        window.nextFrame();
        press(KeyCode.DOWN, KeyCode.DOWN, KeyCode.UP, KeyCode.TAB);
        assertThat(window.get(() -> field().getText())).isEqualTo("type:param");
        window.robot().write(" /lu", 0);
        window.await("addresses", () -> !model.completion().suggestions().isEmpty());
        window.nextFrame();
        captures("query-completion");
        window.await("addresses", () -> !model.completion().suggestions().isEmpty());
        press(KeyCode.ESCAPE);
        assertThat(shown("#completions")).isFalse();
        assertThat(window.get(() -> field().getText())).isEqualTo("type:param /lu");
        window.robot().press(KeyCode.CONTROL, KeyCode.SPACE).release(KeyCode.CONTROL, KeyCode.SPACE);
        window.await("addresses", () -> !model.completion().suggestions().isEmpty());
        press(KeyCode.ENTER);
        assertThat(window.get(() -> field().getText())).isEqualTo("type:param /lumen/**");
        press(KeyCode.ENTER);
        assertThat(inForce()).isEqualTo("type:param /lumen/**");
    }

    @Test
    void clickCompletesAndTheFieldKeepsTheFocus() {
        open(1_000);
        type("type:p");
        window.robot().clickOn("param");
        window.nextFrame();
        assertThat(window.get(() -> field().getText())).isEqualTo("type:param");
        assertThat(window.get(() -> field().isFocused())).isTrue();
        window.robot().write(" author:13", 0);
        window.await("authors", () -> model.completion().suggestions().size() == 1);
        press(KeyCode.TAB);
        assertThat(window.get(() -> field().getText())).isEqualTo("type:param author:13a1f6c2");
    }

    @Test
    void enterWithoutAChoiceAppliesTheTextAsItIs() {
        open(1_000);
        type("ty");
        assertThat(shown("#completions")).isTrue();
        press(KeyCode.ENTER);
        assertThat(inForce()).isEqualTo("ty");
        assertThat(shown("#completions")).isFalse();
    }

    @Test
    void whatAnotherPartReplacedCanBeTakenBack() {
        open(1_000);
        type("type:param (");
        set("/lumen/**");
        assertThat(window.get(() -> field().getText())).isEqualTo("/lumen/**");
        window.robot().press(KeyCode.CONTROL, KeyCode.Z).release(KeyCode.CONTROL, KeyCode.Z);
        assertThat(window.get(() -> field().getText())).isEqualTo("type:param (");
    }

    @Test
    void escapeCancelsTheRunningQuery() {
        open(1_000);
        List<String> cancelled = new ArrayList<>();
        window.run(() -> {
            browsing.onCancelRunning(() -> {
                cancelled.add("cancelled");
                browsing.busy().set(false);
            });
            browsing.query().set(Query.parse("value~slow"));
            browsing.busy().set(true);
        });
        window.await("shown", () -> model.running().get());
        window.nextFrame();
        window.screenshots("query-running");
        press(KeyCode.ESCAPE);
        assertThat(cancelled).hasSize(1);
        assertThat(inForce()).isEqualTo("value~slow");
        assertThat(shown("#cancelQuery")).isFalse();
        window.run(() -> browsing.busy().set(true));
        window.await("shown", () -> model.running().get());
        click("#cancelQuery");
        assertThat(cancelled).hasSize(2);
    }

    @Test
    void nothingIsCutInANarrowWindow() {
        open(800);
        set("/lumen/scene/0/** type:param,event from:2024-02-21T07:20:00.000250Z to:2024-02-23T08:00:00Z");
        window.screenshots("query-narrow");
        List<Button> buttons = window.get(() -> bar.getChildren().stream()
                .filter(Button.class::isInstance)
                .map(Button.class::cast)
                .toList());
        for (Button button : buttons) {
            assertThat(window.get(button::getWidth))
                    .as(button.getId())
                    .isGreaterThanOrEqualTo(window.get(() -> Math.floor(button.prefWidth(-1))));
        }
        assertThat(window.get(() -> field().getWidth())).isGreaterThanOrEqualTo(180);
        Region last = window.get(() -> (Region) bar.getChildren().getLast());
        assertThat(window.get(() -> last.getBoundsInParent().getMaxX())).isLessThanOrEqualTo(800);
    }

    @Test
    void backForwardAndClearByMouse() {
        open(1_000);
        set("/a/**");
        set("/b/**");
        click("#queryBack");
        assertThat(inForce()).isEqualTo("/a/**");
        click("#queryForward");
        assertThat(inForce()).isEqualTo("/b/**");
        click("#clearQuery");
        assertThat(inForce()).isEmpty();
    }
}
