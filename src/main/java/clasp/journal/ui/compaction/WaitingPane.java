package clasp.journal.ui.compaction;

import clasp.journal.ui.fx.Texts;
import clasp.journal.ui.fx.WorkBar;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// Says what is waited for, in the middle of the page, and how far it is where that is known. Confined to the FX
/// thread.
final class WaitingPane extends VBox {
    /// @param fraction of the work that is done; negative while that is unknown
    WaitingPane(String key, ObservableValue<Number> fraction) {
        setId("waiting");
        setAlignment(Pos.CENTER);
        setSpacing(12);
        var what = new Label(Texts.text(key));
        what.setWrapText(true);
        what.getStyleClass().add("muted");
        var bar = new WorkBar(what.getText(), fraction);
        bar.setMaxWidth(220);
        getChildren().addAll(what, bar);
    }
}
