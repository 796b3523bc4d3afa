package clasp.journal.ui.sources;

import static clasp.journal.ui.fx.DialogParts.button;
import static clasp.journal.ui.fx.DialogParts.cancelButton;

import clasp.journal.ui.fx.DialogParts;
import clasp.journal.ui.fx.FirstFocus;
import clasp.journal.ui.fx.Notice;
import clasp.journal.ui.fx.Stylesheets;
import clasp.journal.ui.fx.Texts;
import clasp.journal.ui.fx.WhileInScene;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// The dialog in which a running relay is chosen. Confined to the FX thread.
public final class ConnectView extends VBox {
    private static final PseudoClass PROBLEM = PseudoClass.getPseudoClass("problem");

    private final ComboBox<String> url = new ComboBox<>();
    private final Label outcome = new Label();

    /// @param close called when the user is done with the dialog
    public ConnectView(ConnectViewModel model, Runnable close) {
        getStyleClass().add("connect-view");
        Stylesheets.add(this, "sources");
        var title = new Label(Texts.text("sources.connect.title"));
        title.getStyleClass().add("dialog-title");
        url.setId("connectUrl");
        url.setEditable(true);
        url.setMaxWidth(Double.MAX_VALUE);
        url.setItems(model.saved());
        url.setAccessibleText(Texts.text("sources.connect.url"));
        url.getEditor().textProperty().bindBidirectional(model.url());
        url.setOnAction(event -> {
            if (model.saved().contains(url.getEditor().getText())) {
                model.choose(url.getEditor().getText());
            }
        });
        var token = new PasswordField();
        token.setId("connectToken");
        token.setPromptText(Texts.text("sources.connect.token.prompt"));
        token.textProperty().bindBidirectional(model.token());
        var remember = new KeepTokenBox(model.kept(), model.token());
        remember.setId("connectRemember");
        outcome.setId("connectOutcome");
        outcome.getStyleClass().add("outcome");
        model.outcome().subscribe(this::show);
        // Not disabled meanwhile, which would send the keyboard on to another button.
        Button test = button("connectTest", Texts.text("sources.connect.test"), () -> {
            if (!model.testing().get()) {
                model.test();
            }
        });
        Button connect = button(
                "connectOpen",
                Texts.text("sources.connect.open"),
                () -> {
                    if (model.connect()) {
                        close.run();
                    }
                },
                "accent");
        connect.setDefaultButton(true);
        var buttons = new HBox(8);
        buttons.getStyleClass().add("buttons");
        DialogParts.fill(
                buttons,
                List.of(test),
                List.of(cancelButton("connectCancel", Texts.text("sources.cancel"), close), connect));
        getChildren()
                .addAll(
                        title,
                        field("sources.connect.url", url),
                        new VBox(6, field("sources.connect.token", token), remember),
                        new PartForm(model),
                        outcome,
                        buttons);
        WhileInScene.run(
                this,
                () -> {
                    requestFocus();
                    model.begin();
                },
                model::stop);
    }

    /// All of the address selected: what is typed replaces the one of the last time.
    @Override
    public void requestFocus() {
        FirstFocus.onWholeText(this, url);
    }

    private static VBox field(String key, Control control) {
        var label = new Label(Texts.text(key));
        label.setLabelFor(control);
        return new VBox(4, label, control);
    }

    private void show(Optional<Notice> notice) {
        outcome.setText(notice.map(Notice::sentence).orElse(""));
        outcome.pseudoClassStateChanged(
                PROBLEM, notice.filter(one -> one.kind() == Notice.Kind.FAILURE).isPresent());
    }
}
