package clasp.journal.ui.fx;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import javafx.event.Event;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Control;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.stage.WindowEvent;
import org.jspecify.annotations.Nullable;

/// What the menus offer where the user is: the one that the menu key opens, and those of the buttons on screen.
/// Confined to the FX thread.
public final class MenusHere {
    private static final Object KEY = new Object();

    private MenusHere() {}

    /// For a part that opens its menu itself: what is in the menu while the keyboard is in the part.
    public static void means(Node part, Supplier<ContextMenu> menu) {
        part.getProperties().put(KEY, menu);
    }

    /// What can be chosen now, in the order of the menus.
    ///
    /// @param focused what has the keyboard
    public static List<Offer> offers(Parent root, @Nullable Node focused) {
        List<Offer> offers = new ArrayList<>();
        for (Node part = focused; part != null && offers.isEmpty(); part = part.getParent()) {
            ContextMenu menu = menu(part);
            if (menu != null) {
                Event.fireEvent(menu, new WindowEvent(menu, WindowEvent.WINDOW_SHOWING));
                add(menu.getItems(), part, offers);
            }
        }
        addButtons(root, offers);
        return offers;
    }

    private static @Nullable ContextMenu menu(Node part) {
        if (part.hasProperties() && part.getProperties().get(KEY) instanceof Supplier<?> menu) {
            return (ContextMenu) menu.get();
        }
        return part instanceof Control control ? control.getContextMenu() : null;
    }

    private static void addButtons(Node node, List<Offer> offers) {
        if (!node.isVisible() || node.isDisabled()) {
            return;
        }
        if (node instanceof MenuButton button) {
            add(button.getItems(), button, offers);
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> addButtons(child, offers));
        }
    }

    private static void add(List<MenuItem> items, Node owner, List<Offer> offers) {
        String about = Objects.toString(owner.queryAccessibleAttribute(AccessibleAttribute.TEXT), "");
        items.stream()
                .filter(item -> item.getText() != null && !item.isDisable())
                .map(item -> new Offer(item.getText(), about, item::fire))
                .forEach(offers::add);
    }
}
