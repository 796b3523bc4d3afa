package clasp.journal.ui.compaction;

import clasp.journal.ui.fx.FileDialogs;
import clasp.journal.ui.fx.Texts;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// Everything there is to choose, and what it would do, in numbers. Confined to the FX thread.
final class ChoicePane extends VBox {
    private final CutForm cut;

    ChoicePane(CompactionViewModel model, FileDialogs dialogs) {
        getStyleClass().add("choice");
        var notice = new Label();
        notice.setId("notice");
        notice.setWrapText(true);
        notice.getStyleClass().addAll("banner", "notice");
        model.phase().subscribe(phase -> {
            String text = phase instanceof CompactionPhase.Choosing choosing ? choosing.notice() : "";
            notice.setText(text);
            notice.setVisible(!text.isEmpty());
            notice.setManaged(!text.isEmpty());
        });
        cut = new CutForm(model.cut());
        ProofPane proof = ProofPane.of(model.proof());
        Label proofHeading = heading("compaction.heading.proof");
        proofHeading.visibleProperty().bind(proof.visibleProperty());
        proofHeading.managedProperty().bind(proof.visibleProperty());
        getChildren()
                .addAll(
                        notice,
                        heading("compaction.heading.cut"),
                        cut,
                        new PreviewPane(model),
                        new RiskBox(model),
                        heading("compaction.heading.options"),
                        new OptionsForm(model.options(), model.inFile(), dialogs),
                        proofHeading,
                        proof);
    }

    void focus() {
        cut.focus();
    }

    private static Label heading(String key) {
        var label = new Label(Texts.text(key));
        label.getStyleClass().add("heading");
        return label;
    }
}
