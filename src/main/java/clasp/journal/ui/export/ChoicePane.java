package clasp.journal.ui.export;

import clasp.journal.ui.fx.FileDialogs;
import clasp.journal.ui.fx.Texts;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// Everything there is to choose, and how the file will begin. Confined to the FX thread.
final class ChoicePane extends VBox {
    private final KindForm kind;

    ChoicePane(ExportViewModel model, FileDialogs dialogs) {
        getStyleClass().add("choice");
        var notice = new Label();
        notice.setId("notice");
        notice.setWrapText(true);
        notice.getStyleClass().addAll("banner", "notice");
        model.phase().subscribe(phase -> {
            notice.setText(phase instanceof ExportPhase.Choosing choosing ? choosing.notice() : "");
            show(notice, !notice.getText().isEmpty());
        });
        kind = new KindForm(model.choices());
        var csv = new CsvForm(model.choices());
        model.choices().kind().subscribe(now -> show(csv, now == FileKind.CSV));
        getChildren()
                .addAll(
                        notice,
                        heading("export.heading.scope"),
                        new ScopeForm(model),
                        heading("export.heading.kind"),
                        kind,
                        csv,
                        heading("export.heading.preview"),
                        new PreviewPane(model),
                        heading("export.heading.target"),
                        new TargetForm(model, dialogs));
    }

    void focus() {
        kind.focus();
    }

    private static void show(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }

    private static Label heading(String key) {
        var label = new Label(Texts.text(key));
        label.getStyleClass().add("heading");
        return label;
    }
}
