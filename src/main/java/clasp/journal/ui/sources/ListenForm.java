package clasp.journal.ui.sources;

import clasp.journal.ui.fx.Texts;
import javafx.beans.property.StringProperty;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Where a hosted session listens. Confined to the FX thread.
final class ListenForm extends VBox {
    private final ComboBox<String> host = new ComboBox<>();

    ListenForm(HostViewModel model) {
        super(4);
        host.setId(HostField.HOST.id());
        host.setEditable(true);
        host.setMaxWidth(Double.MAX_VALUE);
        host.getItems().setAll(HostViewModel.THIS_MACHINE, HostViewModel.ALL_NETWORKS);
        host.getEditor().textProperty().bindBidirectional(model.host());
        // Else none would be chosen in the list, and the first key would choose the one that is shown.
        model.host().subscribe(host::setValue);
        VBox where = field("host.address", host);
        HBox.setHgrow(where, Priority.ALWAYS);
        var who = new Label();
        who.getStyleClass().add("hint");
        who.textProperty()
                .bind(model.host()
                        .map(typed -> Texts.text(
                                typed.strip().equals(HostViewModel.THIS_MACHINE)
                                        ? "host.address.thisMachine"
                                        : "host.address.others")));
        getChildren()
                .addAll(
                        new HBox(
                                8,
                                where,
                                field("host.port", number(HostField.PORT, model.port())),
                                field("host.httpPort", number(HostField.HTTP_PORT, model.httpPort()))),
                        who);
    }

    @Override
    public void requestFocus() {
        host.requestFocus();
    }

    private static TextField number(HostField shown, StringProperty text) {
        var field = new TextField();
        field.setId(shown.id());
        field.setPrefColumnCount(9);
        field.textProperty().bindBidirectional(text);
        if (shown == HostField.HTTP_PORT) {
            field.setPromptText(Texts.text("host.httpPort.prompt"));
        }
        return field;
    }

    private static VBox field(String key, Control control) {
        var label = new Label(Texts.text(key));
        label.setLabelFor(control);
        control.setAccessibleText(Texts.text(key));
        return new VBox(4, label, control);
    }
}
