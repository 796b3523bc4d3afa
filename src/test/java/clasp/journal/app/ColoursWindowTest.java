package clasp.journal.app;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.settings.FileSettings;
import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Rows are coloured by filters.
class ColoursWindowTest {
    @TempDir
    private Path folder;

    @Test
    void theFirstRuleThatFindsAnEntryColoursIt() {
        Path journal = GeneratedJournal.in(folder.resolve("show.db"), 400);
        Path file = folder.resolve("settings.json");
        try (var settings = new FileSettings(file, Runnable::run, sentence -> {});
                var window = OpenWindow.on(journal, settings, 1100, 760)) {
            addRule(window, "type:event");
            addRule(window, "/lumen/**");
            window.screenshots("colour-rules");
            window.press(KeyCode.ESCAPE);
            window.awaitGone("#colourRules");
            window.screenshots("coloured-rows");
            assertThat(window.textsInFront(".entry-line.tint-red .entry-cell.signal"))
                    .isNotEmpty()
                    .containsOnly("event");
            assertThat(window.textsInFront(".entry-line.tint-orange .entry-cell.address"))
                    .isNotEmpty()
                    .allMatch(address -> address.startsWith("/lumen/"));
        }
        try (var settings = new FileSettings(file, Runnable::run, sentence -> {});
                var window = OpenWindow.on(journal, settings, 1100, 760)) {
            assertThat(window.textsInFront(".entry-line.tint-red .entry-cell.signal"))
                    .isNotEmpty();
        }
    }

    @Test
    void whatIsNoFilterIsToldAndColoursNothing() {
        try (var window = OpenWindow.on(GeneratedJournal.in(folder.resolve("show.db"), 100), 800, 600)) {
            addRule(window, "type:nothing-like-that (");
            assertThat(window.text("#colourRules .problem")).isNotBlank();
            window.screenshots("colour-rules-problem");
            assertThat(window.textsInFront(".entry-line.tint-red .entry-cell.signal"))
                    .isEmpty();
        }
    }

    private static void addRule(OpenWindow window, String filter) {
        if (!window.sees("#colourRules")) {
            window.press(KeyCode.CONTROL, KeyCode.ALT, KeyCode.D);
        }
        window.click("#colourAdd");
        int last = window.count("#colourRules .line .text-field") - 1;
        window.clickNth("#colourRules .line .text-field", last);
        window.type(filter);
    }
}
