package clasp.journal.ui.main;

import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// A dialog over the window's content: at most one, which has the keyboard for itself while it is there. Confined to
/// the FX thread.
final class Overlay extends StackPane {
    private final StackPane frame = new StackPane();
    private @Nullable Node returnFocusTo;

    Overlay() {
        setId("overlay");
        getStyleClass().add("overlay");
        frame.getStyleClass().add("overlay-dialog");
        frame.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        getChildren().add(frame);
        setVisible(false);
        sceneProperty().subscribe(scene -> {
            if (scene != null) {
                scene.focusOwnerProperty().subscribe(this::keepFocus);
            }
        });
    }

    /// Shows the dialog in the middle of the window, as large as it wants to be and the window allows.
    void open(Region dialog) {
        returnFocusTo = getScene() == null ? null : getScene().getFocusOwner();
        frame.getChildren().setAll(dialog);
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

    private void keepFocus(@Nullable Node owner) {
        if (isOpen() && owner != null && !holds(owner)) {
            frame.getChildren().forEach(Node::requestFocus);
        }
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
