package clasp.journal.app;

import java.util.Collection;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;

/// The nodes of a window and of its popups, found by selector. Confined to the FX thread.
record SeenNodes(Stage stage) {
    /// The first that can be seen.
    Optional<Node> visible(String selector) {
        return all(selector).stream().filter(SeenNodes::isSeen).findFirst();
    }

    /// The first that can be seen and shows exactly this text.
    Optional<Node> showing(String selector, String text) {
        return all(selector).stream()
                .filter(SeenNodes::isSeen)
                .filter(node -> node instanceof Labeled labeled && text.equals(labeled.getText()))
                .findFirst();
    }

    /// In the window and in its popups.
    Collection<Node> all(String selector) {
        return Window.getWindows().stream()
                .filter(this::isOurs)
                .filter(window -> window.getScene() != null && window.getScene().getRoot() != null)
                .<Node>mapMulti((window, found) ->
                        window.getScene().getRoot().lookupAll(selector).forEach(found))
                .toList();
    }

    /// Not another instance's.
    private boolean isOurs(Window window) {
        return window == stage || window instanceof PopupWindow popup && isOurs(popup.getOwnerWindow());
    }

    static boolean isSeen(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return node.getScene() != null && node.getBoundsInLocal().getWidth() > 0;
    }
}
