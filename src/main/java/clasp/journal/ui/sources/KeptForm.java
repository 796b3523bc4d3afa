package clasp.journal.ui.sources;

import clasp.journal.ui.fx.DialogParts;
import clasp.journal.ui.fx.FileDialogs;
import clasp.journal.ui.fx.Texts;
import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Where the journal of a hosted session is kept. Confined to the FX thread.
final class KeptForm extends VBox {
    KeptForm(HostViewModel model, FileDialogs dialogs) {
        super(8);
        var group = new ToggleGroup();
        RadioButton memory = radio("hostInMemory", "host.kept.memory", group);
        RadioButton inFile = radio("hostInFile", "host.kept.file", group);
        model.inFile().subscribe(now -> (now ? inFile : memory).setSelected(true));
        inFile.selectedProperty().subscribe(now -> model.inFile().set(now));
        var capacity = new TextField();
        capacity.setId(HostField.CAPACITY.id());
        capacity.setPrefColumnCount(9);
        capacity.setAccessibleText(Texts.text("host.kept.memory"));
        capacity.textProperty().bindBidirectional(model.capacity());
        capacity.disableProperty().bind(model.inFile());
        var file = new TextField();
        file.setId(HostField.FILE.id());
        file.setAccessibleText(Texts.text("host.kept.file"));
        file.setPromptText(Texts.text("host.kept.file.prompt"));
        file.textProperty().bindBidirectional(model.file());
        file.disableProperty().bind(model.inFile().not());
        HBox.setHgrow(file, Priority.ALWAYS);
        Button fresh = DialogParts.button("hostBrowse", Texts.text("host.browse.new"), () -> chooseNew(model, dialogs));
        Button there = DialogParts.button(
                "hostBrowseExisting", Texts.text("host.browse.existing"), () -> chooseExisting(model, dialogs));
        for (Button button : List.of(fresh, there)) {
            button.setMinWidth(USE_PREF_SIZE);
        }
        getChildren()
                .addAll(
                        new Label(Texts.text("host.kept")),
                        row(memory, capacity, new Label(Texts.text("host.kept.entries"))),
                        row(inFile, file, fresh, there));
    }

    private static HBox row(javafx.scene.Node... parts) {
        var row = new HBox(8, parts);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static RadioButton radio(String id, String key, ToggleGroup group) {
        var radio = new RadioButton(Texts.text(key));
        radio.setId(id);
        radio.setMinWidth(USE_PREF_SIZE);
        radio.setToggleGroup(group);
        return radio;
    }

    private static List<FileDialogs.Kind> kinds() {
        return List.of(new FileDialogs.Kind(Texts.text("host.kept.file.kind"), List.of("*.db")));
    }

    private static void chooseNew(HostViewModel model, FileDialogs dialogs) {
        dialogs.chooseSave(Texts.text("host.kept.file.choose"), Path.of(Texts.text("record.file.suggestion")), kinds())
                .ifPresent(chosen -> choose(model, chosen));
    }

    /// A dialog for saving would ask whether to replace it, which is not what happens.
    private static void chooseExisting(HostViewModel model, FileDialogs dialogs) {
        dialogs.chooseOpen(Texts.text("host.kept.file.goOn"), null, kinds()).stream()
                .findFirst()
                .ifPresent(chosen -> choose(model, chosen));
    }

    /// Who chooses a file wants the journal in it.
    private static void choose(HostViewModel model, Path file) {
        model.file().set(file.toString());
        model.inFile().set(true);
    }
}
