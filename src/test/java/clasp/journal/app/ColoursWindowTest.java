package clasp.journal.app;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.settings.FileSettings;
import clasp.journal.testing.FxStage;
import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Rows are coloured by filters.
@Tag("thorough")
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
    void aNewRuleHasTheCaretAndIsInSightBelowManyOthers() {
        try (var window = OpenWindow.on(GeneratedJournal.in(folder.resolve("show.db"), 100), 900, 600)) {
            for (int i = 0; i < 12; i++) {
                addRule(window, "/rule/" + i);
            }
            List<String> filters = FxStage.call(() -> window.root().lookupAll("#colourRules .line .text-field").stream()
                    .map(field -> ((TextInputControl) field).getText())
                    .toList());
            assertThat(filters).hasSize(12).startsWith("/rule/0", "/rule/1").endsWith("/rule/11");
            window.screenshots("colour-rules-many");
            Bounds list = bounds(window.find("#colourRules .scroll-pane"));
            assertThat(list.contains(bounds(window.root().getScene().getFocusOwner())))
                    .isTrue();
        }
    }

    private static Bounds bounds(Node node) {
        return FxStage.call(() -> node.localToScene(node.getLayoutBounds()));
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
        window.type(filter);
    }
}
