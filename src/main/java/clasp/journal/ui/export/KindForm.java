package clasp.journal.ui.export;

import java.util.Locale;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What the entries are written as. Confined to the FX thread.
final class KindForm extends VBox {
    private final ToggleGroup group = new ToggleGroup();

    KindForm(ExportChoices choices) {
        getStyleClass().add("kind-form");
        for (FileKind kind : FileKind.values()) {
            var radio = new RadioButton(ExportWords.kind(kind));
            radio.setId("kind-" + kind.name().toLowerCase(Locale.ROOT));
            radio.setToggleGroup(group);
            radio.setMinWidth(Region.USE_PREF_SIZE);
            // Arrow keys choose without an action.
            radio.selectedProperty().subscribe(chosen -> {
                if (chosen) {
                    choices.kind().set(kind);
                }
            });
            choices.kind().subscribe(now -> {
                if (now == kind) {
                    radio.setSelected(true);
                }
            });
            getChildren().add(radio);
        }
    }
}
