package clasp.journal.ui.sources;

import static clasp.journal.ui.fx.DialogParts.button;
import static clasp.journal.ui.fx.DialogParts.cancelButton;

import clasp.journal.ui.fx.DialogParts;
import clasp.journal.ui.fx.FileDialogs;
import clasp.journal.ui.fx.Notice;
import clasp.journal.ui.fx.Stylesheets;
import clasp.journal.ui.fx.SystemClipboard;
import clasp.journal.ui.fx.Texts;
import clasp.journal.ui.fx.WhileInScene;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The dialog in which a session to host is set up. Confined to the FX thread.
public final class HostView extends VBox {
    private static final PseudoClass PROBLEM = PseudoClass.getPseudoClass("problem");

    private final Label outcome = new Label();
    private final ListenForm listen;

    /// @param close called when the user thinks better of it; a session that has started closes the dialog itself
    public HostView(HostViewModel model, FileDialogs dialogs, Runnable close) {
        getStyleClass().addAll("connect-view", "host-view");
        Stylesheets.add(this, "sources");
        setId("hostDialog");
        var title = new Label(Texts.text("host.title"));
        title.getStyleClass().add("dialog-title");
        var hint = new Label(Texts.text("host.hint"));
        hint.getStyleClass().add("hint");
        listen = new ListenForm(model);
        outcome.setId("hostOutcome");
        outcome.getStyleClass().add("outcome");
        model.outcome().subscribe(this::show);
        // Not disabled while it starts, which would send the keyboard on to another control.
        Button start = button(
                "hostStart", Texts.text("host.start"), () -> model.start().ifPresent(this::lead), "accent");
        start.setDefaultButton(true);
        var buttons = new HBox(8);
        buttons.getStyleClass().add("buttons");
        DialogParts.fill(
                buttons, List.of(), List.of(cancelButton("hostCancel", Texts.text("sources.cancel"), close), start));
        getChildren()
                .addAll(
                        title,
                        hint,
                        listen,
                        new KeptForm(model, dialogs),
                        token(model),
                        new CopyingPane(model),
                        outcome,
                        buttons);
        WhileInScene.run(this, listen::requestFocus, model::stop);
    }

    @Override
    public void requestFocus() {
        listen.requestFocus();
    }

    /// Puts the keyboard where something else has to be typed.
    private void lead(HostField wrong) {
        Node field = lookup("#" + wrong.id());
        field.requestFocus();
        if (field instanceof TextInputControl typed) {
            typed.selectAll();
        }
    }

    private static VBox token(HostViewModel model) {
        var field = new PasswordField();
        field.setId("hostToken");
        field.setPromptText(Texts.text("host.token.prompt"));
        field.textProperty().bindBidirectional(model.token());
        HBox.setHgrow(field, Priority.ALWAYS);
        Button make = button("hostMakeToken", Texts.text("host.token.make"), () -> copy(model.makeToken()));
        var label = new Label(Texts.text("host.token"));
        label.setLabelFor(field);
        return new VBox(4, label, new HBox(8, field, make));
    }

    private static void copy(String text) {
        SystemClipboard.put(text);
    }

    private void show(Optional<Notice> notice) {
        outcome.setText(notice.map(Notice::sentence).orElse(""));
        outcome.pseudoClassStateChanged(
                PROBLEM, notice.filter(one -> one.kind() == Notice.Kind.FAILURE).isPresent());
    }
}
