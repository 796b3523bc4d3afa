package clasp.journal.app;

import clasp.journal.testing.FxStage;
import java.util.List;
import java.util.Optional;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableCell;
import javafx.scene.control.TreeCell;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.PickResult;
import javafx.stage.Window;

/// The context menus of the lines of tables and trees. Used from the test's thread.
final class LineMenus {
    private LineMenus() {}

    /// Chooses the item with this id from the menu of a line: selects the line as a right click does and asks for the
    /// menu as a system does after one. The headless platform's own right click selects nothing.
    static void choose(Node node, String item) {
        FxStage.run(() -> {
            selectLine(node);
            Bounds at = node.localToScreen(node.getBoundsInLocal());
            var asked = new ContextMenuEvent(
                    ContextMenuEvent.CONTEXT_MENU_REQUESTED,
                    5,
                    5,
                    at.getCenterX(),
                    at.getCenterY(),
                    false,
                    new PickResult(node, 5, 5));
            Event.fireEvent(node, asked);
        });
        FxStage.await(item + " in an open menu", () -> inMenu(item).isPresent());
        FxStage.run(() -> {
            MenuItem found = inMenu(item).orElseThrow();
            found.getParentPopup().hide();
            found.fire();
        });
    }

    /// What can be chosen from the menus that are open, which are closed.
    static List<String> offered() {
        return FxStage.call(() -> {
            List<ContextMenu> open = Window.getWindows().stream()
                    .filter(ContextMenu.class::isInstance)
                    .map(ContextMenu.class::cast)
                    .toList();
            List<String> offered = open.stream()
                    .flatMap(menu -> menu.getItems().stream())
                    .filter(item -> item.getText() != null && !item.isDisable())
                    .map(MenuItem::getText)
                    .toList();
            open.forEach(ContextMenu::hide);
            return offered;
        });
    }

    private static void selectLine(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at instanceof TableCell<?, ?> cell) {
                // The entry table keeps a selection of its own; its menu is that of the cell.
                Optional.ofNullable(cell.getTableView().getSelectionModel())
                        .ifPresent(selection -> selection.clearAndSelect(cell.getIndex()));
                return;
            }
            if (at instanceof TreeCell<?> cell) {
                cell.getTreeView().getSelectionModel().clearAndSelect(cell.getIndex());
                return;
            }
        }
        throw new AssertionError(node + " is in no line.");
    }

    private static Optional<MenuItem> inMenu(String id) {
        return Window.getWindows().stream()
                .filter(ContextMenu.class::isInstance)
                .flatMap(menu -> ((ContextMenu) menu).getItems().stream())
                .filter(item -> id.equals(item.getId()) && !item.isDisable())
                .findFirst();
    }
}
