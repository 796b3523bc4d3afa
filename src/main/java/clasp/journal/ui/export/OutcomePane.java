package clasp.journal.ui.export;

import clasp.journal.ui.fx.CopyPath;
import clasp.journal.ui.fx.SizeText;
import clasp.journal.ui.fx.Texts;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// A page with one thing to say: how it ended, why it cannot be, or a question. Confined to the FX thread.
final class OutcomePane extends VBox {
    private static final DateTimeFormatter CHANGED = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private OutcomePane(Feather icon, String style, String title, String sentence) {
        getStyleClass().addAll("outcome", style);
        var head = new Label(title, new FontIcon(icon));
        head.getStyleClass().add("title");
        head.setWrapText(true);
        Label text = text(sentence);
        text.setId("outcome");
        getChildren().addAll(head, text);
    }

    static OutcomePane done(ExportOutcome outcome) {
        var pane =
                new OutcomePane(Feather.CHECK_CIRCLE, "success", Texts.text("export.done"), ExportWords.done(outcome));
        String remark = ExportWords.remark(outcome);
        if (!remark.isEmpty()) {
            Label label = text(remark);
            label.setId("remark");
            label.getStyleClass().addAll("banner", "notice");
            pane.getChildren().add(label);
        }
        if (outcome.kind() == FileKind.SLICE) {
            Label hint = text(Texts.text("export.done.slice"));
            hint.getStyleClass().add("muted");
            pane.getChildren().add(hint);
        }
        pane.getChildren().add(new CopyPath(outcome.exported().file()));
        return pane;
    }

    static OutcomePane unavailable(String reason) {
        return new OutcomePane(Feather.ALERT_OCTAGON, "danger", Texts.text("export.unavailable"), reason);
    }

    /// @param before whether a file was there that was to be replaced
    static OutcomePane failed(String sentence, boolean before) {
        var pane = new OutcomePane(Feather.ALERT_OCTAGON, "danger", Texts.text("export.failed"), sentence);
        if (before) {
            Label promise = text(Texts.text("export.failed.promise"));
            promise.getStyleClass().add("muted");
            pane.getChildren().add(promise);
        }
        return pane;
    }

    static OutcomePane question(ExistingFile file) {
        return new OutcomePane(
                Feather.HELP_CIRCLE,
                "warning",
                Texts.text("export.replace.question"),
                Texts.text(
                        "export.replace.detail",
                        file.path().toString(),
                        SizeText.text(file.sizeBytes()),
                        CHANGED.format(file.changed().atZone(ZoneId.systemDefault()))));
    }

    private static Label text(String sentence) {
        var label = new Label(sentence);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
