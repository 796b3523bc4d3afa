package clasp.journal.app;

import clasp.journal.testing.FxStage;
import java.nio.file.Path;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.PickResult;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Of context menus, one at a time is open.
class OneMenuTest {
    @TempDir
    private Path folder;

    @Test
    void theMenuOfARowGoesWhenThatOfAHeadingIsAskedForOrTheMouseIsPressedElsewhere() {
        Path file = GeneratedJournal.in(folder.resolve("show.db"), 500);
        try (var window = OpenWindow.on(file, 1000, 700)) {
            window.reveal(100);
            Node row = window.find(".entry-cell.address");
            Node heading = window.find(".entry-table .column-header");
            ask(row);
            FxStage.await("the menu of the row", () -> open() == 1);

            ask(heading);
            FxStage.await("the menu of the heading alone", () -> open() == 1 && ofHeading());

            ask(row);
            FxStage.await("the menu of the row alone", () -> open() == 1 && !ofHeading());
            window.robot().clickOn(heading, MouseButton.PRIMARY);
            FxStage.await("no menu", () -> open() == 0);
        }
    }

    /// As a system does after a right click.
    private static void ask(Node node) {
        FxStage.run(() -> {
            Bounds at = node.localToScreen(node.getBoundsInLocal());
            Event.fireEvent(
                    node,
                    new ContextMenuEvent(
                            ContextMenuEvent.CONTEXT_MENU_REQUESTED,
                            5,
                            5,
                            at.getCenterX(),
                            at.getCenterY(),
                            false,
                            new PickResult(node, 5, 5)));
        });
    }

    private static boolean ofHeading() {
        return Window.getWindows().stream()
                .anyMatch(window -> window instanceof ContextMenu menu && "headerMenu".equals(menu.getId()));
    }

    private static long open() {
        return Window.getWindows().stream()
                .filter(window -> window instanceof ContextMenu && window.isShowing())
                .count();
    }
}
