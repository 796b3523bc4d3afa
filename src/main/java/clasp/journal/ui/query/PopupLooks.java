package clasp.journal.ui.query;

import clasp.journal.ui.fx.Stylesheets;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.PopupWindow;

/// Gives popups, which have scenes of their own, the looks of the window that they belong to. Confined to the FX
/// thread.
final class PopupLooks {
    private static final String DARK = "dark";

    private PopupLooks() {}

    /// To be called each time before the popup is shown.
    ///
    /// @param part whose stylesheet the popup's content needs
    static void follow(Node owner, PopupWindow popup, String part) {
        Parent root = popup.getScene().getRoot();
        if (root.getStylesheets().isEmpty()) {
            Stylesheets.add(root, part);
        }
        Scene scene = owner.getScene();
        root.getStyleClass().remove(DARK);
        if (scene != null && scene.getRoot().getStyleClass().contains(DARK)) {
            root.getStyleClass().add(DARK);
        }
    }
}
