package clasp.journal.ui.compaction;

import clasp.journal.ui.fx.NumberText;
import clasp.journal.ui.fx.Texts;
import java.util.Locale;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;

/// Where to cut: the safe point, a seq, a time, or so many entries from the end. Confined to the FX thread.
final class CutForm extends GridPane {
    private final CutChoice choice;
    private final ToggleGroup group = new ToggleGroup();

    CutForm(CutPreviewModel cut) {
        choice = cut.choice();
        getStyleClass().add("cut-form");
        RadioButton safe = radio(0, CutKind.SAFE_POINT);
        var safePoint = new Label();
        safePoint.setId("safePoint");
        safePoint.getStyleClass().add("muted");
        safePoint.setWrapText(true);
        safePoint.setMinHeight(Region.USE_PREF_SIZE);
        add(safePoint, 1, 0);
        cut.preview().subscribe(preview -> {
            if (preview instanceof CutPreview.Ready ready) {
                safe.setDisable(ready.safePoint().isEmpty());
                safePoint.setText(
                        ready.safePoint().isPresent()
                                ? Texts.text(
                                        "compaction.safePoint",
                                        NumberText.seq(ready.safePoint().getAsLong()))
                                : Texts.text("compaction.safePoint.none"));
            }
        });
        row(1, CutKind.SEQ, choice.seq(), "compaction.cut.seq.prompt");
        row(2, CutKind.TIME, choice.time(), "compaction.cut.time.prompt");
        row(3, CutKind.KEEP_LAST, choice.keep(), "compaction.cut.keep_last.prompt");
    }

    /// Puts the keyboard where the choice begins.
    void focus() {
        if (group.getSelectedToggle() instanceof RadioButton radio) {
            radio.requestFocus();
        }
    }

    private void row(int row, CutKind kind, StringProperty typed, String prompt) {
        RadioButton radio = radio(row, kind);
        var field = new TextField();
        field.setId("cut-" + key(kind) + "-text");
        field.getStyleClass().add("mono");
        field.setPromptText(Texts.text(prompt));
        field.setAccessibleText(radio.getText());
        field.textProperty().bindBidirectional(typed);
        // Who types into a field or clicks it means that one; who passes it on the way to the buttons does not.
        field.textProperty().subscribe((before, now) -> choice.kind().set(kind));
        field.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> choice.kind().set(kind));
        add(field, 1, row);
    }

    private RadioButton radio(int row, CutKind kind) {
        var radio = new RadioButton(Texts.text("compaction.cut." + key(kind)));
        radio.setId("cut-" + key(kind));
        radio.setToggleGroup(group);
        radio.setMinWidth(Region.USE_PREF_SIZE);
        // Arrow keys choose without an action.
        radio.selectedProperty().subscribe(chosen -> {
            if (chosen) {
                choice.kind().set(kind);
            }
        });
        choice.kind().subscribe(now -> {
            if (now == kind) {
                radio.setSelected(true);
            }
        });
        add(radio, 0, row);
        return radio;
    }

    private static String key(CutKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
