package clasp.journal.ui.export;

import clasp.journal.ui.fx.Texts;
import clasp.journal.ui.fx.TimeLeftLabel;
import java.nio.file.Path;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;

/// Shows how far the export has come. Confined to the FX thread.
final class WorkingPane extends VBox {
    WorkingPane(ExportViewModel model, Path target) {
        getStyleClass().add("working");
        var title = new Label(Texts.text("export.working"));
        title.getStyleClass().add("title");
        var path = new Label(Texts.text("export.working.target", target.toString()));
        path.setWrapText(true);
        var bar = new ProgressBar();
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText(title.getText());
        bar.progressProperty().bind(model.work().map(ExportWork::fraction));
        var numbers = new Label();
        numbers.setId("written");
        numbers.getStyleClass().add("muted");
        numbers.textProperty().bind(model.work().map(ExportWords::working));
        var left = new TimeLeftLabel();
        model.work().subscribe(now -> left.show(now.fraction()));
        var promise = new Label(Texts.text("export.working.promise"));
        promise.setWrapText(true);
        promise.getStyleClass().add("muted");
        getChildren().addAll(title, path, bar, numbers, left, promise);
    }
}
