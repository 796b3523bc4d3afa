package clasp.journal.ui.compaction;

import clasp.journal.ui.fx.NumberText;
import clasp.journal.ui.fx.Texts;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;

/// What a backup holds, as numbers. Confined to the FX thread.
final class BackupFacts extends GridPane {
    BackupFacts(BackupContent content, CompactionWords words) {
        setId("backupFacts");
        getStyleClass().add("facts");
        fact(0, "compaction.backup.entries", NumberText.grouped(content.entries()));
        fact(
                1,
                "compaction.backup.seqs",
                content.state().isEmpty()
                        ? Texts.text("compaction.preview.noTime")
                        : Texts.text(
                                "compaction.preview.time",
                                NumberText.seq(content.state().firstSeq()),
                                NumberText.seq(content.state().latestSeq())));
        fact(
                2,
                "compaction.backup.time",
                content.time().map(words::range).orElse(Texts.text("compaction.preview.noTime")));
        int snapshots = content.snapshots().size();
        fact(
                3,
                "compaction.backup.snapshots",
                snapshots == 0
                        ? Texts.text("compaction.preview.noTime")
                        : Texts.text(
                                "compaction.backup.latest",
                                snapshots,
                                NumberText.seq(content.snapshots().getLast().seqAt())));
    }

    private void fact(int row, String key, String text) {
        var name = new Label(Texts.text(key));
        name.getStyleClass().add("muted");
        name.setMinWidth(Region.USE_PREF_SIZE);
        var value = new Label(text);
        value.getStyleClass().add("value");
        value.setWrapText(true);
        addRow(row, name, value);
    }
}
