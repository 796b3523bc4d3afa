package clasp.journal.app;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.testing.FxStage;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every line of the palette, in a window with recent files and the keyboard on a selected row.
@Tag("thorough")
class PaletteLinesTest {
    /// They leave the journal in front, or the window; what they do hangs on what was done before; they hide a menu;
    /// they go on for a while. The last entry is the last match, too.
    private static final Set<String> LEFT_OUT = Set.of(
            "Close",
            "Quit",
            "New window",
            "Close window",
            "Demo",
            "Next journal",
            "Previous journal",
            "Undo",
            "Redo",
            "Back",
            "Forward",
            "Entry",
            "Play",
            "Cursor to the end");

    /// With it the next match is another entry than the next one in the journal.
    private static final String FILTER = "type:event";

    @TempDir
    private Path folder;

    private Path journal;
    private Path other;

    @BeforeEach
    void makeJournals() {
        journal = GeneratedJournal.in(folder.resolve("show.db"), 300);
        other = GeneratedJournal.in(folder.resolve("other.db"), 30);
    }

    private OpenWindow open() {
        var window = OpenWindow.on(other, 1500, 900);
        window.open(journal);
        toARow(window);
        return window;
    }

    private static void toARow(OpenWindow window) {
        window.reveal(100);
        Node table = window.find("#entryTable");
        FxStage.run(table::requestFocus);
    }

    @Test
    void noLineSaysNull() {
        try (var window = open()) {
            List<ShownCommands> lines = ShownCommands.inPalette(window);
            assertThat(lines)
                    .extracting(ShownCommands::name)
                    .contains(other.toString(), "Forget these files", "Time in UTC", "Bookmark");
            assertThat(lines)
                    .allSatisfy(line -> assertThat(line.name() + line.does() + line.keys() + line.read())
                            .doesNotContain("null"));
            window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
            window.find("#palette");
            window.type("other");
            window.screenshots("palette-recent-files");
        }
    }

    @Test
    void aLineIsReadOutWithoutWhatItLacks() {
        try (var window = open()) {
            assertThat(ShownCommands.inPalette(window))
                    .allSatisfy(line -> assertThat(line.read())
                            .isEqualTo(line.name()
                                    + (line.does().isEmpty() ? "" : ". " + line.does())
                                    + (line.keys().isEmpty() ? "" : " (" + line.keys() + ")")));
        }
    }

    /// What is found, what is selected, how times are written and which dialog is open, after each.
    @Test
    void noTwoLinesDoTheSame() {
        Map<String, Set<String>> byEffect = new TreeMap<>();
        try (var window = open()) {
            window.fill("#query", FILTER);
            window.press(KeyCode.ENTER);
            window.settle();
            toARow(window);
            String nothing = effect(window);
            for (ShownCommands line : ShownCommands.inPalette(window)) {
                if (!LEFT_OUT.contains(line.name()) && !line.name().contains(folder.toString())) {
                    perform(window, line.name());
                    byEffect.computeIfAbsent(effect(window), effect -> new TreeSet<>())
                            .add(line.name());
                    takeBack(window);
                    assertThat(effect(window))
                            .as("before the next, after " + line.name())
                            .isEqualTo(nothing);
                }
            }
            byEffect.remove(nothing);
        }
        assertThat(byEffect).hasSizeGreaterThan(20);
        assertThat(new LinkedHashMap<>(byEffect).values())
                .as("names of the same")
                .allSatisfy(names -> assertThat(names).hasSize(1));
    }

    private static void perform(OpenWindow window, String name) {
        window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
        window.find("#palette");
        var list = (ListView<?>) window.find("#paletteList");
        int index = ShownCommands.in(list).indexOf(name);
        FxStage.run(() -> {
            list.getSelectionModel().select(index);
            list.getOnMouseClicked().handle(null);
        });
        window.settle();
    }

    /// What does nothing now leaves the palette open.
    private static String effect(OpenWindow window) {
        for (String page : List.of("#states", "#lifelines")) {
            if (window.sees(page)) {
                return page;
            }
        }
        return String.join(
                " | ",
                query(window),
                window.text("#timeDisplay"),
                String.join(",", window.textsInFront(".entry-line:chosen .entry-cell.seq")),
                String.join(",", window.textsInFront(".overlay-dialog .dialog-title")));
    }

    private static String query(OpenWindow window) {
        var query = (TextInputControl) window.find("#query");
        return FxStage.call(query::getText);
    }

    private static void takeBack(OpenWindow window) {
        while (window.sees("#overlay")) {
            window.press(KeyCode.ESCAPE);
            window.settle();
        }
        toARow(window);
        if (!query(window).equals(FILTER)) {
            window.press(KeyCode.CONTROL, KeyCode.Z);
        }
        var time = (MenuButton) window.find("#timeDisplay");
        FxStage.run(() -> time.getItems().getFirst().fire());
        window.settle();
        toARow(window);
    }
}
