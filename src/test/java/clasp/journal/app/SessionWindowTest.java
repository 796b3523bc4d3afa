package clasp.journal.app;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.settings.FileSettings;
import clasp.journal.settings.Settings;
import clasp.journal.testing.FxStage;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The next start goes on where the last one ended.
class SessionWindowTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    private final List<String> warnings = new ArrayList<>();

    @Test
    void tabsFiltersSelectionAndPlaceComeBack() {
        Path one = GeneratedJournal.in(folder.resolve("one.db"), 5_000);
        Path two = GeneratedJournal.in(folder.resolve("two.db"), 300);
        List<String> rows;
        String front;
        try (FileSettings settings = settings();
                var window = OpenWindow.on(one, settings, 1000, 700)) {
            window.press(KeyCode.CONTROL, KeyCode.L);
            window.type("/lumen/**");
            window.press(KeyCode.ENTER);
            window.reveal(2_500);
            window.open(two);
            window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.TAB);
            window.settle();
            rows = window.textsInFront(".entry-cell.seq");
            front = selected(window);
        }
        try (FileSettings settings = settings();
                var window = OpenWindow.resumed(settings, 1000, 700)) {
            assertThat(window.texts("#journals > .tab-header-area .tab-label")).containsExactly("one.db", "two.db");
            assertThat(((TextInputControl) window.find("#query")).getText()).isEqualTo("/lumen/**");
            assertThat(window.textsInFront(".entry-cell.seq")).isEqualTo(rows);
            assertThat(selected(window)).isEqualTo(front).isNotEmpty();
        }
        assertThat(warnings).isEmpty();
    }

    @Test
    void aTabWithABadNumberIsLeftOutAndAllOthersComeBack() throws Exception {
        Path one = GeneratedJournal.in(folder.resolve("one.db"), 300);
        Path two = GeneratedJournal.in(folder.resolve("two.db"), 300);
        Path three = GeneratedJournal.in(folder.resolve("three.db"), 300);
        try (FileSettings settings = settings();
                var window = OpenWindow.on(one, settings, 1000, 700)) {
            window.open(two);
            window.open(three);
            window.settle();
        }
        Path file = folder.resolve("settings.json");
        ObjectNode stored = (ObjectNode) JSON.readTree(file.toFile());
        ((ObjectNode) stored.at("/session/windows/0/journals/1/state/place")).put("top", "high up");
        String damaged = JSON.writeValueAsString(stored);
        Files.writeString(file, damaged);
        try (FileSettings settings = settings();
                var window = OpenWindow.resumed(settings, 1000, 700)) {
            assertThat(window.texts("#journals > .tab-header-area .tab-label")).containsExactly("one.db", "three.db");
        }
        assertThat(warnings).singleElement().asString().contains("“session”", "windows[0].journals[1].state.place.top");
        assertThat(folder.resolve("settings.json.damaged")).hasContent(damaged);
    }

    @Test
    void allRowsThatWereSelectedComeBack() {
        Path one = GeneratedJournal.in(folder.resolve("one.db"), 5_000);
        List<String> rows;
        String before;
        String status;
        try (FileSettings settings = settings();
                var window = OpenWindow.on(one, settings, 1000, 700)) {
            window.reveal(2_500);
            window.press(KeyCode.SHIFT, KeyCode.DOWN);
            window.press(KeyCode.SHIFT, KeyCode.DOWN);
            clickWithControl(window.find(".entry-cell.seq", "2506"));
            window.settle();
            rows = window.textsInFront(".entry-cell.seq");
            before = selected(window);
            status = window.textsInFront(".status-line .label").getFirst();
            assertThat(before).isEqualTo("2500,2501,2502,2506");
        }
        try (FileSettings settings = settings();
                var window = OpenWindow.resumed(settings, 1000, 700)) {
            assertThat(window.textsInFront(".entry-cell.seq")).isEqualTo(rows);
            assertThat(selected(window)).isEqualTo(before);
            assertThat(window.textsInFront(".status-line .label").getFirst()).isEqualTo(status);
        }
        assertThat(warnings).isEmpty();
    }

    @Test
    void everythingSelectedComesBack() {
        Path one = GeneratedJournal.in(folder.resolve("one.db"), 5_000);
        String status;
        try (FileSettings settings = settings();
                var window = OpenWindow.on(one, settings, 1000, 700)) {
            window.press(KeyCode.CONTROL, KeyCode.A);
            status = window.textsInFront(".status-line .label").getFirst();
            assertThat(status).contains("5,000 selected");
        }
        try (FileSettings settings = settings();
                var window = OpenWindow.resumed(settings, 1000, 700)) {
            window.awaitText(".status-line .label", status);
        }
    }

    @Test
    void lifelinesThatWereLaidOverEachOtherComeBack() {
        Path one = GeneratedJournal.in(folder.resolve("one.db"), 5_000);
        List<String> together;
        try (FileSettings settings = settings();
                var window = OpenWindow.on(one, settings, 1000, 900)) {
            window.press(KeyCode.CONTROL, KeyCode.DIGIT5);
            window.settle();
            window.press(KeyCode.SPACE);
            window.press(KeyCode.DOWN);
            window.press(KeyCode.DOWN);
            window.press(KeyCode.SPACE);
            window.awaitText("#sharedPlotTitle", "2 addresses in one plot");
            window.click("#oneScale");
            window.settle();
            together = window.texts("#sharedPlotLegend .mono");
        }
        try (FileSettings settings = settings();
                var window = OpenWindow.resumed(settings, 1000, 900)) {
            window.awaitText("#sharedPlotTitle", "2 addresses in one plot");
            assertThat(window.texts("#sharedPlotLegend .mono"))
                    .isEqualTo(together)
                    .hasSize(2);
            assertThat(((CheckBox) window.find("#oneScale")).isSelected()).isTrue();
        }
        assertThat(warnings).isEmpty();
    }

    @Test
    void theRecoveryViewComesBackWithItsPageAndItsCursor() {
        Path one = GeneratedJournal.in(folder.resolve("one.db"), 5_000);
        List<String> rows;
        try (FileSettings settings = settings();
                var window = OpenWindow.on(one, settings, 1000, 900)) {
            window.reveal(2_500);
            window.press(KeyCode.CONTROL, KeyCode.DIGIT3);
            window.awaitText("#cursorPlace", "2500 of 5000");
            window.click("#recovery-tab-crash");
            window.click("#rule-router");
            window.press(KeyCode.CONTROL, KeyCode.L);
            window.type("/nowhere");
            window.press(KeyCode.ENTER);
            window.settle();
            window.press(KeyCode.F7);
            window.awaitText("#cursorPlace", "2501 of 5000");
            window.settle();
            rows = window.textsInFront(".entry-cell.seq");
            window.screenshots("session-recovery-before");
        }
        try (FileSettings settings = settings();
                var window = OpenWindow.resumed(settings, 1000, 900)) {
            window.awaitText("#cursorPlace", "2501 of 5000");
            window.settle();
            window.press(KeyCode.CONTROL, KeyCode.Z);
            assertThat(((TextInputControl) window.find("#query")).getText())
                    .as("nothing to take back yet")
                    .isEqualTo("/nowhere");
            assertThat(((TabPane) window.find("#recoveryTabs"))
                            .getSelectionModel()
                            .getSelectedItem()
                            .getId())
                    .isEqualTo("recovery-tab-crash");
            assertThat(((ToggleButton) window.find("#rule-router")).isSelected())
                    .isTrue();
            assertThat(window.textsInFront(".entry-cell.seq")).isEqualTo(rows);
            window.screenshots("session-recovery");
        }
        assertThat(warnings).isEmpty();
    }

    @Test
    void theRowsOfATableAboveTheRecoveryViewStayWhereTheyWere() {
        Path one = GeneratedJournal.in(folder.resolve("one.db"), 5_000);
        List<String> rows;
        String before;
        try (FileSettings settings = settings();
                var window = OpenWindow.on(one, settings, 1000, 900)) {
            window.reveal(2_500);
            window.press(KeyCode.SHIFT, KeyCode.DOWN);
            window.press(KeyCode.CONTROL, KeyCode.DIGIT3);
            window.awaitText("#cursorPlace", "2501 of 5000");
            window.settle();
            rows = window.textsInFront(".entry-cell.seq");
            before = selected(window);
        }
        try (FileSettings settings = settings();
                var window = OpenWindow.resumed(settings, 1000, 900)) {
            window.awaitText("#cursorPlace", "2501 of 5000");
            window.settle();
            assertThat(selected(window)).isEqualTo(before).contains("2500,2501");
            assertThat(window.textsInFront(".entry-cell.seq")).isEqualTo(rows);
        }
    }

    @Test
    void thePageComesBack() {
        Path one = GeneratedJournal.in(folder.resolve("one.db"), 300);
        Settings settings = Settings.inMemory();
        try (var window = OpenWindow.on(one, settings, 1000, 700)) {
            window.press(KeyCode.CONTROL, KeyCode.DIGIT5);
            window.find("#lifelines");
        }
        try (var window = OpenWindow.resumed(settings, 1000, 700)) {
            window.find("#lifelines");
        }
    }

    /// With one journal of a hundred entries.
    private void breakOff() throws Exception {
        Path one = GeneratedJournal.in(folder.resolve("one.db"), 100);
        try (FileSettings settings = settings();
                var window = OpenWindow.on(one, settings, 1000, 700)) {
            window.awaitText(".status-line .label", "100 entries");
        }
        Path file = folder.resolve("settings.json");
        Files.writeString(file, Files.readString(file).replaceAll("\"ended\" : true", "\"ended\" : false"));
    }

    @Test
    void aSessionThatBrokeOffIsOpenedAgainByKeys() throws Exception {
        breakOff();
        try (FileSettings settings = settings();
                var window = OpenWindow.resumed(settings, 1000, 700)) {
            assertThat(window.notices()).hasSize(1);
            window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.T);
            window.awaitText(".status-line .label", "100 entries");
            assertThat(window.notices()).as("what is being mended").isEmpty();
            window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
            window.find("#palette");
            window.type("open again");
            assertThat(window.find("#paletteList .command-cell").getPseudoClassStates())
                    .as("a second time")
                    .contains(PseudoClass.getPseudoClass("unavailable"));
        }
    }

    @Test
    void aSessionThatBrokeOffIsOpenedAgainFromTheListOfCommands() throws Exception {
        breakOff();
        try (FileSettings settings = settings();
                var window = OpenWindow.resumed(settings, 1000, 700)) {
            window.command("open again");
            window.awaitText(".status-line .label", "100 entries");
        }
    }

    @Test
    void aSessionThatBrokeOffIsOfferedOnly() throws Exception {
        breakOff();
        try (FileSettings settings = settings();
                var window = OpenWindow.resumed(settings, 1000, 700)) {
            assertThat(window.notices())
                    .singleElement()
                    .asString()
                    .contains("did not end as it should", "One journal was open: one.db");
            window.screenshots("session-broken");
            window.click(".remedy");
            window.awaitText(".status-line .label", "100 entries");
            assertThat(window.notices()).as("what is being mended").isEmpty();
        }
    }

    @Test
    void aFileThatIsGoneKeepsItsTabAndSaysSo() throws Exception {
        Path one = GeneratedJournal.in(folder.resolve("one.db"), 100);
        Settings settings = Settings.inMemory();
        try (var window = OpenWindow.on(one, settings, 1000, 700)) {
            window.awaitText(".status-line .label", "100 entries");
        }
        Files.delete(one);
        try (var window = OpenWindow.resumed(settings, 1000, 700)) {
            window.awaitText(".label", "one.db");
            assertThat(window.texts(".tab-label")).containsExactly("one.db");
        }
    }

    @Test
    void withoutASessionThereIsNothingToResume() {
        try (var window = OpenWindow.resumed(Settings.inMemory(), 1000, 700)) {
            assertThat(window.texts(".tab-label")).isEmpty();
            assertThat(window.notices()).isEmpty();
        }
    }

    /// The robot of the headless platform clicks without what the keyboard holds down.
    private static void clickWithControl(Node node) {
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
                        false,
                        true,
                        false,
                        false,
                        true,
                        false,
                        false,
                        true,
                        false,
                        true,
                        null)));
    }

    private FileSettings settings() {
        return new FileSettings(folder.resolve("settings.json"), Runnable::run, warnings::add);
    }

    private static String selected(OpenWindow window) {
        return String.join(",", window.textsInFront(".entry-line:chosen .entry-cell.seq"));
    }
}
