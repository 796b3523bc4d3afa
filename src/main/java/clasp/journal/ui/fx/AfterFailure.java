package clasp.journal.ui.fx;

import java.util.function.Function;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.FlowPane;

/// What can be done where something of the journal could not be read: what is left of a damaged file is shown, as that
/// stays damaged; and it is tried again. Confined to the FX thread.
public final class AfterFailure extends FlowPane {
    private static final double GAP = 8;

    private final ButtonBase again;

    private AfterFailure(Function<String, ButtonBase> made, Browsing browsing, String retry, Runnable action) {
        super(GAP, GAP / 2);
        getStyleClass().add("after-failure");
        ButtonBase left = made.apply(Texts.text("fx.showLeft"));
        left.getStyleClass().add("show-left");
        left.visibleProperty().bind(browsing.remains().isNotNull());
        left.managedProperty().bind(left.visibleProperty());
        left.setOnAction(event -> {
            Runnable show = browsing.remains().get();
            if (show != null) {
                show.run();
            }
        });
        again = made.apply(retry);
        again.getStyleClass().add("try-again");
        again.setOnAction(event -> action.run());
        getChildren().addAll(left, again);
    }

    /// @param retry what trying again is called
    public static AfterFailure buttons(Browsing browsing, String retry, Runnable action) {
        return new AfterFailure(Button::new, browsing, retry, action);
    }

    /// @param retry what trying again is called
    public static AfterFailure links(Browsing browsing, String retry, Runnable action) {
        return new AfterFailure(Hyperlink::new, browsing, retry, action);
    }

    /// What tries again has the keyboard: whoever did so may do it once more.
    @Override
    public void requestFocus() {
        again.requestFocus();
    }
}
