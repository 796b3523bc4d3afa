package clasp.journal.ui.recovery;

import atlantafx.base.theme.Styles;
import clasp.journal.recovery.RecoveredParam;
import clasp.journal.recovery.StateComparison;
import clasp.journal.recovery.StateDifference;
import clasp.journal.ui.fx.FileDialogs;
import clasp.journal.ui.fx.NumberText;
import clasp.journal.ui.fx.Texts;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Two states side by side, differences only, each explained. Confined to the FX thread.
final class ComparePane extends BorderPane {
    private static final List<FileDialogs.Kind> KINDS =
            List.of(new FileDialogs.Kind(Texts.text("recoveryView.compare.csv"), List.of("*.csv")));

    /// From this width on there is room for the words beside the controls.
    private static final double ROOMY = 640;

    private static final double ROOM_FOR_REASONS = 800;
    private static final double LEAST_TABLE = 74;
    private static final double LEAST_EXPLANATION = 42;

    private final BooleanProperty roomy = new SimpleBooleanProperty(true);
    private final CompareViewModel model;
    private final FileDialogs dialogs;
    private final DenseTable<StateDifference> table = new DenseTable<>("differenceTable", "recoveryView.compare.table");
    private final Map<StateDifference.Kind, ToggleButton> toggles = new EnumMap<>(StateDifference.Kind.class);
    private final Label explanation = new Label();
    private @Nullable StateComparison shown;

    ComparePane(CompareViewModel model, FileDialogs dialogs) {
        this.model = model;
        this.dialogs = dialogs;
        getStyleClass().add("compare-pane");
        roomy.bind(Bindings.createBooleanBinding(() -> getWidth() >= ROOMY, widthProperty()));
        table.column(
                        "recoveryView.column.kind",
                        80,
                        difference -> Texts.text(
                                "recoveryView.kind." + difference.kind().key()),
                        "kind")
                .column(
                        "recoveryView.column.address",
                        170,
                        difference -> DenseTable.line(difference.address()),
                        "mono",
                        "address")
                .column("recoveryView.column.left", 140, difference -> side(difference.left()), "mono")
                .column("recoveryView.column.right", 140, difference -> side(difference.right()), "mono")
                .sentences("recoveryView.column.why", 200, difference -> DenseTable.line(difference.explanation()));
        table.grow(1, 4, 4);
        // Half a sentence explains nothing: where there is no room, the selected row is explained below.
        table.last()
                .visibleProperty()
                .bind(Bindings.createBooleanBinding(() -> getWidth() >= ROOM_FOR_REASONS, widthProperty()));
        table.setMinHeight(LEAST_TABLE);
        table.placeholder("recoveryView.compare.alike");
        table.onSelect(difference -> model.cursor().focus().select(difference.address()));
        table.getSelectionModel().selectedItemProperty().subscribe(this::explain);
        table.onOpen(this::goToEntry);
        table.setContextMenu(new ContextMenu(
                item("recoveryView.compare.goToEntry", Feather.CORNER_DOWN_RIGHT, this::goToEntry),
                table.onWhy(difference -> model.cursor().focus().ask(difference.address())),
                item("recoveryView.compare.copyAddress", Feather.COPY, difference -> copy(difference.address())),
                item("recoveryView.compare.copyReason", Feather.COPY, difference -> copy(difference.explanation()))));
        explanation.setId("differenceExplanation");
        explanation.setWrapText(true);
        // In a low window it gives way to the table; then it ends in an ellipsis, and pointing at it shows all.
        explanation.setMinHeight(LEAST_EXPLANATION);
        var whole = new Tooltip();
        whole.setWrapText(true);
        whole.setMaxWidth(560);
        whole.textProperty().bind(explanation.textProperty());
        explanation.setTooltip(whole);
        explanation.getStyleClass().add("advice");
        explain(null);
        setTop(new VBox(choices(), kinds()));
        var body = new VBox(table, explanation);
        VBox.setVgrow(table, Priority.ALWAYS);
        setCenter(new OutcomePane<>(model.question(), "recoveryView.compare.choose", body, this::show));
        model.kinds().subscribe(now -> list());
    }

    private MenuItem item(String key, Feather icon, Consumer<StateDifference> action) {
        var item = new MenuItem(Texts.text(key), new FontIcon(icon));
        item.setOnAction(event -> {
            StateDifference selected = table.getSelectionModel().getSelectedItem();
            if (selected != null) {
                action.accept(selected);
            }
        });
        return item;
    }

    /// To the entry that set the param, in the first state or else in the second; if a snapshot did, only the param
    /// comes into focus.
    private void goToEntry(StateDifference difference) {
        model.cursor().focus().select(difference.address());
        Stream.of(difference.first(), difference.second())
                .flatMap(Optional::stream)
                .flatMapToLong(param -> param.setBy().stream())
                .findFirst()
                .ifPresent(model.cursor()::moveTo);
    }

    private static void copy(String text) {
        var content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    private static String side(@Nullable RecoveredParam param) {
        return param == null
                ? Texts.text("recoveryView.nothing")
                : DenseTable.line(param.param().valueJson()) + "  r"
                        + Long.toUnsignedString(param.param().revision());
    }

    private HBox near() {
        var tolerance = new TextField();
        tolerance.setId("compareTolerance");
        tolerance.setPrefColumnCount(5);
        tolerance.getStyleClass().add("mono");
        tolerance.setAccessibleText(Texts.text("recoveryView.compare.tolerance.tip"));
        tolerance.setTooltip(new Tooltip(Texts.text("recoveryView.compare.tolerance.tip")));
        tolerance.textProperty().bindBidirectional(model.tolerance());
        var label = new Label(Texts.text("recoveryView.compare.tolerance"));
        label.setLabelFor(tolerance);
        label.setMinWidth(Region.USE_PREF_SIZE);
        label.visibleProperty().bind(roomy);
        label.managedProperty().bind(roomy);
        var near = new HBox(label, tolerance);
        near.getStyleClass().add("near");
        return near;
    }

    private FlowPane choices() {
        var arrow = new Label("↔");
        arrow.setAccessibleText(Texts.text("recoveryView.compare.with"));
        var problem = new Label();
        problem.setId("compareProblem");
        problem.getStyleClass().add("problem");
        problem.textProperty().bind(model.problem());
        var other = new OtherJournalBar("compareOther", model.cursor(), model.other(), dialogs);
        other.visibleProperty()
                .bind(model.left()
                        .choice
                        .map(choice -> choice instanceof StateChoice.Elsewhere)
                        .flatMap(yes ->
                                model.right().choice.map(choice -> yes || choice instanceof StateChoice.Elsewhere)));
        other.managedProperty().bind(other.visibleProperty());
        var bar = new FlowPane(
                new StateChooser("compareLeft", model, model.left()),
                arrow,
                new StateChooser("compareRight", model, model.right()),
                other,
                problem);
        bar.getStyleClass().add("choices");
        return bar;
    }

    private HBox kinds() {
        var bar = new HBox();
        bar.getStyleClass().add("bar");
        for (StateDifference.Kind kind : StateDifference.Kind.values()) {
            var toggle = new ToggleButton();
            toggle.setId("difference-" + kind.key());
            toggle.getStyleClass().addAll(Styles.SMALL, "kind-toggle");
            toggle.setTooltip(new Tooltip(Texts.text("recoveryView.kind." + kind.key() + ".tip")));
            toggle.setMinWidth(Region.USE_PREF_SIZE);
            toggle.setSelected(true);
            toggle.setOnAction(event -> choose());
            toggles.put(kind, toggle);
            bar.getChildren().add(toggle);
        }
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var exported = new Label();
        exported.setId("compareExported");
        exported.getStyleClass().add("summary");
        exported.textProperty().bind(model.exported());
        var export = new Button(Texts.text("recoveryView.compare.export"), new FontIcon(Feather.DOWNLOAD));
        export.setId("exportComparison");
        export.getStyleClass().add(Styles.SMALL);
        export.setMinWidth(Region.USE_PREF_SIZE);
        export.setOnAction(event -> export());
        export.setTooltip(new Tooltip(Texts.text("recoveryView.compare.export")));
        export.contentDisplayProperty()
                .bind(roomy.map(room -> room ? ContentDisplay.LEFT : ContentDisplay.GRAPHIC_ONLY));
        bar.getChildren().addAll(near(), gap, exported, export);
        return bar;
    }

    private void export() {
        Path name = Path.of(model.cursor().browsing().info().get().name() + "-comparison.csv");
        Path suggestion = model.cursor()
                .browsing()
                .info()
                .get()
                .path()
                .map(journal -> journal.resolveSibling(name))
                .orElse(name);
        dialogs.chooseSave(Texts.text("recoveryView.compare.export.title"), suggestion, KINDS)
                .ifPresent(model::export);
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

    private void show(StateComparison comparison) {
        shown = comparison;
        comparison.counts().forEach((kind, count) -> {
            ToggleButton toggle = toggles.get(kind);
            if (toggle != null) {
                toggle.setText(NumberText.grouped(count) + " " + Texts.text("recoveryView.kind." + kind.key()));
            }
        });
        list();
    }

    private void list() {
        if (shown != null) {
            table.placeholder(
                    shown.differences().isEmpty() ? "recoveryView.compare.alike" : "recoveryView.compare.noneOfKind");
            table.show(model.listed(shown), StateDifference::address);
            if (!table.getItems().isEmpty() && table.getSelectionModel().isEmpty()) {
                table.getSelectionModel().select(0);
            }
        }
    }

    private void explain(@Nullable StateDifference difference) {
        explanation.setText(difference == null ? "" : difference.explanation());
        explanation.setVisible(difference != null);
        explanation.setManaged(difference != null);
    }
}
