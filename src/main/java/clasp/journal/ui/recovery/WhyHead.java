package clasp.journal.ui.recovery;

import atlantafx.base.theme.Styles;
import clasp.journal.ui.fx.LineText;
import clasp.journal.ui.fx.Stale;
import clasp.journal.ui.fx.Texts;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Says of which address the chain is, lets it stay there, and leads to that of the entry at the cursor where it is
/// another. Confined to the FX thread.
final class WhyHead extends VBox {
    private static final int MOST_CHARS = 300;

    /// Below this width the address needs the room more than the question does.
    private static final double ROOMY = 320;

    private final WhyViewModel model;

    WhyHead(WhyViewModel model) {
        this.model = model;
        getStyleClass().add("why-head");
        var heading = new Label();
        heading.textProperty()
                .bind(Bindings.when(widthProperty().greaterThanOrEqualTo(ROOMY))
                        .then(Texts.text("recoveryView.why.title"))
                        .otherwise(Texts.text("recoveryView.why.title.short")));
        heading.getStyleClass().add("why-heading");
        heading.setMinWidth(Region.USE_PREF_SIZE);
        var line = new HBox(heading, address(), pin());
        line.getStyleClass().add("bar");
        getChildren().addAll(line, elsewhere());
    }

    private Label address() {
        var title = new Label();
        title.setId("whyTitle");
        title.getStyleClass().addAll("part-title", "mono");
        title.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        model.address().subscribe(address -> {
            title.setText(LineText.of(address, MOST_CHARS));
            title.setTooltip(address.isEmpty() ? null : new Tooltip(title.getText()));
        });
        model.question().current().subscribe(current -> Stale.mark(title, !current));
        return title;
    }

    private ToggleButton pin() {
        Focus focus = model.cursor().focus();
        var pin = new ToggleButton("", new FontIcon(Feather.MAP_PIN));
        pin.setId("whyPin");
        pin.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.SMALL, Styles.FLAT);
        pin.setMinWidth(Region.USE_PREF_SIZE);
        pin.setAccessibleText(Texts.text("recoveryView.why.pin"));
        pin.setTooltip(new Tooltip(Texts.text("recoveryView.why.pin")));
        pin.setOnAction(event -> {
            focus.pin(pin.isSelected());
            pin.setSelected(focus.pinned().get());
        });
        focus.pinned().subscribe(pin::setSelected);
        pin.disableProperty().bind(model.address().isEmpty());
        return pin;
    }

    private Hyperlink elsewhere() {
        var link = new Hyperlink();
        link.setId("whyCursor");
        link.setWrapText(true);
        link.setMinHeight(Region.USE_PREF_SIZE);
        link.setMaxWidth(Double.MAX_VALUE);
        link.visibleProperty().bind(model.elsewhere().isNotEmpty());
        link.managedProperty().bind(link.visibleProperty());
        link.setOnAction(event -> model.cursor().focus().ask(""));
        model.elsewhere().subscribe(address -> {
            link.setText(Texts.text("recoveryView.why.cursor", LineText.of(address, MOST_CHARS)));
            link.setTooltip(new Tooltip(link.getText()));
        });
        return link;
    }
}
