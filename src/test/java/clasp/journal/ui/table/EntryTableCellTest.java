package clasp.journal.ui.table;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.testing.FxStage;
import java.util.List;
import java.util.Objects;
import javafx.event.Event;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;

/// What single cells and rows say, and what their menu does.
class EntryTableCellTest extends EntryTableScreen {
    @Test
    void theMenuOfACellFiltersAndCopies() {
        try (FxStage stage = open(new SyntheticJournal(1, 1_000), 1000, 600)) {
            ready();
            stage.robot().rightClickOn(cell(stage, "signal", 9));
            choose(stage, "filterTo");
            FxStage.await("a filter", () -> browsing.query().get().text().contains("event"));
            FxStage.await("events only", () -> Objects.equals(topSeq(), 10L));
            stage.robot().rightClickOn(cell(stage, "address", 2));
            choose(stage, "copyCsv");
            FxStage.await(
                    "the copy",
                    () -> "CSV 1".equals(Clipboard.getSystemClipboard().getString()));
            assertThat(unhandled).isEmpty();
        }
    }

    private void choose(FxStage stage, String menuItem) {
        FxStage.run(() -> item(menuItem).fire());
        stage.robot().type(KeyCode.ESCAPE);
    }

    @Test
    void theMenuSaysWhichCellItCopies() {
        try (FxStage stage = open(new SyntheticJournal(1, 1_000), 1000, 600)) {
            ready();
            assertThat(copiesOf(stage, "value")).isEqualTo("Copy “Value”");
            assertThat(copiesOf(stage, "delta")).isEqualTo("Copy “Δ”");
        }
    }

    private String copiesOf(FxStage stage, String column) {
        stage.robot().rightClickOn(cell(stage, column, 3));
        String offered = FxStage.call(() -> item("copyCell").getText());
        stage.robot().type(KeyCode.ESCAPE);
        return offered;
    }

    /// Of the menu that is open.
    private static MenuItem item(String id) {
        return Window.getWindows().stream()
                .filter(ContextMenu.class::isInstance)
                .flatMap(window -> ((ContextMenu) window).getItems().stream())
                .filter(item -> id.equals(item.getId()))
                .findFirst()
                .orElseThrow();
    }

    /// Where rows follow that are neighbours only because what was between them is lost.
    @Test
    void theRowsAtBothSidesOfDamageAreMarked() {
        try (FxStage stage = open(new SyntheticJournal(1, 1_000).damaged(500, 540), 1000, 600)) {
            ready();
            FxStage.run(() -> model.goToSeq(520));
            FxStage.await("the row behind", () -> selectedSeq() == 541);
            stage.screenshot("table-damaged-light");
            List<EntryCell> marked =
                    FxStage.call(() -> stage.lookup("#entryTable").lookupAll(".entry-cell.seq").stream()
                            .map(EntryCell.class::cast)
                            .filter(cell -> cell.getGraphic() != null)
                            .toList());
            assertThat(marked).extracting(Labeled::getText).containsExactly("499", "541");
            Object spoken = FxStage.call(
                    () -> marked.getFirst().getTableRow().queryAccessibleAttribute(AccessibleAttribute.TEXT));
            assertThat(spoken).asString().startsWith("Entry 499,").contains(". Beside this entry the file is damaged");
            stage.robot().moveTo(marked.getFirst());
            FxStage.await(
                    "what it says",
                    () -> marked.getFirst().getTooltip() != null
                            && marked.getFirst()
                                    .getTooltip()
                                    .getText()
                                    .startsWith("Beside this entry the file is damaged"));
        }
    }

    /// The mouse stays where it is while the wheel brings other rows below it.
    @Test
    void whatACellSaysWhenPointedAtIsOfTheRowThatItShows() {
        try (FxStage stage = open(new SyntheticJournal(1, 1_000), 1000, 600)) {
            ready();
            var cell = (EntryCell) cell(stage, "address", 3);
            FxStage.run(() -> {
                cell.resize(40, cell.getHeight());
                cell.layout();
            });
            String first = pointedAt(cell);
            assertThat(first).as("what is cut short").isEqualTo(address(cell));
            FxStage.run(() -> model.goToSeq(733));
            FxStage.await("other rows", () -> !address(cell).equals(first));
            assertThat(FxStage.<Object>call(cell::getTooltip))
                    .as("of the row that went")
                    .isNull();
            FxStage.run(() -> {
                cell.resize(40, cell.getHeight());
                cell.layout();
            });
            assertThat(pointedAt(cell)).isEqualTo(FxStage.call(() -> address(cell)));
            FxStage.run(() -> {
                cell.resize(600, cell.getHeight());
                cell.layout();
            });
            assertThat(pointedAt(cell)).as("what is read whole").isEmpty();
        }
    }

    private static String address(EntryCell cell) {
        ShownRow shown = cell.getItem();
        return shown == null ? "" : shown.row().addressText();
    }

    /// What the cell says to a mouse that moves over it.
    private static String pointedAt(EntryCell cell) {
        return FxStage.call(() -> {
            Event.fireEvent(
                    cell,
                    new MouseEvent(
                            MouseEvent.MOUSE_MOVED,
                            1,
                            1,
                            1,
                            1,
                            MouseButton.NONE,
                            0,
                            false,
                            false,
                            false,
                            false,
                            false,
                            false,
                            false,
                            false,
                            false,
                            false,
                            null));
            return cell.getTooltip() == null ? "" : cell.getTooltip().getText();
        });
    }

    @Test
    void aLineIsReadOutAsItsEntry() {
        try (FxStage stage = open(new SyntheticJournal(1, 1_000), 900, 500)) {
            ready();
            Object name = FxStage.call(() -> stage.lookup("#entryTable").lookupAll(".entry-line").stream()
                    .map(line -> line.queryAccessibleAttribute(AccessibleAttribute.TEXT))
                    .filter(text -> String.valueOf(text).startsWith("Entry 1, "))
                    .findFirst()
                    .orElse(null));
            assertThat(name).asString().contains("param", "/", "value ");
        }
    }
}
