package clasp.journal.ui.export;

import clasp.journal.export.TimeFormat;
import clasp.journal.export.ValueFormat;
import clasp.journal.ui.fx.Texts;
import java.util.List;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// How a CSV file is to look. Confined to the FX thread.
final class CsvForm extends HBox {
    CsvForm(ExportChoices choices) {
        getStyleClass().add("csv-form");
        var grid = new GridPane();
        grid.getStyleClass().add("grid");
        row(grid, 0, new EnumBox<>("separator", choices.separator(), List.of(Separator.values())));
        row(grid, 1, new EnumBox<>("time", choices.time(), List.of(TimeFormat.values())));
        row(grid, 2, new EnumBox<>("value", choices.value(), List.of(ValueFormat.values())));
        var meaning = explanation();
        choices.value()
                .subscribe(value -> meaning.setText(
                        Texts.text("export.value." + value.name().toLowerCase(java.util.Locale.ROOT) + ".meaning")));
        var guard = new CheckBox(Texts.text("export.guard"));
        guard.setId("guard");
        guard.selectedProperty().bindBidirectional(choices.formulaGuard());
        Label guardMeaning = explanation();
        guardMeaning.setText(Texts.text("export.guard.meaning"));
        guard.setAccessibleHelp(guardMeaning.getText());
        var right = new VBox(grid, meaning, guard, guardMeaning);
        right.getStyleClass().add("options");
        HBox.setHgrow(right, Priority.ALWAYS);
        getChildren().addAll(new ColumnForm(choices.columns()), right);
    }

    private static void row(GridPane grid, int row, EnumBox<?> box) {
        var name = new Label(Texts.text("export." + box.getId()));
        name.setLabelFor(box);
        name.setMinWidth(Region.USE_PREF_SIZE);
        name.getStyleClass().add("muted");
        GridPane.setHgrow(box, Priority.ALWAYS);
        grid.addRow(row, name, box);
    }

    private static Label explanation() {
        var label = new Label();
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().addAll("muted", "explanation");
        return label;
    }
}
