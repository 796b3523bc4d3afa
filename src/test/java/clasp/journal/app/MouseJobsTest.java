package clasp.journal.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import clasp.journal.testing.FxStage;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

/// What can be done with keys can be done, and left, with the mouse alone.
class MouseJobsTest {
    @TempDir
    private Path folder;

    private Path journal;

    @BeforeEach
    void makeAJournal() {
        journal = GeneratedJournal.in(folder.resolve("show.db"), 500);
    }

    @Test
    void theQuestionWhereToGoIsLeftWithoutAKey() {
        try (var window = OpenWindow.on(journal, 1200, 800)) {
            window.click("#command-goTo");
            window.screenshots("go-to");
            window.click("#goToClose");
            window.awaitGone("#goTo");
            assertThat(window.focusIsWithin(".entry-table")).isTrue();
        }
    }

    @Test
    void severalRowsAreSelectedAndCopied() {
        try (var window = OpenWindow.on(journal, 1200, 800)) {
            dragOverRows(window, 2, 5);
            assertThat(selected(window)).containsExactly("3", "4", "5", "6");
            window.chooseFromMenu(row(window, 3), "copyCsv");
            FxStage.await("the rows", () -> lines(Clipboard.getSystemClipboard().getString()) == 5);
            assertThat(selected(window)).as("still").containsExactly("3", "4", "5", "6");
        }
    }

    @Test
    void everyMatchIsSelectedFromTheMenuOfARowAndTheListOfCommands() {
        try (var window = OpenWindow.on(journal, 1200, 800)) {
            window.chooseFromMenu(row(window, 3), "selectAll");
            window.awaitText(".status-line .label", "500 selected");
            window.robot().clickOn(row(window, 1));
            assertThat(selected(window)).containsExactly("2");
            new MouseAlone(window).command("Select every match");
            window.awaitText(".status-line .label", "500 selected");
        }
    }

    /// Of several that are selected, it is the one that was pointed at.
    @Test
    void aRowIsMarkedAndNotedFromItsMenu() {
        try (var window = OpenWindow.on(journal, 1200, 800)) {
            dragOverRows(window, 2, 5);
            window.chooseFromMenu(row(window, 3), "bookmark");
            assertThat(window.textsInFront(".entry-line:marked .entry-cell.seq"))
                    .containsExactly("4");
            window.chooseFromMenu(row(window, 4), "note");
            window.find("#noteText");
            window.type("seen");
            window.click("#noteSave");
            window.awaitGone("#note");
            assertThat(window.textsInFront(".entry-line:marked .entry-cell.seq"))
                    .containsExactlyInAnyOrder("4", "5");
        }
    }

    @Test
    void whatTheMenuOfARowSharesWithTheCommandsIsCalledAlike() {
        try (var window = OpenWindow.on(journal, 1200, 800)) {
            window.reveal(3);
            List<String> offered = window.menuByKeyboard(window.find("#entryTable"));
            assertThat(offered)
                    .containsExactly(
                            "Only this address",
                            "Without this address",
                            "Why this value?",
                            "A second around",
                            "Bookmark",
                            "Note…",
                            "Select every match",
                            "Copy “Address”",
                            "Copy rows as text",
                            "Copy rows as CSV",
                            "Copy rows as JSON");
        }
    }

    /// In the light looks as light as the rest of the toolbar, also while a dialog is open from a click on it.
    @Test
    void theArrowBesideOpenKeepsTheColourOfTheToolbarUnderThePointer() {
        try (var window = OpenWindow.on(journal, 1200, 800)) {
            Node open = window.find(".command-bar .split-menu-button");
            window.robot().moveTo(FxStage.call(() -> open.lookup(".label")));
            window.screenshots("open-pointed-at");
            for (boolean dark : new boolean[] {false, true}) {
                window.dark(dark);
                double arrow = brightness(window, open.lookup(".arrow-button"));
                double bar = brightness(window, window.find(".command-bar"));
                assertThat(arrow).as(dark ? "dark" : "light").isCloseTo(bar, within(0.15));
            }
        }
    }

    /// Of the ground that a part has at its lower right.
    private static double brightness(OpenWindow window, Node part) {
        return FxStage.call(() -> {
            Bounds at = part.localToScene(part.getLayoutBounds());
            return window.root()
                    .getScene()
                    .snapshot(null)
                    .getPixelReader()
                    .getColor((int) at.getMaxX() - 3, (int) at.getMaxY() - 5)
                    .getBrightness();
        });
    }

    @Test
    void aDoubleClickInTheTimelineLeavesSelectionAndPlaceAsTheyWere() {
        try (var window = OpenWindow.on(journal, 1200, 800)) {
            window.reveal(300);
            dragOverRows(window, 4, 7);
            List<String> selected = selected(window);
            List<String> rows = window.textsInFront(".entry-line .entry-cell.seq");
            Node strip = window.find(".timeline > .strip");
            window.robot().clickOn(strip);
            window.settle();
            assertThat(selected(window)).as("after a click").hasSize(1).doesNotContainAnyElementsOf(selected);
            window.robot().clickOn(row(window, 0));
            window.reveal(300);
            dragOverRows(window, 4, 7);
            assertThat(selected(window)).isEqualTo(selected);
            new MouseAlone(window).click(strip, 2);
            assertThat(selected(window)).as("after a double click").isEqualTo(selected);
            assertThat(window.textsInFront(".entry-line .entry-cell.seq")).isEqualTo(rows);
        }
    }

    @Test
    void aDoubleClickThatTakesATimeRangeAwayKeepsWhatIsSelected() {
        try (var window = OpenWindow.on(journal, 1200, 800)) {
            Node strip = window.find(".timeline > .strip");
            window.drag(strip, 0.3, 0.8);
            dragOverRows(window, 4, 7);
            List<String> selected = selected(window);
            assertThat(selected).hasSize(4);
            String top = window.textsInFront(".entry-line .entry-cell.seq").getFirst();
            new MouseAlone(window).click(strip, 2);
            window.awaitText(".status-line .label", "500 entries");
            window.settle();
            assertThat(selected(window)).isEqualTo(selected);
            assertThat(window.textsInFront(".entry-line .entry-cell.seq").getFirst())
                    .isEqualTo(top);
        }
    }

    private static void dragOverRows(OpenWindow window, int from, int to) {
        window.robot().moveTo(row(window, from)).press(MouseButton.PRIMARY);
        window.robot().moveTo(row(window, (from + to) / 2)).moveTo(row(window, to));
        window.robot().release(MouseButton.PRIMARY);
        WaitForAsyncUtils.waitForFxEvents();
    }

    /// The address in a line, counted from the first on screen.
    private static Node row(OpenWindow window, int line) {
        return FxStage.call(() -> window.root().lookupAll(".entry-line .entry-cell.address").stream()
                .filter(SeenNodes::isSeen)
                .sorted(Comparator.comparing(cell -> cell.localToScene(0, 0).getY()))
                .skip(line)
                .findFirst()
                .orElseThrow());
    }

    private static List<String> selected(OpenWindow window) {
        return window.textsInFront(".entry-line:chosen .entry-cell.seq").stream()
                .sorted()
                .toList();
    }

    private static long lines(String text) {
        return text == null ? 0 : text.lines().count();
    }

    /// And with it all commands, whose list it is.
    @Test
    void aCommandOfThePaletteIsClicked() {
        try (var window = OpenWindow.on(journal, 1200, 800)) {
            window.click("#command-palette");
            window.find("#palette");
            window.screenshots("palette-by-mouse");
            window.click("#paletteClose");
            window.awaitGone("#palette");
            window.click("#command-palette");
            window.robot().clickOn(window.find("#paletteList .command-cell .label", "Last match"));
            window.awaitGone("#palette");
            window.settle();
            assertThat(window.textsInFront(".entry-line:chosen .entry-cell.seq"))
                    .containsExactly("500");
        }
    }
}
