package clasp.journal.ui.sources;

import clasp.journal.ui.fx.Texts;
import javafx.beans.value.ObservableStringValue;
import javafx.scene.control.CheckBox;

/// Asks whether the token is kept in the keyring; says so where there is none. Confined to the FX thread.
final class KeepTokenBox extends CheckBox {
    /// @param token as it is entered: where there is none, there is nothing to keep
    KeepTokenBox(KeptToken kept, ObservableStringValue token) {
        getStyleClass().add("keep-token");
        setWrapText(true);
        selectedProperty().bindBidirectional(kept.wanted());
        disableProperty().bind(kept.possible().not().or(javafx.beans.binding.Bindings.isEmpty(token)));
        textProperty().bind(kept.possible().map(can -> can ? Texts.text("sources.connect.remember") : kept.missing()));
    }
}
