package clasp.journal.ui.fx;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// What the dialogs that lead through several steps are made of. Confined to the FX thread.
public final class DialogParts {
    private static final double STOP_SIGN = 10;

    private DialogParts() {}

    /// A button that is never cut.
    /// @param styles style classes, such as `danger`
    public static Button button(String id, String text, Runnable action, String... styles) {
        var button = new Button(text);
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.getStyleClass().addAll(styles);
        button.setOnAction(event -> action.run());
        return button;
    }

    /// A button that Esc presses, too.
    public static Button cancelButton(String id, String text, Runnable action) {
        Button button = button(id, text, action);
        button.setCancelButton(true);
        return button;
    }

    /// A small button with a cross, for whoever has the mouse in the hand; the keyboard has Esc for it.
    public static Button closeButton(String id, String name, Runnable action) {
        Button button = button(id, "", action, "flat", "button-icon");
        button.setGraphic(new FontIcon(Feather.X));
        button.setFocusTraversable(false);
        button.setTooltip(new Tooltip(name));
        button.setAccessibleText(name);
        return button;
    }

    /// Stands for stopping: a square that is filled, unlike a box that can be ticked.
    public static Region stopSign() {
        var sign = new Region();
        sign.getStyleClass().add("stop-sign");
        sign.setMinSize(STOP_SIGN, STOP_SIGN);
        sign.setMaxSize(STOP_SIGN, STOP_SIGN);
        return sign;
    }

    /// Puts some buttons to the left end of the row and the others to its right.
    public static void fill(HBox row, List<? extends Node> left, List<? extends Node> right) {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        row.getChildren().setAll(left);
        row.getChildren().add(gap);
        row.getChildren().addAll(right);
    }

    /// Scrolls what there is no room for. Where there is, it is as high as its content in the width that it has.
    public static ScrollPane scrolling(Region content) {
        var pane = new ScrollPane(content);
        pane.setFitToWidth(true);
        pane.prefViewportHeightProperty().bind(content.heightProperty());
        return pane;
    }

    /// A step that fills the dialog's middle.
    public static VBox page(Node content) {
        var page = new VBox(content);
        page.getStyleClass().add("page");
        return page;
    }
}
