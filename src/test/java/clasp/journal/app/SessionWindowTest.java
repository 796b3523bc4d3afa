package clasp.journal.app;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.settings.FileSettings;
import clasp.journal.settings.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The next start goes on where the last one ended.
class SessionWindowTest {
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

    @Test
    void aSessionThatBrokeOffIsOfferedOnly() throws Exception {
        Path one = GeneratedJournal.in(folder.resolve("one.db"), 100);
        try (FileSettings settings = settings();
                var window = OpenWindow.on(one, settings, 1000, 700)) {
            window.awaitText(".status-line .label", "100 entries");
        }
        Path file = folder.resolve("settings.json");
        Files.writeString(file, Files.readString(file).replaceAll("\"ended\" : true", "\"ended\" : false"));
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

    private FileSettings settings() {
        return new FileSettings(folder.resolve("settings.json"), Runnable::run, warnings::add);
    }

    private static String selected(OpenWindow window) {
        return String.join(",", window.textsInFront(".entry-line:chosen .entry-cell.seq"));
    }
}
