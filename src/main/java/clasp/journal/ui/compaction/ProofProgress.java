package clasp.journal.ui.compaction;

import clasp.journal.ui.fx.Texts;
import clasp.journal.ui.fx.TimeLeftLabel;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;

/// How far the comparison of the recoveries is. Confined to the FX thread.
final class ProofProgress extends VBox {
    ProofProgress(ProofModel model) {
        getStyleClass().add("proof-progress");
        var what = new Label(Texts.text("compaction.proof.computing"));
        what.setWrapText(true);
        what.getStyleClass().add("muted");
        var bar = new ProgressBar();
        bar.setId("proofProgress");
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText(what.getText());
        bar.progressProperty().bind(model.progress());
        var left = new TimeLeftLabel();
        left.visibleProperty().bind(left.textProperty().isNotEmpty());
        left.managedProperty().bind(left.visibleProperty());
        model.progress().subscribe(now -> left.show(now.doubleValue()));
        getChildren().addAll(what, bar, left);
    }
}
