package clasp.journal.ui.main;

import clasp.journal.ui.fx.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.VBox;

/// Stands in the place of the recovery view while that is made. Confined to the FX thread.
final class OpeningDock extends VBox {
    OpeningDock() {
        super(8);
        setId("recoveryOpening");
        setAlignment(Pos.CENTER);
        setFocusTraversable(true);
        var busy = new ProgressIndicator();
        busy.setMaxSize(28, 28);
        getChildren().addAll(busy, new Label(Texts.text("main.recovery.opening")));
    }
}
