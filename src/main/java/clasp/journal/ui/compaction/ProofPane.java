package clasp.journal.ui.compaction;

import clasp.journal.recovery.CompactionProof;
import clasp.journal.recovery.ParamChange;
import clasp.journal.recovery.ProofWords;
import clasp.journal.ui.fx.Texts;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Says for each of the two recoveries whether it comes to the state before, and lists the params that it
/// does not. Confined to the FX thread.
final class ProofPane extends VBox {
    private static final double ROW_HEIGHT = 22;
    private static final int ROWS = 8;

    private ProofPane() {
        getStyleClass().add("proof");
    }

    /// Follows what the model works out.
    static ProofPane of(ProofModel model) {
        var pane = new ProofPane();
        pane.setId("proof");
        var progress = new ProofProgress(model);
        model.proof().subscribe(proof -> pane.show(proof, progress, model::again));
        return pane;
    }

    /// What was seen afterwards.
    static ProofPane seen(CompactionProof proof, boolean confirmed) {
        var pane = new ProofPane();
        pane.setId("seen");
        var verdict = line(
                Texts.text(confirmed ? "compaction.proof.verified" : "compaction.proof.unverified"),
                confirmed ? Feather.CHECK_CIRCLE : Feather.ALERT_OCTAGON,
                confirmed ? "right" : "wrong");
        verdict.setId("verified");
        pane.getChildren().add(verdict);
        pane.add(proof);
        return pane;
    }

    /// The user did not want to wait for it.
    static ProofPane unseen() {
        var pane = new ProofPane();
        pane.setId("seen");
        var verdict = line(Texts.text("compaction.proof.unseen"), Feather.HELP_CIRCLE, "differs");
        verdict.setId("verified");
        pane.getChildren().add(verdict);
        return pane;
    }

    private void show(Proof proof, ProofProgress progress, Runnable again) {
        getChildren().clear();
        switch (proof) {
            case Proof.None _ -> {}
            case Proof.Computing _ -> getChildren().add(progress);
            case Proof.Failed(String sentence) -> {
                getChildren()
                        .add(line(Texts.text("compaction.proof.failed", sentence), Feather.ALERT_OCTAGON, "wrong"));
                RetryButton.add("proofAgain", this, this, again);
            }
            case Proof.Ready(CompactionProof ready, boolean outdated) -> {
                if (outdated) {
                    Label label = line(Texts.text("compaction.proof.outdated"), Feather.REFRESH_CW, "outdated");
                    label.setId("proof-outdated");
                    getChildren().add(label);
                }
                add(ready);
                getChildren().add(muted("compaction.proof.later"));
            }
        }
        setVisible(!getChildren().isEmpty());
        setManaged(isVisible());
    }

    private void add(CompactionProof proof) {
        add("documented", ProofWords.documented(proof), proof.documented());
        add("router", ProofWords.router(proof), proof.router());
    }

    private void add(String id, String sentence, CompactionProof.Side side) {
        Label label = line(
                sentence,
                side.right() ? Feather.CHECK_CIRCLE : Feather.ALERT_TRIANGLE,
                side.right() ? "right" : "differs");
        label.setId("proof-" + id);
        getChildren().add(label);
        if (!side.right()) {
            getChildren().add(list(side.differing()));
        }
    }

    /// All of them: a list makes cells only for what can be seen.
    private static ListView<ParamChange> list(List<ParamChange> differing) {
        var list = new ListView<ParamChange>();
        list.getItems().setAll(differing);
        list.setCellFactory(view -> new ListCell<>() {
            @Override
            protected void updateItem(@Nullable ParamChange change, boolean empty) {
                super.updateItem(change, empty);
                setText(empty || change == null ? null : ProofWords.line(change));
            }
        });
        list.setAccessibleText(Texts.text("compaction.proof.list"));
        list.getStyleClass().add("mono");
        list.setFixedCellSize(ROW_HEIGHT);
        PageWheel.over(list);
        double height = ROW_HEIGHT * Math.min(ROWS, differing.size()) + 2;
        list.setMinHeight(height);
        list.setPrefHeight(height);
        return list;
    }

    private static Label muted(String key) {
        var label = new Label(Texts.text(key));
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add("muted");
        return label;
    }

    private static Label line(String sentence, Feather icon, String style) {
        var label = new Label(sentence, new FontIcon(icon));
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().addAll("proof-line", style);
        return label;
    }
}
