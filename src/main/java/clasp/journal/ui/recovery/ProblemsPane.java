package clasp.journal.ui.recovery;

import clasp.journal.recovery.Problem;
import clasp.journal.recovery.Severity;
import clasp.journal.store.JournalInfo;
import clasp.journal.ui.fx.FileDialogs;
import clasp.journal.ui.fx.NumberText;
import clasp.journal.ui.fx.SelectionMenu;
import clasp.journal.ui.fx.Texts;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TableRow;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The problems of the journal; the selected one is explained below, with what to do. Confined to the FX thread.
final class ProblemsPane extends BorderPane implements ParamPage {
    private static final List<FileDialogs.Kind> KINDS = List.of(
            new FileDialogs.Kind(Texts.text("recoveryView.report.html"), List.of("*.html")),
            new FileDialogs.Kind(Texts.text("recoveryView.report.json"), List.of("*.json")));

    private final ProblemsViewModel model;
    private final FileDialogs dialogs;
    private final DenseTable<Problem> table = new DenseTable<>("problemTable", "recoveryView.problems.table");
    private final Map<Severity, ToggleButton> toggles = new EnumMap<>(Severity.class);
    private final Label advice = new Label();
    private final Label more = new Label();
    private final ToggleButton askKey = new ToggleButton(Texts.text("recoveryView.hmac.ask"));
    private @Nullable ProblemList shown;

    ProblemsPane(ProblemsViewModel model, FileDialogs dialogs) {
        this.model = model;
        this.dialogs = dialogs;
        getStyleClass().add("problems-pane");
        table.column("recoveryView.column.severity", 80, problem -> name(problem.severity()), "severity");
        table.column("recoveryView.column.seq", 90, problem -> NumberText.seq(problem.seq()), "mono", "right");
        table.column(
                "recoveryView.column.address",
                190,
                problem -> DenseTable.line(problem.concerns().orElse("")),
                "mono",
                "address");
        table.sentences("recoveryView.column.explanation", 300, problem -> DenseTable.line(problem.explanation()));
        table.grow(3, 3, 2);
        table.setRowFactory(view -> new Row());
        table.placeholder("recoveryView.problems.none");
        table.getSelectionModel().selectedItemProperty().subscribe(this::explain);
        table.onOpen(model::go);
        table.onSelect(
                problem -> model.cursor().focus().select(problem.concerns().orElse("")));
        table.setContextMenu(
                new SelectionMenu(table.getSelectionModel().selectedItemProperty(), table.onWhy(model::why)));
        table.onClick(1, (column, problem) -> model.go(problem));
        advice.setId("problemAdvice");
        advice.setWrapText(true);
        advice.setMaxWidth(Double.MAX_VALUE);
        advice.setMinHeight(Region.USE_PREF_SIZE);
        advice.getStyleClass().add("advice");
        more.getStyleClass().add("hint");
        more.setManaged(false);
        more.setVisible(false);
        var hmacs = new HmacBar(model);
        hmacs.visibleProperty().bind(askKey.selectedProperty());
        hmacs.managedProperty().bind(hmacs.visibleProperty());
        setTop(new VBox(bar(), report(), hmacs));
        var body = new VBox(table, more, advice);
        VBox.setVgrow(table, Priority.ALWAYS);
        setCenter(new OutcomePane<>(
                model.question(), model.cursor().browsing(), "recoveryView.noEntries", body, this::show));
        model.question().outcome().subscribe(this::count);
        model.severities().subscribe(now -> list());
        explain(null);
    }

    @Override
    public void shown() {
        table.withSelected(
                problem -> model.cursor().focus().show(problem.concerns().orElse("")));
    }

    private HBox bar() {
        var bar = new HBox();
        bar.getStyleClass().add("bar");
        for (Severity severity : List.of(Severity.ERROR, Severity.WARNING, Severity.INFO)) {
            var toggle = new ToggleButton();
            toggle.setId("severity-" + key(severity));
            toggle.getStyleClass().addAll("small", "kind-toggle", key(severity));
            toggle.setMinWidth(Region.USE_PREF_SIZE);
            toggle.setSelected(true);
            toggle.setOnAction(event -> choose());
            toggles.put(severity, toggle);
            bar.getChildren().add(toggle);
        }
        var outdated = new Hyperlink(Texts.text("recoveryView.problems.outdated"));
        outdated.setOnAction(event -> model.lookAgain());
        outdated.visibleProperty().bind(model.outdated());
        outdated.managedProperty().bind(outdated.visibleProperty());
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var save = new Button(Texts.text("recoveryView.report.save"), new FontIcon(Feather.SAVE));
        save.setId("saveReport");
        save.getStyleClass().add("small");
        save.setMinWidth(Region.USE_PREF_SIZE);
        save.setOnAction(event -> save(model, dialogs));
        askKey.setId("askHmacKey");
        askKey.getStyleClass().add("small");
        askKey.setMinWidth(Region.USE_PREF_SIZE);
        askKey.setTooltip(new Tooltip(Texts.text("recoveryView.hmac.ask.tip")));
        bar.getChildren().addAll(outdated, gap, askKey, save);
        return bar;
    }

    /// On a line of its own: beside the buttons there is no room for a name of a file.
    private Label report() {
        var report = new Label();
        report.setId("reportResult");
        report.getStyleClass().addAll("summary", "note");
        report.setWrapText(true);
        report.setMinHeight(Region.USE_PREF_SIZE);
        report.textProperty().bind(model.report());
        report.visibleProperty().bind(report.textProperty().isNotEmpty());
        report.managedProperty().bind(report.visibleProperty());
        return report;
    }

    /// Asks where the problems are to be saved, and saves them there.
    static void save(ProblemsViewModel model, FileDialogs dialogs) {
        JournalInfo journal = model.cursor().browsing().info().get();
        Path suggestion = journal.beside("-problems.html");
        dialogs.chooseSave(Texts.text("recoveryView.report.title"), suggestion, KINDS)
                .ifPresent(model::save);
    }

    private void choose() {
        Set<Severity> chosen = EnumSet.noneOf(Severity.class);
        toggles.forEach((severity, toggle) -> {
            if (toggle.isSelected()) {
                chosen.add(severity);
            }
        });
        model.severities().set(chosen);
    }

    private void show(ProblemSearch.Found found) {
        shown = found.list();
        boolean cut = found.list().total() > found.list().problems().size();
        more.setText(cut ? Texts.text("recoveryView.problems.more", NumberText.grouped(ProblemList.MOST)) : "");
        more.setManaged(cut);
        more.setVisible(cut);
        list();
    }

    /// Nothing is counted before it was looked for.
    private void count(Outcome<ProblemSearch.Found> outcome) {
        toggles.forEach((severity, toggle) -> toggle.setText(
                outcome instanceof Outcome.Ready<ProblemSearch.Found>(ProblemSearch.Found found)
                        ? NumberText.grouped(found.list().count(severity)) + " " + plural(severity, found.list())
                        : name(severity)));
    }

    private void list() {
        if (shown != null) {
            table.placeholder(shown.total() == 0 ? "recoveryView.problems.clean" : "recoveryView.problems.none");
            table.show(model.listed(shown), problem -> problem);
        }
    }

    private void explain(@Nullable Problem problem) {
        advice.setText(problem == null ? "" : problem.explanation() + "\n" + problem.advice());
        advice.setVisible(problem != null);
        advice.setManaged(problem != null);
    }

    private static String plural(Severity severity, ProblemList list) {
        return Texts.text("recoveryView.severity.count." + key(severity), list.count(severity));
    }

    static String name(Severity severity) {
        return Texts.text("recoveryView.severity." + key(severity));
    }

    static String key(Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }

    private static final class Row extends TableRow<Problem> {
        @Override
        protected void updateItem(@Nullable Problem item, boolean empty) {
            super.updateItem(item, empty);
            getStyleClass().removeAll("error", "warning", "info");
            if (item != null && !empty) {
                getStyleClass().add(key(item.severity()));
            }
        }
    }
}
