package clasp.journal.ui.compaction;

import clasp.journal.ui.fx.Texts;
import clasp.journal.ui.fx.TimeLeftLabel;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;

/// Shows how far the work has come. Confined to the FX thread.
final class WorkingPane extends VBox {
    WorkingPane(CompactionViewModel model, String key) {
        getStyleClass().add("working");
        var title = new Label(Texts.text(key));
        title.getStyleClass().add("title");
        var bar = new ProgressBar();
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText(title.getText());
        bar.progressProperty().bind(model.progress());
        var percent = new Label();
        percent.getStyleClass().add("muted");
        percent.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> model.progress().get() < 0
                                ? ""
                                : Math.round(model.progress().get() * 100) + " %",
                        model.progress()));
        var left = new TimeLeftLabel();
        model.progress().subscribe(now -> left.show(now.doubleValue()));
        var promise = new Label(Texts.text("compaction.working.promise"));
        promise.setWrapText(true);
        promise.getStyleClass().add("muted");
        getChildren().addAll(title, bar, percent, left, promise);
    }
}
