package clasp.journal.ui.compaction;

import clasp.journal.ui.fx.FileDialogs;
import clasp.journal.ui.fx.Texts;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Backup, snapshot and shrinking. Confined to the FX thread.
final class OptionsForm extends VBox {
    /// @param inFile whether the journal is a file, which can be shrunk
    OptionsForm(CompactionOptions options, boolean inFile, FileDialogs dialogs) {
        getStyleClass().add("options");
        var path = new TextField();
        path.setId("backupPath");
        path.setAccessibleText(Texts.text("compaction.backup.path"));
        path.textProperty().bindBidirectional(options.backupPath());
        path.disableProperty().bind(options.backup().not());
        HBox.setHgrow(path, Priority.ALWAYS);
        List<FileDialogs.Kind> kinds = List.of(new FileDialogs.Kind(
                Texts.text("compaction.backup.kind"),
                inFile ? List.of("*.db", "*.backup", "*.*") : List.of("*.jsonl", "*.*")));
        var browse = new Button(Texts.text("compaction.backup.browse"));
        browse.setMinWidth(Region.USE_PREF_SIZE);
        browse.disableProperty().bind(options.backup().not());
        browse.setOnAction(event -> options.backupFile()
                .flatMap(file -> dialogs.chooseSave(Texts.text("compaction.backup.choose"), file, kinds))
                .ifPresent(file -> options.backupPath().set(file.toString())));
        var backup = new HBox(8, box("backup", options.backup()), path, browse);
        backup.getStyleClass().add("backup");
        getChildren()
                .addAll(
                        backup,
                        box("snapshotFirst", options.snapshotFirst()),
                        box("forClaspRouter", options.forClaspRouter()));
        if (inFile) {
            getChildren().add(box("vacuum", options.vacuum()));
        }
    }

    private static CheckBox box(String key, BooleanProperty property) {
        var box = new CheckBox(Texts.text("compaction.option." + key));
        box.setId(key);
        box.setMinWidth(Region.USE_PREF_SIZE);
        box.setTooltip(new Tooltip(Texts.text("compaction.option." + key + ".tip")));
        box.selectedProperty().bindBidirectional(property);
        return box;
    }
}
