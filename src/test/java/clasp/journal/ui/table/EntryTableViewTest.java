package clasp.journal.ui.table;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.query.Query;
import clasp.journal.testing.FxStage;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.geometry.VerticalDirection;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumnBase;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.Test;

class EntryTableViewTest extends EntryTableScreen {
    @Test
    void showsAsManyLinesAsFitInLightAndDark() {
        try (FxStage stage = open(new SyntheticJournal(1, 10_000_000), 1000, 640)) {
            ready();
            stage.robot().clickOn(cell(stage, "address", 4));
            stage.screenshot("table-light");
            stage.dark(true);
            stage.screenshot("table-dark");
            assertThat(model.lines().size()).isBetween(23, 26);
            assertThat(unhandled).isEmpty();
        }
    }

    @Test
    void theWheelMovesByRows() {
        try (FxStage stage = open(new SyntheticJournal(1, 100_000), 900, 500)) {
            ready();
            stage.robot().moveTo(cell(stage, "address", 3));
            stage.robot().scroll(2, VerticalDirection.DOWN);
            FxStage.await("scrolled", () -> topSeq() != null && topSeq() > 1);
            stage.robot().scroll(5, VerticalDirection.UP);
            awaitTop(1);
        }
    }

    @Test
    void aDraggedThumbSaysWhereItIsAndShowsTheRowsThere() {
        try (FxStage stage = open(new SyntheticJournal(1, 10_000_000), 1000, 600)) {
            ready();
            Node thumb = stage.find("#rowScrollBar .thumb", Node.class);
            stage.robot().moveTo(thumb).press(MouseButton.PRIMARY).moveBy(0, 200);
            FxStage.await("far away", () -> topSeq() != null && topSeq() > 1_000_000);
            FxStage.await(
                    "its time",
                    () -> stage.lookup(".scroll-bubble") instanceof Label bubble
                            && bubble.isVisible()
                            && bubble.getText().contains("2023-11-14"));
            stage.screenshot("table-dragging-light");
            stage.robot().release(MouseButton.PRIMARY);
            assertThat(FxStage.call(() -> stage.lookup(".scroll-bubble").isVisible()))
                    .isFalse();
        }
    }

    @Test
    void goToTakesASeqOrATime() {
        try (FxStage stage = open(new SyntheticJournal(1, 50_000), 700, 500)) {
            ready();
            stage.robot().clickOn(cell(stage, "signal", 1));
            stage.robot().push(KeyCode.CONTROL, KeyCode.G);
            stage.robot().write("nonsense").type(KeyCode.ENTER);
            FxStage.await(
                    "a hint",
                    () -> stage.lookup(".problem") instanceof Label label
                            && label.getText().startsWith("Type a seq"));
            stage.screenshot("table-goto-light");
            assertThat(FxStage.call(() -> ((Parent) stage.lookup(".go-to"))
                            .getChildrenUnmodifiable().stream()
                                    .filter(Labeled.class::isInstance)
                                    .map(Labeled.class::cast)
                                    .filter(Labeled::isTextTruncated)
                                    .map(Labeled::getText)
                                    .toList()))
                    .as("texts that are cut off")
                    .isEmpty();
            stage.robot().push(KeyCode.CONTROL, KeyCode.A);
            stage.robot().write("31,234").type(KeyCode.ENTER);
            FxStage.await("the entry", () -> selectedSeq() == 31_234);
            stage.robot().push(KeyCode.CONTROL, KeyCode.G);
            stage.robot().push(KeyCode.CONTROL, KeyCode.A);
            stage.robot().write("22:13:21").type(KeyCode.ENTER);
            FxStage.await("the entry", () -> selectedSeq() == 10_000);
        }
    }

    @Test
    void columnsAreRememberedAsTheUserLeftThem() {
        try (FxStage stage = open(new SyntheticJournal(1, 1_000), 1000, 500)) {
            ready();
            FxStage.run(() -> {
                TableView<?> table = (TableView<?>) stage.lookup("#entryTable");
                column(table, "column-revision").setVisible(false);
                column(table, "column-address").setPrefWidth(333);
                FXCollections.rotate(table.getColumns(), 1);
            });
        }
        try (FxStage stage = open(new SyntheticJournal(1, 1_000), 1000, 500)) {
            ready();
            List<String> columns = FxStage.call(() -> ((TableView<?>) stage.lookup("#entryTable"))
                    .getVisibleLeafColumns().stream()
                            .map(TableColumnBase::getId)
                            .toList());
            assertThat(columns).startsWith("column-message", "column-seq").doesNotContain("column-revision");
            double width = FxStage.call(() -> ((TableView<?>) stage.lookup("#entryTable"))
                    .getVisibleLeafColumns().stream()
                            .filter(column -> column.getId().equals("column-address"))
                            .findFirst()
                            .orElseThrow()
                            .getWidth());
            assertThat(width).isEqualTo(333);
        }
    }

    private static TableColumn<?, ?> column(TableView<?> table, String id) {
        return table.getColumns().stream()
                .filter(column -> column.getId().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void saysWhatIsMissingAndWhatCanBeDone() {
        var journal = new SyntheticJournal(0, 0);
        try (FxStage stage = open(journal, 900, 500)) {
            FxStage.await(
                    "empty",
                    () -> stage.lookup(".table-notice .title") instanceof Label title
                            && title.getText().equals("No entries yet"));
            stage.screenshot("table-empty-light");
            journal.grow(100);
            FxStage.run(() -> browsing.update(journal.state()));
            ready();
            FxStage.run(() -> browsing.query().set(Query.parse("/nowhere/**")));
            FxStage.await("no match", () -> stage.lookup("#clearFilter") != null);
            stage.screenshot("table-nomatch-light");
            stage.robot().clickOn("#clearFilter");
            ready();
            journal.setFailing(true);
            FxStage.run(() -> browsing.query().set(Query.parse("/lumen/**")));
            FxStage.await("the failure", () -> stage.lookup("#retryLoading") != null);
            stage.screenshot("table-failed-light");
            stage.dark(true);
            stage.screenshot("table-failed-dark");
            journal.setFailing(false);
            stage.robot().clickOn("#retryLoading");
            ready();
        }
    }

    /// It is that of the first line, where the column is too narrow for dates.
    @Test
    void theTimeColumnOfAnEmptyJournalHasATitle() {
        try (FxStage stage = open(new SyntheticJournal(1, 0), 700, 400)) {
            TableView<?> table = stage.find("#entryTable", TableView.class);
            FxStage.await(
                    "a title",
                    () -> table.getColumns().stream()
                            .anyMatch(column -> column.getText().equals("Time")));
        }
    }
}
