package clasp.journal.ui.export;

import clasp.journal.ui.fx.Texts;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Everything there is to choose but the place, and how the file will begin. Confined to the FX thread.
final class ChoicePane extends VBox {
    ChoicePane(ExportViewModel model) {
        getStyleClass().add("choice");
        var notice = new Label();
        notice.setId("notice");
        notice.setWrapText(true);
        notice.getStyleClass().addAll("banner", "notice");
        model.phase().subscribe(phase -> {
            notice.setText(phase instanceof ExportPhase.Choosing choosing ? choosing.notice() : "");
            show(notice, !notice.getText().isEmpty());
        });
        var entries = new VBox(heading("export.heading.scope"), new ScopeForm(model));
        var format = new VBox(heading("export.heading.kind"), new KindForm(model.choices()));
        HBox.setHgrow(entries, Priority.ALWAYS);
        var what = new HBox(entries, format);
        what.getStyleClass().add("what");
        var csv = new CsvForm(model.choices());
        Label begins = heading("export.heading.preview");
        model.choices().kind().subscribe(now -> {
            show(csv, now == FileKind.CSV);
            begins.setText(Texts.text(now == FileKind.SLICE ? "export.heading.slice" : "export.heading.preview"));
        });
        getChildren().addAll(notice, what, csv, begins, new PreviewPane(model));
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
