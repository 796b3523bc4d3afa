package clasp.journal.ui.recovery;

import clasp.journal.recovery.RecoveredParam;
import clasp.journal.recovery.StateComparison;
import clasp.journal.recovery.StateDifference;
import clasp.journal.ui.fx.FileDialogs;
import clasp.journal.ui.fx.FittedPage;
import clasp.journal.ui.fx.ScrollKeys;
import clasp.journal.ui.fx.SelectionMenu;
import clasp.journal.ui.fx.SystemClipboard;
import clasp.journal.ui.fx.Texts;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Two states side by side, differences only, each explained. Confined to the FX thread.
final class ComparePane extends BorderPane implements ParamPage {
    /// From this width on there is room for reasons in the table.
    private static final double ROOM_FOR_REASONS = 800;
    /// The header and a row, and the beginning of the next.
    private static final double LEAST_TABLE = 60;

    private final CompareViewModel model;
    private final DenseTable<StateDifference> table = new DenseTable<>("differenceTable", "recoveryView.compare.table");
    private final Label notes = new Label();
    private final Label explanation = new Label();
    private final VBox content = new VBox();
    private final FittedPage page = new FittedPage(content);
    private @Nullable StateComparison shown;
    /// It has come to the screen without a selected row, and nobody has asked for a param since.
    private boolean fresh;

    ComparePane(CompareViewModel model, FileDialogs dialogs) {
        this.model = model;
        getStyleClass().add("compare-pane");
        table.column(
                        "recoveryView.column.kind",
                        80,
                        difference -> Texts.text(
                                "recoveryView.kind." + difference.kind().key()),
                        "kind")
                .column(
                        "recoveryView.column.address",
                        170,
                        difference -> DenseTable.address(difference.address()),
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
        // What is above and below has what it needs first, and where that is too much the page is scrolled.
        table.setMinHeight(LEAST_TABLE);
        table.setPrefHeight(LEAST_TABLE);
        table.placeholder("recoveryView.compare.alike");
        table.getSelectionModel().selectedItemProperty().subscribe(this::explain);
        table.onSelect(difference -> {
            model.cursor().focus().select(difference.address());
            page.reveal(explanation);
        });
        table.onOpen(this::goToEntry);
        table.setContextMenu(new SelectionMenu(
                table.getSelectionModel().selectedItemProperty(),
                item("recoveryView.compare.goToEntry", Feather.CORNER_DOWN_RIGHT, this::goToEntry),
                table.onWhy(difference -> model.cursor().focus().ask(difference.address())),
                item("recoveryView.compare.copyAddress", Feather.COPY, difference -> copy(difference.address())),
                item("recoveryView.compare.copyReason", Feather.COPY, difference -> copy(difference.explanation()))));
        explanation.setId("differenceExplanation");
        explanation.setWrapText(true);
        explanation.setMinHeight(USE_PREF_SIZE);
        explanation.visibleProperty().bind(explanation.textProperty().isNotEmpty());
        explanation.managedProperty().bind(explanation.visibleProperty());
        explanation.getStyleClass().add("advice");
        explain(null);
        notes.setId("compareNotes");
        notes.setWrapText(true);
        notes.setMinHeight(USE_PREF_SIZE);
        notes.getStyleClass().addAll("verdict", "bad", "notes");
        notes.visibleProperty().bind(notes.textProperty().isNotEmpty());
        notes.managedProperty().bind(notes.visibleProperty());
        var body = new VBox(notes, table, explanation);
        VBox.setVgrow(table, Priority.ALWAYS);
        var outcome = new OutcomePane<>(
                model.question(), model.cursor().browsing(), "recoveryView.compare.choose", body, this::show);
        VBox.setVgrow(outcome, Priority.ALWAYS);
        content.getChildren()
                .setAll(
                        new CompareChoices(model, dialogs),
                        OtherJournalBar.message(model.other()),
                        new DifferenceBar(model, dialogs),
                        DifferenceBar.exported(model),
                        outcome);
        setCenter(page);
        ScrollKeys.route(this, ".fitted-page");
        model.kinds().subscribe(now -> list());
        model.cursor().focus().chosen().subscribe((before, now) -> fresh = false);
    }

    @Override
    public void shown() {
        fresh = !table.withSelected(difference -> model.cursor().focus().show(difference.address()));
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
        SystemClipboard.put(text);
    }

    private static String side(@Nullable RecoveredParam param) {
        return param == null
                ? Texts.text("recoveryView.nothing")
                : DenseTable.line(param.param().valueJson()) + "  r"
                        + Long.toUnsignedString(param.param().revision());
    }

    private void show(StateComparison comparison) {
        shown = comparison;
        notes.setText(String.join("\n", comparison.notes()));
        list();
    }

    private void list() {
        if (shown != null) {
            String alike = shown.partial() ? "recoveryView.compare.alikePartial" : "recoveryView.compare.alike";
            table.placeholder(shown.differences().isEmpty() ? alike : "recoveryView.compare.noneOfKind");
            table.show(model.listed(shown), StateDifference::address);
            if (!table.getItems().isEmpty() && table.getSelectionModel().isEmpty()) {
                table.getSelectionModel().select(0);
                if (fresh) {
                    shown();
                }
            }
        }
    }

    private void explain(@Nullable StateDifference difference) {
        explanation.setText(difference == null ? "" : difference.explanation());
    }
}
