package clasp.journal.ui.fx;

import javafx.scene.control.Button;

/// A button that copies all that is known of a failure, and then says that it did. Confined to the FX thread.
public final class CopyDetails extends Button {
    public CopyDetails(Notice failure) {
        super(Texts.text("fx.failure.copy"));
        getStyleClass().add("copy-details");
        setMinWidth(USE_PREF_SIZE);
        setOnAction(event -> {
            SystemClipboard.put(failure.sentence() + "\n\n" + failure.details());
            setText(Texts.text("fx.failure.copied"));
        });
    }
}
