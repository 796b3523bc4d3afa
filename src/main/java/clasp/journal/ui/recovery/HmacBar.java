package clasp.journal.ui.recovery;

import atlantafx.base.theme.Styles;
import clasp.journal.ui.fx.Texts;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// Asks for the key with which HMACs are checked, and says what that came to. Confined to the FX thread.
final class HmacBar extends HBox {
    private static final int COLUMNS = 24;

    HmacBar(ProblemsViewModel model) {
        getStyleClass().add("bar");
        var key = new PasswordField();
        key.setId("hmacKey");
        key.setPromptText(Texts.text("recoveryView.hmac.key"));
        key.setAccessibleText(Texts.text("recoveryView.hmac.key"));
        key.setPrefColumnCount(COLUMNS);
        key.setMinWidth(160);
        key.setOnAction(event -> model.checkHmacs(key.getText()));
        var check = new Button(Texts.text("recoveryView.hmac.check"));
        check.setId("checkHmacs");
        check.getStyleClass().add(Styles.SMALL);
        check.setMinWidth(Region.USE_PREF_SIZE);
        check.disableProperty().bind(key.textProperty().map(String::isBlank));
        check.setOnAction(event -> model.checkHmacs(key.getText()));
        var result = new Label();
        result.setId("hmacResult");
        result.getStyleClass().add("summary");
        result.setWrapText(true);
        result.textProperty().bind(model.hmacs());
        model.keyRefused().subscribe(refused -> {
            result.getStyleClass().remove(Styles.DANGER);
            if (refused) {
                result.getStyleClass().add(Styles.DANGER);
            }
        });
        HBox.setHgrow(result, Priority.ALWAYS);
        getChildren().addAll(key, check, result);
        visibleProperty().subscribe(now -> {
            if (now) {
                key.requestFocus();
            }
        });
    }
}
