package clasp.journal.ui.sources;

import static clasp.journal.ui.fx.DialogParts.button;
import static clasp.journal.ui.fx.DialogParts.cancelButton;

import clasp.journal.ui.fx.DialogParts;
import clasp.journal.ui.fx.Stylesheets;
import clasp.journal.ui.fx.Texts;
import clasp.journal.ui.fx.WhileInScene;
import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// The dialog in which a relay gets another token, when it no longer takes the one before. Confined to the FX thread.
public final class TokenView extends VBox {
    private final PasswordField token = new PasswordField();

    private final Label refusal = new Label();
    private final VBox entered = new VBox(6, token);
    private Runnable keep = () -> {};

    /// For a relay that is followed.
    ///
    /// @param use takes the token; throws IllegalArgumentException with a sentence when it cannot be one
    /// @param close called when the user is done with the dialog
    public static TokenView following(String url, Consumer<String> use, Runnable close) {
        return new TokenView(another(url), Texts.text("sources.token.hint"), use, close);
    }

    /// For a router that is recorded; the other parameters as above.
    public static TokenView recording(String name, Consumer<String> use, Runnable close) {
        return new TokenView(another(name), Texts.text("sources.token.hint.recording"), use, close);
    }

    /// For what could not be opened yet; the other parameters as above.
    public static TokenView opening(String name, Consumer<String> use, Runnable close) {
        return new TokenView(
                Texts.text("sources.token.title.opening", name), Texts.text("sources.token.hint.opening"), use, close);
    }

    private static String another(String name) {
        return Texts.text("sources.token.title", name);
    }

    private TokenView(String heading, String words, Consumer<String> use, Runnable close) {
        getStyleClass().add("connect-view");
        Stylesheets.add(this, "sources");
        setId("tokenDialog");
        var title = new Label(heading);
        title.getStyleClass().add("dialog-title");
        var hint = new Label(words);
        hint.getStyleClass().add("hint");
        token.setId("anotherToken");
        token.setAccessibleText(heading);
        var outcome = new Label();
        outcome.getStyleClass().addAll("outcome");
        outcome.pseudoClassStateChanged(PseudoClass.getPseudoClass("problem"), true);
        outcome.setMinHeight(0);
        outcome.managedProperty().bind(outcome.textProperty().isNotEmpty());
        Button enter = button(
                "tokenUse",
                Texts.text("sources.token.use"),
                () -> {
                    try {
                        use.accept(token.getText());
                        keep.run();
                        close.run();
                    } catch (IllegalArgumentException e) {
                        outcome.setText(e.getMessage());
                    }
                },
                "accent");
        enter.setDefaultButton(true);
        enter.disableProperty().bind(token.textProperty().isEmpty());
        var buttons = new HBox(8);
        DialogParts.fill(
                buttons, List.of(), List.of(cancelButton("tokenCancel", Texts.text("sources.cancel"), close), enter));
        refusal.setId("tokenRefused");
        refusal.getStyleClass().add("refused");
        refusal.setMinHeight(USE_PREF_SIZE);
        refusal.managedProperty().bind(refusal.textProperty().isNotEmpty());
        getChildren().addAll(title, refusal, hint, entered, outcome, buttons);
    }

    /// The same, after this was said of the token before.
    public TokenView after(String refused) {
        refusal.setText(refused);
        token.setAccessibleHelp(refused);
        return this;
    }

    /// The same, where the token for this address can be kept in the keyring.
    public TokenView keeping(KeptToken kept, String url) {
        var box = new KeepTokenBox(kept, token.textProperty());
        box.setId("tokenRemember");
        entered.getChildren().add(box);
        keep = () -> kept.use(url, token.getText());
        WhileInScene.run(this, () -> kept.ask(url, secret -> {}), kept::stop);
        return this;
    }

    @Override
    public void requestFocus() {
        token.requestFocus();
    }
}
