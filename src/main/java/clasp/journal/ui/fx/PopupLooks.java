package clasp.journal.ui.fx;

import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.collections.WeakListChangeListener;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.stage.PopupWindow;
import org.jspecify.annotations.Nullable;

/// Gives a popup, which has a scene of its own, the looks of the window that it belongs to, also when those change
/// while it is open. Confined to the FX thread.
public final class PopupLooks {
    /// The style classes of a root that its looks depend on.
    private static final List<String> LOOKS = List.of(Theme.DARK, Theme.OPAQUE);

    private final Node owner;
    private final PopupWindow popup;
    private final String part;
    private final ListChangeListener<String> listener = change -> take();
    private @Nullable Parent followed;

    /// @param part whose stylesheet the popup's content needs
    public PopupLooks(Node owner, PopupWindow popup, String part) {
        this.owner = owner;
        this.popup = popup;
        this.part = part;
    }

    /// To be called each time before the popup is shown.
    public void follow() {
        Scene scene = owner.getScene();
        if (scene == null) {
            return;
        }
        if (scene.getRoot() != followed) {
            followed = scene.getRoot();
            followed.getStyleClass().addListener(new WeakListChangeListener<>(listener));
        }
        take();
        // Not before the theme, whose colours it names.
        Parent root = popup.getScene().getRoot();
        if (root.getStylesheets().isEmpty()) {
            Stylesheets.add(root, part);
        }
    }

    private void take() {
        Scene scene = owner.getScene();
        if (scene == null) {
            return;
        }
        var classes = popup.getScene().getRoot().getStyleClass();
        classes.removeAll(LOOKS);
        LOOKS.stream().filter(scene.getRoot().getStyleClass()::contains).forEach(classes::add);
        popup.getScene().setUserAgentStylesheet(scene.getUserAgentStylesheet());
        if (classes.contains(Theme.OPAQUE)) {
            fill(scene);
        }
    }

    /// What is beside the arrow of a popup would be white.
    private void fill(Scene scene) {
        if (scene.getRoot() instanceof Region root && root.getBackground() != null) {
            root.getBackground().getFills().stream()
                    .findFirst()
                    .ifPresent(fill -> popup.getScene().setFill(fill.getFill()));
        }
    }
}
