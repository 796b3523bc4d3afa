package clasp.journal.ui.export;

import clasp.journal.ui.fx.Stale;
import clasp.journal.ui.fx.Texts;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// How the file will begin. Keeps the last lines, dimmed, while new ones are made, so that nothing jumps. Confined to
/// the FX thread.
final class PreviewPane extends VBox {
    private final TextArea lines = new TextArea();
    private final Label message = new Label();
    private final Label remark = new Label();

    PreviewPane(ExportViewModel model) {
        getStyleClass().add("preview");
        lines.setId("preview");
        lines.setEditable(false);
        lines.setPrefRowCount(6);
        lines.getStyleClass().add("mono");
        lines.setAccessibleText(Texts.text("export.preview.accessible"));
        message.setId("previewMessage");
        message.setWrapText(true);
        message.getStyleClass().add("message");
        remark.setWrapText(true);
        remark.getStyleClass().addAll("muted", "explanation");
        getChildren().addAll(new StackPane(lines, message), remark);
        model.preview().preview().subscribe(this::show);
        model.preview().current().subscribe(current -> Stale.mark(lines, !current));
    }

    private void show(Preview preview) {
        remark.setText("");
        switch (preview) {
            case Preview.Loading _ -> say(Texts.text("export.preview.loading"), false);
            case Preview.Empty _ -> say(Texts.text("export.preview.empty"), false);
            case Preview.NoText _ -> say(Texts.text("export.preview.slice"), false);
            case Preview.Failed(String sentence) -> say(sentence, true);
            case Preview.Lines(String text, boolean openEnded) -> {
                message.setVisible(false);
                lines.setVisible(true);
                lines.setText(text);
                lines.setScrollTop(0);
                lines.setScrollLeft(0);
                remark.setText(openEnded ? Texts.text("export.preview.openEnded") : "");
            }
        }
        remark.setVisible(!remark.getText().isEmpty());
        remark.setManaged(remark.isVisible());
    }

    private void say(String sentence, boolean problem) {
        lines.setVisible(false);
        message.setVisible(true);
        message.setText(sentence);
        message.getStyleClass().remove("problem");
        if (problem) {
            message.getStyleClass().add("problem");
        }
    }
}
