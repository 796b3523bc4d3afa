package clasp.journal.ui.export;

import clasp.journal.ui.fx.FileDialogs;
import clasp.journal.ui.fx.Texts;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// Where the file goes. Confined to the FX thread.
final class TargetForm extends HBox {
    private final TextField path = new TextField();

    /// @param chosen run when a file was chosen in the system's dialog
    TargetForm(ExportViewModel model, FileDialogs dialogs, Runnable chosen) {
        getStyleClass().add("target");
        path.setId("target");
        path.setAccessibleText(Texts.text("export.target.accessible"));
        path.textProperty().bindBidirectional(model.target().path());
        HBox.setHgrow(path, Priority.ALWAYS);
        var browse = new Button(Texts.text("export.browse"));
        browse.setId("browse");
        browse.setMinWidth(Region.USE_PREF_SIZE);
        browse.disableProperty()
                .bind(model.target().path().map(typed -> model.target().file().isEmpty()));
        browse.setOnAction(event -> model.target()
                .file()
                .flatMap(file -> dialogs.chooseSave(
                        Texts.text("export.target.choose"),
                        file,
                        List.of(kind(model.choices().kind().get()))))
                .ifPresent(file -> {
                    model.target().chosen(file);
                    chosen.run();
                }));
        var name = new Label(Texts.text("export.target"));
        name.setLabelFor(path);
        name.setMinWidth(Region.USE_PREF_SIZE);
        name.getStyleClass().add("heading");
        getChildren().addAll(name, path, browse);
    }

    /// Puts the keyboard into the file's name, all of it selected: what is typed replaces it.
    void focus() {
        path.requestFocus();
        path.selectAll();
    }

    private static FileDialogs.Kind kind(FileKind kind) {
        return new FileDialogs.Kind(ExportWords.kind(kind), List.of("*" + kind.extension(), "*.*"));
    }
}
