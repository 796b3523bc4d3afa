package clasp.journal.ui.recovery;

import atlantafx.base.theme.Styles;
import clasp.journal.recovery.StateComparison;
import clasp.journal.recovery.StateDifference;
import clasp.journal.store.JournalInfo;
import clasp.journal.ui.fx.FileDialogs;
import clasp.journal.ui.fx.NumberText;
import clasp.journal.ui.fx.Texts;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Counts the differences by kind and narrows the list to some of them; how near numbers must be; and the way into a
/// file. Confined to the FX thread.
final class DifferenceBar extends FlowPane {
    private static final List<FileDialogs.Kind> KINDS =
            List.of(new FileDialogs.Kind(Texts.text("recoveryView.compare.csv"), List.of("*.csv")));

    /// From this width on there is room for the words beside the controls.
    private static final double ROOMY = 640;

    private static final double GAP = 8;

    private final CompareViewModel model;
    private final FileDialogs dialogs;
    private final Map<StateDifference.Kind, ToggleButton> toggles = new EnumMap<>(StateDifference.Kind.class);
    private final BooleanBinding roomy = widthProperty().greaterThanOrEqualTo(ROOMY);

    DifferenceBar(CompareViewModel model, FileDialogs dialogs) {
        super(GAP, GAP);
        this.model = model;
        this.dialogs = dialogs;
        getStyleClass().add("bar");
        for (StateDifference.Kind kind : StateDifference.Kind.values()) {
            toggles.put(kind, toggle(kind));
        }
        getChildren().addAll(toggles.values());
        getChildren().addAll(near(), exportButton());
        model.question().outcome().subscribe(this::count);
    }

    /// Nothing is counted before it was compared.
    private void count(Outcome<StateComparison> outcome) {
        toggles.forEach((kind, toggle) -> {
            String name = Texts.text("recoveryView.kind." + kind.key());
            toggle.setText(
                    outcome instanceof Outcome.Ready<StateComparison>(StateComparison comparison)
                            ? Texts.text(
                                    "recoveryView.kind.counted",
                                    name,
                                    NumberText.grouped(comparison.counts().getOrDefault(kind, 0)))
                            : name);
        });
    }

    private ToggleButton toggle(StateDifference.Kind kind) {
        var toggle = new ToggleButton();
        toggle.setId("difference-" + kind.key());
        toggle.getStyleClass().addAll(Styles.SMALL, "kind-toggle");
        toggle.setTooltip(new Tooltip(Texts.text("recoveryView.kind." + kind.key() + ".tip")));
        toggle.setMinWidth(Region.USE_PREF_SIZE);
        toggle.setSelected(true);
        toggle.setOnAction(event -> choose());
        return toggle;
    }

    private HBox near() {
        var tolerance = new TextField();
        tolerance.setId("compareTolerance");
        tolerance.setPrefColumnCount(5);
        tolerance.setMinWidth(Region.USE_PREF_SIZE);
        tolerance.getStyleClass().add("mono");
        tolerance.setAccessibleText(Texts.text("recoveryView.compare.tolerance.tip"));
        tolerance.setTooltip(new Tooltip(Texts.text("recoveryView.compare.tolerance.tip")));
        tolerance.textProperty().bindBidirectional(model.tolerance());
        var label = new Label();
        label.textProperty()
                .bind(roomy.map(room ->
                        Texts.text(room ? "recoveryView.compare.tolerance" : "recoveryView.compare.tolerance.short")));
        label.setLabelFor(tolerance);
        label.setMinWidth(Region.USE_PREF_SIZE);
        var near = new HBox(label, tolerance);
        near.getStyleClass().add("near");
        return near;
    }

    /// What became of the export, on a line of its own while there is something to say.
    static Label exported(CompareViewModel model) {
        var exported = new Label();
        exported.setId("compareExported");
        exported.setWrapText(true);
        exported.setMinHeight(Region.USE_PREF_SIZE);
        exported.setMaxWidth(Double.MAX_VALUE);
        exported.getStyleClass().addAll("summary", "note");
        exported.textProperty().bind(model.exported());
        exported.visibleProperty().bind(exported.textProperty().isNotEmpty());
        exported.managedProperty().bind(exported.visibleProperty());
        return exported;
    }

    private void choose() {
        Set<StateDifference.Kind> chosen = EnumSet.noneOf(StateDifference.Kind.class);
        toggles.forEach((kind, toggle) -> {
            if (toggle.isSelected()) {
                chosen.add(kind);
            }
        });
        model.kinds().set(chosen);
    }

    private Button exportButton() {
        var export = new Button(Texts.text("recoveryView.compare.export"), new FontIcon(Feather.DOWNLOAD));
        export.setId("exportComparison");
        export.getStyleClass().add(Styles.SMALL);
        export.setMinWidth(Region.USE_PREF_SIZE);
        export.setOnAction(event -> export());
        export.setTooltip(new Tooltip(Texts.text("recoveryView.compare.export")));
        export.contentDisplayProperty()
                .bind(roomy.map(room -> room ? ContentDisplay.LEFT : ContentDisplay.GRAPHIC_ONLY));
        return export;
    }

    private void export() {
        JournalInfo journal = model.cursor().browsing().info().get();
        Path suggestion = journal.beside("-comparison.csv");
        dialogs.chooseSave(Texts.text("recoveryView.compare.export.title"), suggestion, KINDS)
                .ifPresent(model::export);
    }
}
