package clasp.journal.ui.recording;

import static clasp.journal.ui.fx.DialogParts.button;
import static clasp.journal.ui.fx.DialogParts.cancelButton;

import clasp.journal.model.SignalType;
import clasp.journal.ui.fx.DialogParts;
import clasp.journal.ui.fx.FileDialogs;
import clasp.journal.ui.fx.FirstFocus;
import clasp.journal.ui.fx.Notice;
import clasp.journal.ui.fx.Stylesheets;
import clasp.journal.ui.fx.Texts;
import clasp.journal.ui.fx.WhileInScene;
import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The dialog in which a recording is set up. Confined to the FX thread.
public final class RecordView extends VBox {
    private static final List<FileDialogs.Kind> KINDS =
            List.of(new FileDialogs.Kind(Texts.text("record.kind"), List.of("*.db")));

    private final ComboBox<String> url = new ComboBox<>();

    /// @param close called when the user is done with the dialog
    public RecordView(RecordViewModel model, FileDialogs dialogs, Runnable close) {
        getStyleClass().add("record-view");
        Stylesheets.add(this, "recording");
        var title = new Label(Texts.text("record.title"));
        title.getStyleClass().add("dialog-title");
        Button record = button("recordStart", Texts.text("record.start"), () -> model.record(close), "accent");
        record.setDefaultButton(true);
        var buttons = new HBox(8);
        DialogParts.fill(
                buttons, List.of(), List.of(cancelButton("recordCancel", Texts.text("record.cancel"), close), record));
        getChildren()
                .addAll(
                        title,
                        field("record.url", address(model)),
                        field("record.token", token(model)),
                        patterns(model),
                        types(model),
                        history(model),
                        target(model, dialogs),
                        problem(model),
                        buttons);
        WhileInScene.run(this, this::requestFocus, model::stop);
    }

    /// All of the address selected: what is typed replaces the one of the last time.
    @Override
    public void requestFocus() {
        FirstFocus.onWholeText(this, url);
    }

    private ComboBox<String> address(RecordViewModel model) {
        url.setId("recordUrl");
        url.setEditable(true);
        url.setMaxWidth(Double.MAX_VALUE);
        url.setItems(model.recorded());
        url.setAccessibleText(Texts.text("record.url"));
        url.getEditor().textProperty().bindBidirectional(model.url());
        return url;
    }

    private static PasswordField token(RecordViewModel model) {
        var token = new PasswordField();
        token.setId("recordToken");
        token.setPromptText(Texts.text("record.token.prompt"));
        token.textProperty().bindBidirectional(model.token());
        return token;
    }

    private static VBox patterns(RecordViewModel model) {
        var field = new TextField();
        field.setId("recordPatterns");
        field.textProperty().bindBidirectional(model.patterns());
        var hint = new Label();
        hint.setId("recordHint");
        hint.getStyleClass().add("hint");
        hint.textProperty().bind(model.hint());
        hint.visibleProperty().bind(hint.textProperty().isNotEmpty());
        hint.managedProperty().bind(hint.visibleProperty());
        field.accessibleHelpProperty().bind(hint.textProperty());
        var both = field("record.patterns", field);
        both.getChildren().add(hint);
        return both;
    }

    private static HBox types(RecordViewModel model) {
        var row = new HBox(14);
        row.getStyleClass().add("types");
        for (SignalType type : SignalType.values()) {
            var box = new CheckBox(type.text());
            box.setId("recordType-" + type.text());
            box.setMinWidth(Region.USE_PREF_SIZE);
            box.selectedProperty().bindBidirectional(model.wants(type));
            row.getChildren().add(box);
        }
        return row;
    }

    private static CheckBox history(RecordViewModel model) {
        var box = new CheckBox(Texts.text("record.history"));
        box.setId("recordHistory");
        box.selectedProperty().bindBidirectional(model.history());
        return box;
    }

    private static VBox target(RecordViewModel model, FileDialogs dialogs) {
        var group = new ToggleGroup();
        var memory = new RadioButton(Texts.text("record.memory"));
        memory.setId("recordToMemory");
        memory.setToggleGroup(group);
        memory.setMinWidth(Region.USE_PREF_SIZE);
        var file = new RadioButton(Texts.text("record.file"));
        file.setId("recordToFile");
        file.setToggleGroup(group);
        file.setMinWidth(Region.USE_PREF_SIZE);
        model.toFile().subscribe(now -> group.selectToggle(now ? file : memory));
        group.selectedToggleProperty().subscribe(now -> model.toFile().set(now == file));
        var capacity = new TextField();
        capacity.setId("recordCapacity");
        capacity.setPrefColumnCount(9);
        capacity.setAccessibleText(Texts.text("record.memory"));
        capacity.textProperty().bindBidirectional(model.capacity());
        capacity.disableProperty().bind(model.toFile());
        var name = new TextField();
        name.setId("recordFile");
        name.setPromptText(Texts.text("record.file.prompt"));
        name.setAccessibleText(Texts.text("record.file"));
        name.textProperty().bindBidirectional(model.file());
        name.disableProperty().bind(model.toFile().not());
        HBox.setHgrow(name, Priority.ALWAYS);
        Button browse = button("recordBrowse", Texts.text("record.browse"), () -> choose(model, dialogs));
        return new VBox(
                8, row(memory, capacity, new Label(Texts.text("record.memory.entries"))), row(file, name, browse));
    }

    private static void choose(RecordViewModel model, FileDialogs dialogs) {
        dialogs.chooseSave(Texts.text("record.title"), Path.of(Texts.text("record.file.suggestion")), KINDS)
                .ifPresent(chosen -> {
                    model.toFile().set(true);
                    model.file().set(chosen.toString());
                });
    }

    private static Label problem(RecordViewModel model) {
        var label = new Label();
        label.setId("recordProblem");
        label.getStyleClass().add("problem");
        model.problem().subscribe(now -> label.setText(now.map(Notice::sentence).orElse("")));
        return label;
    }

    private static HBox row(Node... parts) {
        var row = new HBox(8, parts);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static VBox field(String key, Control control) {
        var label = new Label(Texts.text(key));
        label.setLabelFor(control);
        return new VBox(4, label, control);
    }
}
