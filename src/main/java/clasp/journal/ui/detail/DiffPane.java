package clasp.journal.ui.detail;

import clasp.journal.recovery.ValueChange;
import clasp.journal.ui.fx.NumberText;
import clasp.journal.ui.fx.SelectionMenu;
import clasp.journal.ui.fx.SystemClipboard;
import clasp.journal.ui.fx.Texts;
import clasp.journal.ui.fx.TimeText;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.geometry.VPos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What the entry changed at its address. Confined to the FX thread.
final class DiffPane extends BorderPane {
    private static final double ROW_HEIGHT = 42;
    /// So many changes are in the page at least; the others are scrolled in their list.
    private static final int FEW = 3;

    private final DetailViewModel model;
    private final Label verdict = new Label();
    private final GridPane facts = new GridPane();
    private final VBox top = new VBox(verdict, facts);
    private final ListView<ValueChange> changes = new ListView<>();

    DiffPane(DetailViewModel model) {
        this.model = model;
        getStyleClass().add("diff-pane");
        verdict.setId("diffVerdict");
        verdict.getStyleClass().add("verdict");
        verdict.setWrapText(true);
        verdict.setMinHeight(Region.USE_PREF_SIZE);
        facts.getStyleClass().add("facts");
        facts.getColumnConstraints().addAll(new ColumnConstraints(), new ColumnConstraints());
        facts.getColumnConstraints().getFirst().setMinWidth(Region.USE_PREF_SIZE);
        top.getStyleClass().add("top");
        changes.setId("changes");
        changes.getStyleClass().add("changes");
        changes.setFixedCellSize(ROW_HEIGHT);
        changes.setAccessibleText(Texts.text("detail.diff.accessible"));
        changes.setCellFactory(view -> new ChangeCell());
        var copy = new MenuItem(Texts.text("detail.menu.copyChange"));
        copy.setOnAction(event -> copyChange());
        changes.setContextMenu(new SelectionMenu(changes.getSelectionModel().selectedItemProperty(), copy));
        changes.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.C && event.isShortcutDown()) {
                copyChange();
                event.consume();
            }
        });
        setTop(top);
    }

    void show(EntryDetail detail, TimeText times) {
        facts.getChildren().clear();
        switch (detail.diff()) {
            case EntryDiff.Unknown() -> say(Texts.text("detail.diff.comparing"));
            case EntryDiff.NoEarlier() -> say(Texts.text("detail.diff.noEarlier"));
            case EntryDiff.Lost() -> say(Texts.text("detail.diff.lost"));
            case EntryDiff.TooLarge(var before, var after) -> {
                say(Texts.text("detail.diff.tooLarge", EntryLoader.MAX_COMPARED / 1_000_000));
                facts(DiffFacts.of(before, after, times), before.seq());
            }
            case EntryDiff.Compared compared -> {
                say(DiffFacts.verdict(compared));
                facts(
                        DiffFacts.of(compared.before(), compared.after(), times),
                        compared.before().seq());
                List<ValueChange> found = compared.values().changes();
                if (!found.isEmpty()) {
                    changes.setItems(FXCollections.observableList(found));
                    changes.setMinHeight(Math.min(FEW, found.size()) * ROW_HEIGHT + 2);
                    setCenter(changes);
                }
            }
        }
    }

    private void say(String sentence) {
        verdict.setText(sentence);
        setCenter(null);
    }

    private void facts(List<DiffFacts.Fact> found, long earlier) {
        var link = new Hyperlink(Texts.text("detail.title", NumberText.seq(earlier)));
        link.setId("previousEntry");
        link.setOnAction(event -> model.reveal(earlier));
        facts.addRow(0, name(Texts.text("detail.diff.previous")), link);
        for (DiffFacts.Fact fact : found) {
            var value = new Label(fact.text());
            value.getStyleClass().addAll("value", "mono");
            value.setWrapText(true);
            value.setMinHeight(Region.USE_PREF_SIZE);
            facts.addRow(facts.getRowCount(), name(fact.name()), value);
        }
    }

    private static Label name(String text) {
        var name = new Label(text);
        name.getStyleClass().add("name");
        name.setMinWidth(Region.USE_PREF_SIZE);
        GridPane.setValignment(name, VPos.TOP);
        return name;
    }

    private void copyChange() {
        ValueChange change = changes.getSelectionModel().getSelectedItem();
        if (change != null) {
            model.copying().text(ChangeCell.line(change), SystemClipboard::put);
        }
    }
}
