package clasp.journal.app;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.testing.FxStage;
import clasp.journal.ui.fx.KeyText;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.geometry.VerticalDirection;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every line of the sheet of shortcuts is true: its keys are those of a command, or do in their part of the window
/// what the line says.
@Tag("thorough")
class ShortcutSheetTest {
    private record Line(String does, Consumer<OpenWindow> shown) {}

    private static final List<Line> LINES = List.of(
            new Line("Select the entry above or below", ShortcutSheetTest::rows),
            new Line("A screen full up or down", ShortcutSheetTest::pages),
            new Line("To the first or the last match", ShortcutSheetTest::ends),
            new Line("Select more rows", ShortcutSheetTest::extend),
            new Line("Scroll without selecting", ShortcutSheetTest::scroll),
            new Line("Select every match", ShortcutSheetTest::all),
            new Line("Copy the selected rows", ShortcutSheetTest::copy),
            new Line("What can be done with the cell", ShortcutSheetTest::menu),
            new Line("To the filter, from wherever no text is written", ShortcutSheetTest::filter),
            new Line("In the filter: words that fit", ShortcutSheetTest::words),
            new Line("In the filter: apply it at once", ShortcutSheetTest::apply),
            new Line("Stop the running query; close a dialog", ShortcutSheetTest::escape),
            new Line("On the timeline: earlier, later, nearer, farther", ShortcutSheetTest::timelineMove),
            new Line("On the timeline: take what is shown as time range", ShortcutSheetTest::timelineTake),
            new Line("On the timeline: remove the time range, show all", ShortcutSheetTest::timelineDrop),
            new Line("On the timeline: zoom in and out", ShortcutSheetTest::timelineZoom),
            new Line("On the timeline: choose a time range", ShortcutSheetTest::timelineDrag),
            new Line("On a button with an arrow: what it offers", ShortcutSheetTest::drop),
            new Line("On a line of a list: go to what it is about", ShortcutSheetTest::lineOpen),
            new Line("On a line of a value or of a snapshot: copy it", ShortcutSheetTest::lineCopy),
            new Line("On a param of the recovery: pin it on top, or take it off", ShortcutSheetTest::linePin),
            new Line("On a bookmark or a named filter: remove it", ShortcutSheetTest::lineRemove),
            new Line("To the next part of the window, or the one before", ShortcutSheetTest::panes));

    @TempDir
    private Path folder;

    @Test
    void everyLineIsOfACommandOrDoesWhatItSays() {
        try (var window = OpenWindow.on(GeneratedJournal.in(folder.resolve("show.db"), 500), 1400, 900)) {
            Set<String> commands = FxStage.call(() -> window.root().getScene().getAccelerators().keySet().stream()
                    .map(KeyText::of)
                    .collect(Collectors.toSet()));
            Set<String> withKeys = ShownCommands.inPalette(window).stream()
                    .filter(line -> commands.contains(line.keys()))
                    .map(ShownCommands::keys)
                    .collect(Collectors.toSet());
            List<String> others = ShownCommands.onSheet(window).stream()
                    .filter(line -> !withKeys.contains(line.keys()))
                    .map(ShownCommands::name)
                    .toList();
            assertThat(others)
                    .containsExactlyInAnyOrderElementsOf(
                            LINES.stream().map(Line::does).toList());
            for (Line line : LINES) {
                window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.L);
                window.reveal(250);
                FxStage.run(window.find("#entryTable")::requestFocus);
                line.shown().accept(window);
                window.settle();
            }
        }
    }

    private static void rows(OpenWindow window) {
        window.press(KeyCode.DOWN);
        assertChosen(window, "251");
        window.press(KeyCode.UP);
        assertChosen(window, "250");
    }

    private static void pages(OpenWindow window) {
        window.press(KeyCode.PAGE_DOWN);
        window.settle();
        assertThat(Integer.parseInt(chosen(window).getFirst())).isGreaterThan(260);
        window.press(KeyCode.PAGE_UP);
        assertChosen(window, "250");
    }

    private static void ends(OpenWindow window) {
        window.press(KeyCode.END);
        assertChosen(window, "500");
        window.press(KeyCode.HOME);
        assertChosen(window, "1");
    }

    private static void extend(OpenWindow window) {
        window.press(KeyCode.SHIFT, KeyCode.DOWN);
        assertChosen(window, "250", "251");
    }

    private static void scroll(OpenWindow window) {
        List<String> before = rowsShown(window);
        window.press(KeyCode.CONTROL, KeyCode.DOWN);
        window.settle();
        assertThat(rowsShown(window)).startsWith(before.get(1));
        window.press(KeyCode.CONTROL, KeyCode.UP);
        window.settle();
        assertThat(rowsShown(window)).startsWith(before.getFirst());
        assertChosen(window, "250");
    }

    private static void all(OpenWindow window) {
        window.press(KeyCode.CONTROL, KeyCode.A);
        window.settle();
        assertThat(chosen(window)).hasSizeGreaterThan(10).isEqualTo(rowsShown(window));
    }

    private static void copy(OpenWindow window) {
        window.press(KeyCode.CONTROL, KeyCode.C);
        window.settle();
        assertThat(clipboard()).contains("250").contains("/");
    }

    private static void menu(OpenWindow window) {
        Node table = window.find("#entryTable");
        List<String> offered = window.menuByKeyboard(table);
        assertThat(offered).isNotEmpty();
        assertThat(window.menuByKeyboard(table, KeyCode.SHIFT, KeyCode.F10)).isEqualTo(offered);
    }

    private static void filter(OpenWindow window) {
        window.type("/");
        assertThat(window.focusIsWithin("#query")).isTrue();
    }

    private static void words(OpenWindow window) {
        window.press(KeyCode.CONTROL, KeyCode.L);
        window.press(KeyCode.CONTROL, KeyCode.SPACE);
        window.find("#completions");
        window.press(KeyCode.ESCAPE);
        window.awaitGone("#completions");
    }

    private static void apply(OpenWindow window) {
        window.press(KeyCode.CONTROL, KeyCode.L);
        window.type("type:event ");
        window.press(KeyCode.ENTER);
        window.settle();
        window.awaitText(".status-line .label", "of 500");
    }

    private static void escape(OpenWindow window) {
        window.press(KeyCode.CONTROL, KeyCode.DIGIT4);
        window.find("#bookmarks");
        window.press(KeyCode.ESCAPE);
        window.awaitGone("#bookmarks");
    }

    private static void timelineMove(OpenWindow window) {
        String near = taken(window, () -> window.press(KeyCode.UP));
        String later = taken(window, () -> window.press(KeyCode.RIGHT));
        assertThat(later).isNotEqualTo(near);
        assertThat(taken(window, () -> window.press(KeyCode.LEFT))).isEqualTo(near);
        assertThat(taken(window, () -> window.press(KeyCode.DOWN))).isNotEqualTo(near);
    }

    private static void timelineTake(OpenWindow window) {
        assertThat(taken(window, () -> {})).startsWith("from:");
    }

    private static void timelineDrop(OpenWindow window) {
        String all = taken(window, () -> window.press(KeyCode.HOME));
        assertThat(taken(window, () -> window.press(KeyCode.UP))).isNotEqualTo(all);
        assertThat(taken(window, () -> window.press(KeyCode.HOME))).isEqualTo(all);
        window.press(KeyCode.DELETE);
        window.settle();
        assertThat(query(window)).isEmpty();
    }

    private static void timelineZoom(OpenWindow window) {
        String before = taken(window, () -> window.press(KeyCode.HOME));
        String near = taken(
                window,
                () -> window.robot().moveTo(window.find(".timeline .strip")).scroll(2, VerticalDirection.UP));
        assertThat(near).isNotEqualTo(before);
        window.press(KeyCode.HOME);
    }

    private static void timelineDrag(OpenWindow window) {
        window.drag(window.find(".timeline .strip"), 0.2, 0.6);
        window.settle();
        assertThat(query(window)).startsWith("from:");
    }

    private static void drop(OpenWindow window) {
        FxStage.run(window.find("#typesMenu")::requestFocus);
        window.press(KeyCode.DOWN);
        window.find(".popover");
        window.press(KeyCode.ESCAPE);
        window.awaitGone(".popover");
    }

    private static void lineOpen(OpenWindow window) {
        window.press(KeyCode.CONTROL, KeyCode.B);
        window.settle();
        window.press(KeyCode.HOME);
        assertChosen(window, "1");
        inBookmarks(window);
        window.press(KeyCode.ENTER);
        window.awaitGone("#bookmarks");
        assertChosen(window, "250");
        window.press(KeyCode.CONTROL, KeyCode.B);
    }

    private static void lineCopy(OpenWindow window) {
        Node tree = window.find("#valueTree");
        FxStage.run(tree::requestFocus);
        window.press(KeyCode.HOME);
        String before = clipboard();
        window.press(KeyCode.CONTROL, KeyCode.C);
        window.settle();
        assertThat(clipboard()).isNotEqualTo(before);
    }

    private static void linePin(OpenWindow window) {
        inState(window);
        assertThat(window.texts("#stateTable .table-cell")).doesNotContain("★");
        window.press(KeyCode.SPACE);
        window.settle();
        assertThat(window.texts("#stateTable .table-cell")).contains("★");
        window.press(KeyCode.SPACE);
        window.settle();
        assertThat(window.texts("#stateTable .table-cell")).doesNotContain("★");
        window.press(KeyCode.CONTROL, KeyCode.DIGIT3);
    }

    private static void inState(OpenWindow window) {
        window.press(KeyCode.CONTROL, KeyCode.DIGIT3);
        window.settle();
        var table = (TableView<?>) window.find("#stateTable");
        FxStage.await("params", () -> !table.getItems().isEmpty());
        FxStage.run(table::requestFocus);
        window.press(KeyCode.HOME);
        window.settle();
    }

    private static void lineRemove(OpenWindow window) {
        window.press(KeyCode.CONTROL, KeyCode.B);
        window.settle();
        TableView<?> table = inBookmarks(window);
        window.press(KeyCode.DELETE);
        FxStage.await("no bookmark", () -> table.getItems().isEmpty());
        window.press(KeyCode.ESCAPE);
        window.awaitGone("#bookmarks");
    }

    /// On the line of the one bookmark.
    private static TableView<?> inBookmarks(OpenWindow window) {
        window.press(KeyCode.CONTROL, KeyCode.DIGIT4);
        var table = (TableView<?>) window.find("#bookmarkTable");
        FxStage.await("a bookmark", () -> table.getItems().size() == 1);
        FxStage.run(table::requestFocus);
        window.press(KeyCode.HOME);
        return table;
    }

    private static void panes(OpenWindow window) {
        window.press(KeyCode.TAB);
        assertThat(window.focusIsWithin("#entryTable")).isFalse();
        window.press(KeyCode.SHIFT, KeyCode.TAB);
        assertThat(window.focusIsWithin("#entryTable")).isTrue();
    }

    /// The time range that Enter takes on the timeline after the keys.
    private static String taken(OpenWindow window, Runnable keys) {
        FxStage.run(window.find(".timeline .strip")::requestFocus);
        keys.run();
        window.settle();
        window.press(KeyCode.ENTER);
        window.settle();
        return query(window);
    }

    private static String query(OpenWindow window) {
        var field = (TextInputControl) window.find("#query");
        return FxStage.call(field::getText);
    }

    private static String clipboard() {
        return String.valueOf(
                (Object) FxStage.call(() -> Clipboard.getSystemClipboard().getString()));
    }

    private static List<String> rowsShown(OpenWindow window) {
        return window.textsInFront(".entry-cell.seq");
    }

    private static List<String> chosen(OpenWindow window) {
        return window.textsInFront(".entry-line:chosen .entry-cell.seq");
    }

    private static void assertChosen(OpenWindow window, String... seqs) {
        window.settle();
        assertThat(chosen(window)).containsExactly(seqs);
    }
}
