package clasp.journal.ui.compaction;

import clasp.journal.ui.fx.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;

/// Says what is waited for, in the middle of the page, when nobody knows how long. Confined to the FX thread.
final class WaitingPane extends VBox {
    WaitingPane(String key) {
        setId("waiting");
        setAlignment(Pos.CENTER);
        setSpacing(12);
        var what = new Label(Texts.text(key));
        what.setWrapText(true);
        what.getStyleClass().add("muted");
        var bar = new ProgressBar();
        bar.setPrefWidth(220);
        bar.setAccessibleText(what.getText());
        getChildren().addAll(what, bar);
    }
}
