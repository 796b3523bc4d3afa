package clasp.journal.app;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.testing.FxStage;
import java.util.List;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.geometry.VerticalDirection;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import org.testfx.util.WaitForAsyncUtils;

/// The hands of somebody who points at everything. Only what nobody could point at, such as an address, is typed, into
/// a field that was pointed at. Used from the test's thread.
record MouseAlone(OpenWindow window) {
    /// More turns of the wheel than the longest list is long.
    private static final int TURNS = 100;

    void click(String selector) {
        window.find(selector);
        window.settle();
        window.click(selector);
        window.settle();
    }

    /// Clicks what shows exactly this text.
    void click(String selector, String text) {
        window.robot().clickOn(window.find(selector, text));
        window.settle();
    }

    /// Asks for the menu of a line by a right click on what shows exactly this text, and chooses from it.
    void chooseFromMenu(String selector, String text, String item) {
        window.chooseFromMenu(window.find(selector, text), item);
        window.settle();
    }

    /// Selects what is in a field by three clicks, to type something else.
    void typeOver(String selector, String text) {
        Node field = window.find(selector);
        window.settle();
        click(field instanceof ComboBox<?> box ? box.getEditor() : field, 3);
        window.type(text);
    }

    /// So many clicks that belong together however slow the machine is: the robot's may lie too far apart.
    void click(Node node, int clicks) {
        FxStage.run(() -> {
            for (int count = 1; count <= clicks; count++) {
                for (var type :
                        List.of(MouseEvent.MOUSE_PRESSED, MouseEvent.MOUSE_RELEASED, MouseEvent.MOUSE_CLICKED)) {
                    Event.fireEvent(node, inTheMiddle(node, type, count));
                }
            }
        });
        window.settle();
    }

    private static MouseEvent inTheMiddle(Node node, EventType<MouseEvent> type, int count) {
        Bounds bounds = node.getLayoutBounds();
        Point2D at = node.localToScene(bounds.getCenterX(), bounds.getCenterY());
        Point2D onScreen = node.localToScreen(bounds.getCenterX(), bounds.getCenterY());
        return new MouseEvent(
                type,
                at.getX(),
                at.getY(),
                onScreen.getX(),
                onScreen.getY(),
                MouseButton.PRIMARY,
                count,
                false,
                false,
                false,
                false,
                type == MouseEvent.MOUSE_PRESSED,
                false,
                false,
                false,
                false,
                true,
                new PickResult(node, at.getX(), at.getY()));
    }

    /// Chooses from the list behind the button with the command sign, which the wheel turns to where it is.
    void command(String name) {
        click("#command-palette");
        window.robot().moveTo(window.find("#paletteList"));
        for (int turn = 0; turn < TURNS && !isListed(name); turn++) {
            window.robot().scroll(VerticalDirection.DOWN);
            WaitForAsyncUtils.waitForFxEvents();
        }
        assertThat(isListed(name)).as(name + " is in the list of commands").isTrue();
        click("#paletteList .command-cell .label", name);
        window.awaitGone("#palette");
        window.settle();
    }

    /// Wholly in the list, not cut at its end.
    private boolean isListed(String name) {
        return FxStage.call(() -> {
            Node list = window.root().lookup("#paletteList");
            var room = list.localToScene(list.getBoundsInLocal());
            return list.lookupAll(".command-cell .label").stream()
                    .filter(SeenNodes::isSeen)
                    .filter(label -> label instanceof Labeled labeled && name.equals(labeled.getText()))
                    .anyMatch(label -> room.contains(label.localToScene(label.getBoundsInLocal())));
        });
    }

    /// By the cross on its tab.
    void closeTab() {
        click("#journals > .tab-header-area .tab:selected .tab-close-button");
    }
}
