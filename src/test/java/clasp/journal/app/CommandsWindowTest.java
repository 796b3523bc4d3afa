package clasp.journal.app;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.testing.FxStage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToolBar;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.GridPane;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Everything that can be done is found in the palette, and every shortcut on the sheet.
@Tag("thorough")
class CommandsWindowTest {
    @TempDir
    private Path folder;

    @Test
    void someLettersOfItsNamePerformACommand() {
        try (var window = OpenWindow.on(GeneratedJournal.in(folder.resolve("show.db"), 200), 1000, 700)) {
            window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
            window.find("#palette");
            window.screenshots("palette");
            window.type("exp");
            assertThat(window.texts("#paletteList .command-cell .label")).startsWith("Export…");
            window.press(KeyCode.ENTER);
            window.awaitGone("#palette");
            window.find(".export-view");
        }
    }

    @Test
    void theToolsOfTheRecoveryAreCommands() {
        try (var window = OpenWindow.on(GeneratedJournal.in(folder.resolve("show.db"), 200), 1000, 700)) {
            perform(window, "crash here");
            window.find("#crashRouter");
            perform(window, "recovered as clasp-router");
            assertThat(((ToggleButton) window.find("#rule-router")).isSelected())
                    .isTrue();
            perform(window, "recovered as documented");
            assertThat(((ToggleButton) window.find("#rule-documented")).isSelected())
                    .isTrue();
            perform(window, "compare");
            window.find("#differenceTable");
        }
    }

    @Test
    void aBackupIsRestoredByACommand() throws Exception {
        Path file = GeneratedJournal.in(folder.resolve("show.db"), 200);
        Path backup = Files.copy(file, folder.resolve("show-backup.db"));
        try (var window = OpenWindow.on(file, 1000, 700)) {
            window.willOpen(backup);
            perform(window, "restore");
            window.click("#confirmRestore");
            window.awaitText("#outcome", "The journal is again what");
        }
    }

    @Test
    void theProblemsAreSavedByACommand() {
        try (var window = OpenWindow.on(GeneratedJournal.in(folder.resolve("show.db"), 200), 1000, 700)) {
            Path report = folder.resolve("report.html");
            window.willSave(report);
            perform(window, "save report");
            window.awaitText("#reportResult", "written to report.html");
            assertThat(report).exists();
        }
    }

    @Test
    void withoutAJournalWhatItWouldNeedIsFoundAllTheSame() {
        try (var window = OpenWindow.empty(800, 600)) {
            for (var wanted : Map.of("restore", "Restore backup…", "save report", "Save report…")
                    .entrySet()) {
                window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
                window.find("#palette");
                window.type(wanted.getKey());
                assertThat(window.texts("#paletteList .command-cell .label")).startsWith(wanted.getValue());
                window.press(KeyCode.ESCAPE);
                window.awaitGone("#palette");
            }
        }
    }

    @Test
    void whatIsHostedIsStoppedByACommand() {
        try (var window = OpenWindow.on(GeneratedJournal.in(folder.resolve("show.db"), 200), 1000, 700)) {
            window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
            window.type("stop");
            assertThat(window.texts("#paletteList .command-cell .label").getFirst())
                    .as("nothing runs")
                    .isNotEqualTo("Stop");
            window.press(KeyCode.ESCAPE);
            HostDialog.host(window);
            perform(window, "stop");
            window.click("#questionYes");
            window.awaitText("#hostState", "Stopped");
        }
    }

    @Test
    void theArrowsChooseAnotherAndEscapeLeavesEverything() {
        try (var window = OpenWindow.on(GeneratedJournal.in(folder.resolve("show.db"), 200), 1000, 700)) {
            window.click(".entry-cell.seq");
            window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
            window.find("#palette");
            window.type("match");
            window.press(KeyCode.DOWN);
            window.press(KeyCode.ESCAPE);
            window.awaitGone("#palette");
            assertThat(window.focusIsWithin(".entry-table")).isTrue();
            window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
            window.type("last match");
            window.press(KeyCode.ENTER);
            window.settle();
            assertThat(window.texts(".entry-cell.seq")).contains("200");
        }
    }

    @Test
    void withoutAJournalWhatNeedsOneComesLastAndDoesNothing() {
        try (var window = OpenWindow.empty(800, 600)) {
            window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
            window.find("#palette");
            assertThat(window.texts("#paletteList .command-cell .label")).startsWith("Open…");
            window.type("clear filter");
            window.press(KeyCode.ENTER);
            assertThat(window.sees("#palette")).isTrue();
            window.type("qqqq");
            window.awaitText("#paletteList .label", "No command");
            window.screenshots("palette-small");
        }
    }

    @Test
    void theSheetTellsEveryShortcut() {
        try (var window = OpenWindow.on(GeneratedJournal.in(folder.resolve("show.db"), 200), 1280, 900)) {
            window.press(KeyCode.F1);
            window.find("#shortcuts");
            assertThat(window.texts("#shortcuts .shortcut"))
                    .contains("Ctrl+G", "Ctrl+Shift+P", "F7", "F1", "Home  End");
            window.screenshots("shortcuts");
            window.press(KeyCode.ESCAPE);
            window.awaitGone("#shortcuts");
        }
    }

    @Test
    void whatKeysDoBeginsAtOnePlaceInEachColumnOfTheSheet() {
        try (var window = OpenWindow.empty(1280, 900)) {
            window.press(KeyCode.F1);
            window.find("#shortcuts");
            window.settle();
            assertThat(FxStage.call(() -> window.root().lookupAll("#shortcuts .keys").stream()
                            .flatMap(keys -> ((GridPane) keys).getChildren().stream())
                            .filter(node -> Integer.valueOf(1).equals(GridPane.getColumnIndex(node)))
                            .map(does -> does.localToScene(0, 0).getX())
                            .distinct()
                            .toList()))
                    .hasSize(2);
        }
    }

    /// At this width there is no room for names on the buttons.
    @Test
    void aButtonWithoutItsNameTellsItAndItsKeysWhenPointedAt() {
        try (var window = OpenWindow.empty(1280, 800)) {
            window.find(".command-bar");
            List<ButtonBase> buttons =
                    FxStage.call(() -> ((ToolBar) window.root().lookup(".command-bar"))
                            .getItems().stream()
                                    .filter(ButtonBase.class::isInstance)
                                    .map(ButtonBase.class::cast)
                                    .toList());
            assertThat(buttons).hasSizeGreaterThan(12);
            Map<String, String> keys = new HashMap<>();
            for (ShownCommands line : ShownCommands.inPalette(window)) {
                keys.put(line.name(), line.keys());
            }
            for (ButtonBase button : buttons) {
                String name = FxStage.call(button::getAccessibleText);
                String tip = FxStage.call(() -> button.getTooltip().getText());
                assertThat(tip).startsWith(name + "\n");
                String key = keys.getOrDefault(name, "");
                assertThat(tip).as(name).contains(key);
            }
        }
    }

    @Test
    void theSheetFitsASmallWindow() {
        try (var window = OpenWindow.empty(800, 600)) {
            window.press(KeyCode.F1);
            window.find("#shortcutsClose");
            window.screenshots("shortcuts-small");
            assertThat(FxStage.call(() -> window.root().lookupAll("#shortcuts .shortcut").stream()
                            .map(keys -> keys.localToScene(0, 0).getX())
                            .distinct()
                            .toList()))
                    .as("where keys begin, in the one column that there is room for")
                    .hasSize(1);
        }
    }

    @Test
    void aSlashLeadsToTheFilterUnlessTextIsBeingWritten() {
        try (var window = OpenWindow.on(GeneratedJournal.in(folder.resolve("show.db"), 200), 1000, 700)) {
            window.type("/");
            assertThat(window.focusIsWithin("#query")).isTrue();
            window.type("/lumen");
            assertThat(((TextInputControl) window.find("#query")).getText()).isEqualTo("/lumen");
        }
    }

    @Test
    void tabsAreTurnedByKeys() {
        try (var window = OpenWindow.on(GeneratedJournal.in(folder.resolve("one.db"), 50), 1000, 700)) {
            window.open(GeneratedJournal.in(folder.resolve("two.db"), 60));
            window.awaitText(".status-line .label", "60 entries");
            window.press(KeyCode.CONTROL, KeyCode.TAB);
            window.settle();
            assertThat(window.textsInFront(".status-line .label")).anyMatch(text -> text.startsWith("50 entries"));
            window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.TAB);
            window.settle();
            assertThat(window.textsInFront(".status-line .label")).anyMatch(text -> text.startsWith("60 entries"));
        }
    }

    @Test
    void rowsStandCloserOrFartherApart() {
        try (var window = OpenWindow.on(GeneratedJournal.in(folder.resolve("show.db"), 500), 1000, 700)) {
            int usual = rows(window);
            perform(window, "compact rows");
            window.screenshots("rows-compact");
            assertThat(rows(window)).isGreaterThan(usual);
            perform(window, "roomy rows");
            window.screenshots("rows-roomy");
            assertThat(rows(window)).isLessThan(usual);
            perform(window, "usual rows");
            assertThat(rows(window)).isEqualTo(usual);
        }
    }

    @Test
    void changesOfTheViewAreTakenBack() {
        try (var window = OpenWindow.on(GeneratedJournal.in(folder.resolve("show.db"), 500), 1000, 700)) {
            window.press(KeyCode.CONTROL, KeyCode.D);
            window.click(".entry-cell.seq");
            window.press(KeyCode.CONTROL, KeyCode.D);
            window.settle();
            assertThat(rows(window)).isLessThan(20);
            perform(window, "local time");
            window.press(KeyCode.CONTROL, KeyCode.DIGIT5);
            window.find("#lifelines");
            window.press(KeyCode.CONTROL, KeyCode.Z);
            window.awaitGone("#lifelines");
            window.press(KeyCode.CONTROL, KeyCode.Z);
            window.press(KeyCode.CONTROL, KeyCode.Z);
            window.settle();
            window.awaitText(".status-line .label", "500 entries");
            assertThat(window.text("#timeDisplay")).isEqualTo("Time in UTC");
            window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
            window.awaitText(".status-line .label", "of 500");
        }
    }

    @Test
    void oneStepBackFromLifelinesIsWhereTheyWereComeFrom() {
        try (var window = OpenWindow.on(GeneratedJournal.in(folder.resolve("show.db"), 500), 1000, 700)) {
            window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.S);
            window.find("#states");
            window.press(KeyCode.CONTROL, KeyCode.DIGIT5);
            window.find("#lifelines");
            window.press(KeyCode.CONTROL, KeyCode.Z);
            window.find("#states");
            assertThat(window.sees("#lifelines")).isFalse();
            window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
            window.find("#lifelines");
        }
    }

    private static int rows(OpenWindow window) {
        return window.textsInFront(".entry-cell.seq").size();
    }

    private static void perform(OpenWindow window, String name) {
        window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
        window.find("#palette");
        window.type(name);
        window.press(KeyCode.ENTER);
        window.awaitGone("#palette");
        window.settle();
    }
}
