package clasp.journal.ui.recovery;

import atlantafx.base.theme.Styles;
import clasp.journal.store.OriginalFile;
import clasp.journal.ui.fx.NumberText;
import clasp.journal.ui.fx.SystemClipboard;
import clasp.journal.ui.fx.Texts;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The hash of each original file before and now. Confined to the FX thread.
final class EvidencePane extends BorderPane {
    private final EvidenceViewModel model;
    private final Label verdict = new Label();
    private final Label hint = new Label();
    private final VBox files = new VBox();

    EvidencePane(EvidenceViewModel model) {
        this.model = model;
        getStyleClass().add("evidence-pane");
        verdict.setId("evidenceVerdict");
        verdict.setWrapText(true);
        verdict.setMinHeight(USE_PREF_SIZE);
        hint.setWrapText(true);
        hint.setMinHeight(USE_PREF_SIZE);
        hint.getStyleClass().add("hint");
        files.getStyleClass().add("files");
        var again = new Button(Texts.text("recoveryView.evidence.again"), new FontIcon(Feather.REFRESH_CW));
        again.setId("hashAgain");
        again.getStyleClass().add(Styles.SMALL);
        again.setOnAction(event -> model.lookAgain());
        var copy = new Button(Texts.text("recoveryView.evidence.copy"), new FontIcon(Feather.COPY));
        copy.setId("copyEvidence");
        copy.getStyleClass().add(Styles.SMALL);
        copy.setOnAction(event -> copy());
        var outdated = new Label(Texts.text("recoveryView.evidence.outdated"));
        outdated.setId("evidenceOutdated");
        outdated.getStyleClass().add("summary");
        outdated.visibleProperty().bind(model.outdated());
        outdated.managedProperty().bind(outdated.visibleProperty());
        var bar = new HBox(again, copy, outdated);
        bar.getStyleClass().add("bar");
        var scroll = new ScrollPane(new VBox(verdict, hint, files));
        scroll.setFitToWidth(true);
        setTop(bar);
        setCenter(new OutcomePane<>(
                model.question(), model.browsing(), "recoveryView.evidence.noFile", scroll, this::show));
    }

    private void copy() {
        model.text().ifPresent(text -> {
            SystemClipboard.put(text);
        });
    }

    private void show(Evidence evidence) {
        verdict.setText(model.verdict(evidence));
        verdict.getStyleClass().setAll("label", "verdict", evidence.verdict().good() ? "good" : "bad");
        hint.setText(Texts.text(evidence.copied() ? "recoveryView.evidence.copied" : "recoveryView.evidence.inPlace"));
        files.getChildren()
                .setAll(evidence.files().stream()
                        .map(each -> file(each, evidence.own().isEmpty()))
                        .toList());
    }

    /// @param alone whether only other programs can have changed it
    private static GridPane file(Evidence.Comparison comparison, boolean alone) {
        var grid = new GridPane();
        grid.getStyleClass().add("file");
        var name = new Label(String.valueOf(comparison.before().file().getFileName()));
        name.getStyleClass().add("part-title");
        var state = new Label(Texts.text("recoveryView.evidence." + state(comparison, alone)));
        state.getStyleClass().add(comparison.same() ? alone ? "good" : "summary" : "bad");
        grid.addRow(0, name, state);
        line(grid, 1, "recoveryView.evidence.before", comparison.before());
        line(grid, 2, "recoveryView.evidence.now", comparison.now());
        return grid;
    }

    private static String state(Evidence.Comparison comparison, boolean alone) {
        if (!comparison.same()) {
            return "different";
        }
        if (!comparison.now().present()) {
            return "stillAbsent";
        }
        return alone ? "same" : "sameAsBefore";
    }

    private static void line(GridPane grid, int row, String key, OriginalFile file) {
        String text = file.present()
                ? Texts.text("recoveryView.evidence.hash", file.sha256(), NumberText.grouped(file.sizeBytes()))
                : Texts.text("recoveryView.evidence.absent");
        // A field, so that it can be selected and copied.
        var hash = new TextField(text);
        hash.setEditable(false);
        hash.getStyleClass().addAll("mono", "hash");
        hash.setAccessibleText(Texts.text(key) + " " + text);
        GridPane.setHgrow(hash, Priority.ALWAYS);
        var label = new Label(Texts.text(key));
        label.setMinWidth(USE_PREF_SIZE);
        grid.addRow(row, label, hash);
    }
}
