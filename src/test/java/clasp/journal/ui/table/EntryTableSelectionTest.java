package clasp.journal.ui.table;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.model.SeqRange;
import clasp.journal.testing.FxStage;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.Test;

/// Rows are selected by keys and by the mouse.
class EntryTableSelectionTest extends EntryTableScreen {
    @Test
    void keysMoveThroughTheWholeJournal() {
        try (FxStage stage = open(new SyntheticJournal(1, 10_000_000), 900, 500)) {
            ready();
            stage.robot().clickOn(cell(stage, "address", 0));
            stage.robot().type(KeyCode.END);
            FxStage.await("the end", () -> selectedSeq() == 10_000_000);
            stage.robot().type(KeyCode.UP);
            FxStage.await("one up", () -> selectedSeq() == 9_999_999);
            stage.robot().type(KeyCode.HOME);
            FxStage.await("the start", () -> selectedSeq() == 1);
            int lines = model.lines().size();
            stage.robot().type(KeyCode.PAGE_DOWN);
            FxStage.await("a page down", () -> selectedSeq() == lines);
            stage.robot().push(KeyCode.CONTROL, KeyCode.A);
            assertThat(selected(model)).hasSize(lines);
            assertThat(FxStage.call(() -> model.statusText().get())).endsWith("10,000,000 selected");
        }
    }

    @Test
    void draggingOverRowsSelectsFromWhereItBegan() {
        try (FxStage stage = open(new SyntheticJournal(1, 1_000), 900, 500)) {
            ready();
            stage.robot().moveTo(cell(stage, "value", 3)).press(MouseButton.PRIMARY);
            stage.robot().moveTo(cell(stage, "value", 6));
            stage.robot().moveTo(cell(stage, "value", 8));
            assertThat(selected(model)).containsExactly(4L, 5L, 6L, 7L, 8L, 9L);
            stage.screenshot("table-swept-light");
            stage.dark(true);
            stage.screenshot("table-swept-dark");
            stage.robot().moveTo(cell(stage, "value", 2));
            assertThat(selected(model)).as("back, and above").containsExactly(3L, 4L);
            stage.robot().release(MouseButton.PRIMARY);
            stage.robot().moveTo(cell(stage, "value", 9));
            assertThat(selected(model)).as("after the mouse was let go").containsExactly(3L, 4L);
            assertThat(selectedSeq()).as("what is looked at").isEqualTo(3);
        }
    }

    @Test
    void aDragWithCtrlSelectsInAddition() {
        try (FxStage stage = open(new SyntheticJournal(1, 1_000), 900, 500)) {
            ready();
            stage.robot().clickOn(cell(stage, "value", 1));
            press(cell(stage, "value", 4), false, true);
            FxStage.run(() -> {
                model.sweepTo(7);
                model.sweepTo(5);
            });
            assertThat(selected(model)).containsExactly(2L, 5L, 6L);
        }
    }

    @Test
    void aHandThatTremblesWhileItClicksDragsNothing() {
        try (FxStage stage = open(new SyntheticJournal(1, 1_000), 900, 500)) {
            ready();
            Bounds row = onScreen(cell(stage, "value", 4));
            stage.robot().moveTo(row.getCenterX(), row.getMaxY() - 1).press(MouseButton.PRIMARY);
            stage.robot().moveBy(0, 1.5).release(MouseButton.PRIMARY);
            assertThat(selected(model)).containsExactly(5L);
        }
    }

    @Test
    void aDragBeyondTheEdgesScrollsOnThroughManyRows() {
        // The headless platform knows nothing of a mouse beside the window, so that there is room in it.
        try (FxStage stage = open(new SyntheticJournal(1, 10_000_000), 900, 700, 400)) {
            ready();
            FxStage.run(() -> model.goToSeq(5_000_000));
            FxStage.await("the middle", () -> selectedSeq() == 5_000_000);
            stage.robot().moveTo(cell(stage, "value", 4)).press(MouseButton.PRIMARY);
            long from = selectedSeq();
            stage.robot().moveTo(300, 690);
            FxStage.await("rows that were below the screen", () -> selectedSeq() > from + 100);
            assertThat(FxStage.call(() -> model.statusText().get())).contains(" selected");
            stage.robot().moveTo(300, 10);
            FxStage.await("rows above where it began", () -> selectedSeq() < from);
            stage.robot().moveTo(300, 250);
            long to = FxStage.call(this::selectedSeq);
            stage.robot().release(MouseButton.PRIMARY);
            assertThat(FxStage.call(() -> model.place().selected()))
                    .containsExactly(new SeqRange(Math.min(from, to), Math.max(from, to)));
            assertThat(unhandled).isEmpty();
        }
    }

    private static Bounds onScreen(Node node) {
        return FxStage.call(() -> node.localToScreen(node.getLayoutBounds()));
    }

    @Test
    void clicksWithModifiersSelectRanges() {
        try (FxStage stage = open(new SyntheticJournal(1, 1_000), 900, 500)) {
            ready();
            stage.robot().clickOn(cell(stage, "value", 1));
            press(cell(stage, "value", 4), true, false);
            assertThat(selected(model)).containsExactly(2L, 3L, 4L, 5L);
            press(cell(stage, "value", 2), false, true);
            assertThat(selected(model)).containsExactly(2L, 4L, 5L);
        }
    }

    /// The headless robot's clicks know nothing of the keys that are held.
    private static void press(Node node, boolean shift, boolean control) {
        FxStage.run(() -> Event.fireEvent(
                node,
                new MouseEvent(
                        MouseEvent.MOUSE_PRESSED,
                        0,
                        0,
                        0,
                        0,
                        MouseButton.PRIMARY,
                        1,
                        shift,
                        control,
                        false,
                        false,
                        true,
                        false,
                        false,
                        false,
                        false,
                        true,
                        null)));
    }
}
