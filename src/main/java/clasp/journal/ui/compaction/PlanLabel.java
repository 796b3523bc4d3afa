package clasp.journal.ui.compaction;

import clasp.journal.recovery.ProofWords;
import clasp.journal.ui.fx.Texts;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// Says in words what a click on the button will do. Confined to the FX thread.
final class PlanLabel extends Label {
    private final CompactionViewModel model;

    PlanLabel(CompactionViewModel model) {
        this.model = model;
        setId("plan");
        setWrapText(true);
        setMinHeight(Region.USE_PREF_SIZE);
        setMaxWidth(Double.MAX_VALUE);
        getStyleClass().add("plan");
        CompactionOptions options = model.options();
        List.<ObservableValue<?>>of(
                        model.cut().preview(),
                        options.backup(),
                        options.backupPath(),
                        options.snapshotFirst(),
                        options.forClaspRouter(),
                        options.vacuum(),
                        model.proof().proof())
                .forEach(source -> source.addListener((property, before, now) -> describe()));
        describe();
    }

    void show(boolean visible) {
        setVisible(visible);
        setManaged(visible);
    }

    /// What must not be overlooked, although its list may be out of sight.
    private String difference() {
        return model.proof().proof().get() instanceof Proof.Ready ready
                        && !ready.proof().documented().right()
                ? " " + ProofWords.documented(ready.proof())
                : "";
    }

    private void describe() {
        if (!model.options().valid()) {
            setText(Texts.text("compaction.plan.noBackupPath"));
        } else {
            switch (model.cut().preview().get()) {
                case CutPreview.Ready ready ->
                    setText(CompactionWords.plan(ready.preview(), model.options(), model.inFile()) + difference());
                case CutPreview.Missing _, CutPreview.Failed _ -> setText("");
                case CutPreview.Computing _ -> {
                    // What is there stays for a moment, so that nothing jumps; the button waits anyway.
                    if (getText().equals(Texts.text("compaction.plan.noBackupPath"))) {
                        setText("");
                    }
                }
            }
        }
    }
}
