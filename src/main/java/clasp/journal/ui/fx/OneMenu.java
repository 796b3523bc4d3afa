package clasp.journal.ui.fx;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuButton;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.MouseEvent;
import javafx.stage.Window;

/// At most one context menu in a window: one that is open goes when another is asked for, or the mouse is
/// pressed beside it. The menus of buttons see to that themselves. Confined to the FX thread.
public final class OneMenu {
    private OneMenu() {}

    public static void watch(Scene scene) {
        scene.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> closeThoseOver(scene));
        scene.addEventFilter(ContextMenuEvent.CONTEXT_MENU_REQUESTED, event -> closeThoseOver(scene));
    }

    private static void closeThoseOver(Scene scene) {
        List.copyOf(Window.getWindows()).stream()
                .filter(window -> window instanceof ContextMenu menu
                        && menu.getOwnerWindow() == scene.getWindow()
                        && isOfLine(menu))
                .forEach(Window::hide);
    }

    private static boolean isOfLine(ContextMenu menu) {
        Node owner = menu.getOwnerNode();
        return !(owner instanceof MenuButton)
                && (owner == null || !owner.getStyleClass().contains("tab-down-button"));
    }
}
