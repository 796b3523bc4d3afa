package clasp.journal.ui.sources;

import clasp.journal.ui.fx.Texts;
import clasp.journal.ui.fx.TimeLeftLabel;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;

/// Says why a session does not begin yet, and how far the copy is that is made before; there only while that is so.
/// Confined to the FX thread.
final class CopyingPane extends VBox {
    CopyingPane(HostViewModel model) {
        super(4);
        setId("hostCopying");
        var sentence = new Label(Texts.text("host.copying"));
        sentence.setWrapText(true);
        sentence.setMinHeight(USE_PREF_SIZE);
        var bar = new ProgressBar();
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText(sentence.getText());
        var left = new TimeLeftLabel();
        model.copied().subscribe(now -> {
            boolean copying = now.doubleValue() >= 0;
            bar.setProgress(copying ? now.doubleValue() : 0);
            left.show(now.doubleValue());
            setVisible(copying);
            setManaged(copying);
        });
        getChildren().addAll(sentence, bar, left);
    }
}
