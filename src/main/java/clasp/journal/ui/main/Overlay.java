package clasp.journal.ui.main;

import java.util.Optional;
import javafx.event.EventTarget;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ListView;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TableView;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// A dialog over the window's content: at most one, which has the keyboard for itself while it is there. Confined to
/// the FX thread.
final class Overlay extends StackPane {
    private static final KeyCombination ESCAPE = new KeyCodeCombination(KeyCode.ESCAPE);
    private static final KeyCombination ENTER = new KeyCodeCombination(KeyCode.ENTER);

    /// What is behind the dialog is larger by the padding of its frame.
    private static final Insets OVER_THE_EDGE = new Insets(-2);

    private final StackPane frame = new StackPane();
    private final Region back = back();
    private final Region before = edge();
    private final Region after = edge();
    private @Nullable Node returnFocusTo;

    Overlay() {
        setId("overlay");
        getStyleClass().add("overlay");
        frame.getStyleClass().add("overlay-dialog");
        frame.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        getChildren().setAll(before, frame, after);
        setVisible(false);
        addEventFilter(KeyEvent.KEY_PRESSED, this::leaveControl);
        sceneProperty().subscribe(scene -> {
            if (scene != null) {
                scene.focusOwnerProperty().subscribe(this::keepFocus);
            }
        });
    }

    /// Shows the dialog in the middle of the window, as large as it wants to be and the window allows.
    void open(Region dialog) {
        returnFocusTo = getScene() == null ? null : getScene().getFocusOwner();
        frame.getChildren().setAll(back, dialog);
        setVisible(true);
        if (getScene() != null && !holds(getScene().getFocusOwner())) {
            dialog.requestFocus();
        }
    }

    /// Takes the dialog out of the window.
    void close() {
        setVisible(false);
        frame.getChildren().clear();
        if (returnFocusTo != null) {
            returnFocusTo.requestFocus();
            returnFocusTo = null;
        }
    }

    boolean isOpen() {
        return isVisible();
    }

    /// Esc leaves the dialog from a list too, which would take the key for the end of an edit that cannot be there, and
    /// Enter presses its main button from a choice too, which would take the key as it takes the space bar.
    private void leaveControl(KeyEvent event) {
        if (ESCAPE.match(event) && isList(event.getTarget())) {
            Runnable cancel =
                    ((Node) event.getTarget()).getScene().getAccelerators().get(ESCAPE);
            if (cancel != null) {
                cancel.run();
                event.consume();
            }
        } else if (ENTER.match(event) && isChoice(event.getTarget())) {
            mainButton().ifPresent(button -> {
                button.fire();
                event.consume();
            });
        }
    }

    /// Not every dialog has one; one behind it is not meant.
    private Optional<Button> mainButton() {
        return frame.lookupAll(".button").stream()
                .filter(Button.class::isInstance)
                .map(Button.class::cast)
                .filter(button -> button.isDefaultButton() && button.isVisible() && !button.isDisabled())
                .findFirst();
    }

    private static boolean isChoice(EventTarget target) {
        return target instanceof CheckBox || target instanceof RadioButton;
    }

    private static boolean isList(EventTarget target) {
        return target instanceof ListView || target instanceof TableView || target instanceof TreeView;
    }

    /// The dialog's background, border and shadow by a node of their own, which is drawn once: a shadow of the dialog
    /// itself would be blurred anew for each letter that is typed there.
    private static Region back() {
        var back = new Region();
        back.getStyleClass().add("overlay-back");
        back.setCache(true);
        StackPane.setMargin(back, OVER_THE_EDGE);
        return back;
    }

    /// What the Tab key comes to at an end of the dialog: there it goes on at the other.
    private static Region edge() {
        var edge = new Region();
        edge.getStyleClass().add("edge");
        edge.setFocusTraversable(true);
        edge.setMaxSize(0, 0);
        return edge;
    }

    private void keepFocus(@Nullable Node owner) {
        if (!isOpen() || owner == null) {
            return;
        }
        if (owner == before) {
            after.requestFocusTraversal(TraversalDirection.PREVIOUS);
        } else if (owner == after || dialog().filter(owner::equals).isPresent()) {
            // The dialog itself, too, would have the keyboard without a use for it.
            before.requestFocusTraversal(TraversalDirection.NEXT);
        } else if (!holds(owner)) {
            dialog().ifPresent(Node::requestFocus);
        }
    }

    private Optional<Node> dialog() {
        return frame.getChildren().stream().filter(child -> child != back).findFirst();
    }

    private boolean holds(@Nullable Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at == this) {
                return true;
            }
        }
        return false;
    }
}
