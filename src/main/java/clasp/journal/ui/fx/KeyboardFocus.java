package clasp.journal.ui.fx;

import java.util.HashMap;
import java.util.Map;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.stage.Window;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// Says in the style sheets what has the keyboard while somebody works with it: the focused node of each window has the
/// pseudo-class `keyboard-focus` from the first key on until a mouse button is pressed.
///
/// JavaFX's own `focus-visible` will not do: it ends whenever the program moves the focus, be it to a field that a
/// shortcut asks for or back to where it was before a dialog. Confined to the FX thread.
final class KeyboardFocus {
    private static final PseudoClass SHOWN = PseudoClass.getPseudoClass("keyboard-focus");
    private static final KeyboardFocus OF_ALL_WINDOWS = new KeyboardFocus();

    private final Map<Window, Subscription> watched = new HashMap<>();
    private boolean keyboard;
    private boolean begun;

    private KeyboardFocus() {}

    /// From now on, in every window of the program and in its popups; more than one call does no more.
    static void show() {
        OF_ALL_WINDOWS.begin();
    }

    private void begin() {
        if (!begun) {
            begun = true;
            Window.getWindows().forEach(this::watch);
            Window.getWindows().addListener((ListChangeListener<Window>) change -> {
                while (change.next()) {
                    change.getRemoved().forEach(this::leave);
                    change.getAddedSubList().forEach(this::watch);
                }
            });
        }
    }

    private void watch(Window window) {
        EventHandler<KeyEvent> key = event -> work(keyboard || !event.getCode().isModifierKey());
        EventHandler<MouseEvent> mouse = event -> work(false);
        window.addEventFilter(KeyEvent.KEY_PRESSED, key);
        window.addEventFilter(MouseEvent.MOUSE_PRESSED, mouse);
        Subscription focus = window.sceneProperty()
                .flatMap(Scene::focusOwnerProperty)
                .subscribe((before, now) -> {
                    mark(before, false);
                    mark(now, keyboard);
                });
        mark(owner(window), keyboard);
        watched.put(window, focus.and(() -> {
            window.removeEventFilter(KeyEvent.KEY_PRESSED, key);
            window.removeEventFilter(MouseEvent.MOUSE_PRESSED, mouse);
        }));
    }

    private void leave(Window window) {
        Subscription focus = watched.remove(window);
        if (focus != null) {
            focus.unsubscribe();
            mark(owner(window), false);
        }
    }

    private void work(boolean byKeyboard) {
        if (keyboard != byKeyboard) {
            keyboard = byKeyboard;
            watched.keySet().forEach(window -> mark(owner(window), byKeyboard));
        }
    }

    private static @Nullable Node owner(Window window) {
        return window.getScene() == null ? null : window.getScene().getFocusOwner();
    }

    private static void mark(@Nullable Node node, boolean shown) {
        if (node != null) {
            node.pseudoClassStateChanged(SHOWN, shown);
        }
    }
}
