package clasp.journal.ui.compaction;

import clasp.journal.store.CompactionOutcome;
import clasp.journal.store.RestoreOutcome;
import clasp.journal.ui.fx.CopyPath;
import clasp.journal.ui.fx.Texts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// A page with one thing to say: how it ended, why it cannot be, or a question. Confined to the FX thread.
final class OutcomePane extends VBox {
    private OutcomePane(Feather icon, String style, String title, String sentence) {
        getStyleClass().addAll("outcome", style);
        var head = new Label(title, new FontIcon(icon));
        head.getStyleClass().add("title");
        head.setWrapText(true);
        var text = new Label(sentence);
        text.setId("outcome");
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        getChildren().addAll(head, text);
    }

    /// @param inFile whether the journal is a file, which has a size
    static OutcomePane compacted(CompactionOutcome outcome, boolean inFile, Runnable restore) {
        var pane = new OutcomePane(
                Feather.CHECK_CIRCLE,
                "success",
                Texts.text("compaction.done"),
                CompactionWords.outcome(outcome, inFile));
        String warning = outcome.warning();
        if (warning != null) {
            pane.getChildren().add(warning(warning));
        }
        outcome.backupFile()
                .ifPresentOrElse(
                        backup -> pane.getChildren().addAll(label("compaction.done.backup"), backup(backup, restore)),
                        () -> pane.getChildren().add(label("compaction.done.noBackup")));
        return pane;
    }

    /// @param open shows a file in a tab
    static OutcomePane restored(Path backup, RestoreOutcome outcome, Consumer<Path> open) {
        var pane = new OutcomePane(
                Feather.CHECK_CIRCLE,
                "success",
                Texts.text("compaction.restored"),
                Texts.text("compaction.restored.detail", backup.toString()));
        outcome.notes().forEach(note -> pane.getChildren().add(warning(note)));
        outcome.keptCopy()
                .ifPresent(kept -> pane.getChildren()
                        .addAll(label("compaction.restored.kept"), kept(kept, () -> open.accept(kept))));
        return pane;
    }

    static OutcomePane unavailable(String reason) {
        return new OutcomePane(Feather.LOCK, "warning", Texts.text("compaction.unavailable"), reason);
    }

    static OutcomePane failed(String sentence) {
        return new OutcomePane(Feather.ALERT_OCTAGON, "danger", Texts.text("compaction.failed"), sentence);
    }

    /// @param lacks what of the backup cannot be read, as sentences
    /// @param kept what the journal is kept as; empty where it is no file, and goes
    static OutcomePane question(Path backup, BackupFacts holds, List<String> lacks, Optional<Path> kept) {
        var pane = new OutcomePane(
                Feather.HELP_CIRCLE,
                "warning",
                Texts.text("compaction.restore.question"),
                Texts.text("compaction.restore.detail", backup.toString()));
        var label = new Label(kept.map(Path::getFileName)
                .map(copy -> Texts.text("compaction.restore.keeps", copy.toString()))
                .orElseGet(() -> Texts.text("compaction.restore.lost")));
        label.setId("journalKept");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        pane.getChildren().add(label);
        if (!lacks.isEmpty()) {
            var sentences = new ArrayList<>(lacks);
            sentences.addFirst(Texts.text("compaction.restore.lacks"));
            var warned = warning(String.join("\n\n", sentences));
            warned.setId("backupLacks");
            pane.getChildren().add(warned);
        }
        pane.getChildren().add(holds);
        return pane;
    }

    private static Label warning(String text) {
        var label = new Label(text, new FontIcon(Feather.ALERT_TRIANGLE));
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().addAll("banner", "warning");
        return label;
    }

    private static Label label(String key) {
        var label = new Label(Texts.text(key));
        label.setWrapText(true);
        label.getStyleClass().add("muted");
        return label;
    }

    /// To be selected and copied.
    private static TextField path(String id, Path file, String key) {
        var path = new TextField(file.toString());
        path.setId(id);
        path.setEditable(false);
        path.setAccessibleText(Texts.text(key));
        return path;
    }

    private static HBox kept(Path copy, Runnable open) {
        var button = new Button(Texts.text("compaction.restored.open"), new FontIcon(Feather.FOLDER));
        button.setId("openKept");
        button.setOnAction(event -> open.run());
        return line(path("keptCopy", copy, "compaction.restored.kept"), button, new CopyPath(copy));
    }

    private static HBox line(TextField path, Button... buttons) {
        HBox.setHgrow(path, Priority.ALWAYS);
        var line = new HBox(8, path);
        line.getStyleClass().add("backup-line");
        for (Button button : buttons) {
            button.setMinWidth(Region.USE_PREF_SIZE);
            line.getChildren().add(button);
        }
        return line;
    }

    private static HBox backup(Path backup, Runnable restore) {
        var button = new Button(Texts.text("compaction.restore"), new FontIcon(Feather.ROTATE_CCW));
        button.setId("restore");
        button.setOnAction(event -> restore.run());
        return line(path("backupDone", backup, "compaction.backup.path"), button);
    }
}
