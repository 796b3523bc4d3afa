package clasp.journal.ui.fx;

import java.util.List;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.IndexedCell;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.PickResult;
import org.jspecify.annotations.Nullable;

/// The menu key and Shift+F10 on Linux, where JavaFX makes nothing of them: they ask for the menu of what has the
/// keyboard, below the selected line where there is one. Confined to the FX thread.
public final class MenuKey {
    private static final boolean UNKNOWN_TO_JAVAFX =
            System.getProperty("os.name", "").startsWith("Linux");

    private static final List<KeyCombination> KEYS = List.of(
            new KeyCodeCombination(KeyCode.CONTEXT_MENU),
            new KeyCodeCombination(KeyCode.F10, KeyCombination.SHIFT_DOWN));

    private MenuKey() {}

    public static void watch(Scene scene) {
        if (UNKNOWN_TO_JAVAFX) {
            scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
                Node owner = scene.getFocusOwner();
                if (owner != null && KEYS.stream().anyMatch(keys -> keys.match(event))) {
                    ask(owner);
                    event.consume();
                }
            });
        }
    }

    private static void ask(Node owner) {
        Node line = selectedLine(owner);
        Node at = line == null ? owner : line;
        Bounds bounds = at.getLayoutBounds();
        var place = new Point2D(bounds.getWidth() / 4, line == null ? bounds.getHeight() / 2 : bounds.getHeight());
        Point2D screen = at.localToScreen(place);
        Point2D local = owner.screenToLocal(screen);
        Event.fireEvent(
                owner,
                new ContextMenuEvent(
                        ContextMenuEvent.CONTEXT_MENU_REQUESTED,
                        local.getX(),
                        local.getY(),
                        screen.getX(),
                        screen.getY(),
                        true,
                        new PickResult(owner, local.getX(), local.getY())));
    }

    private static @Nullable Node selectedLine(Node owner) {
        return owner.lookupAll(".indexed-cell").stream()
                .filter(node -> node instanceof IndexedCell<?> cell && cell.isSelected() && cell.isVisible())
                .findFirst()
                .orElse(null);
    }
}
