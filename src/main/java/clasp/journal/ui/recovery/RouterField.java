package clasp.journal.ui.recovery;

import atlantafx.base.theme.Styles;
import clasp.journal.ui.fx.Texts;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Where a router elsewhere is asked for its live state, and the way to ask once more. There only while that is what is
/// compared. Confined to the FX thread.
final class RouterField extends HBox {
    private static final int COLUMNS = 14;

    RouterField(String id, CompareViewModel model, ComparedSide side) {
        getStyleClass().add("state-chooser");
        var address = new TextField();
        address.setId(id);
        address.setPrefColumnCount(COLUMNS);
        address.setPromptText("ws://…");
        address.setAccessibleText(Texts.text("recoveryView.live.address"));
        address.setTooltip(new Tooltip(Texts.text("recoveryView.live.address")));
        address.textProperty().bindBidirectional(side.router);
        address.setOnAction(event -> model.askAgain());
        var again = new Button("", new FontIcon(Feather.REFRESH_CW));
        again.setId(id + "Again");
        again.getStyleClass().addAll(Styles.SMALL, Styles.BUTTON_ICON);
        again.setAccessibleText(Texts.text("recoveryView.live.again"));
        again.setTooltip(new Tooltip(Texts.text("recoveryView.live.again")));
        again.setMinWidth(Region.USE_PREF_SIZE);
        again.setOnAction(event -> model.askAgain());
        getChildren().addAll(address, again);
        visibleProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> side.choice.get() instanceof StateChoice.Live
                                && model.choices().get().routerElsewhere().isPresent(),
                        side.choice,
                        model.choices()));
        managedProperty().bind(visibleProperty());
    }
}
