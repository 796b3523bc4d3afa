package clasp.journal.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What happened to each address over time is seen.
class LifelinesWindowTest {
    @TempDir
    private Path folder;

    @Test
    void theAddressesOfTheFilterHaveARowEach() {
        try (var window = OpenWindow.on(GeneratedJournal.in(folder.resolve("show.db"), 20_000), 1280, 820)) {
            window.press(KeyCode.CONTROL, KeyCode.L);
            window.type("/audio/**");
            window.press(KeyCode.ENTER);
            window.settle();
            window.press(KeyCode.CONTROL, KeyCode.DIGIT5);
            window.find("#lifelines");
            window.settle();
            assertThat(window.texts("#lifelineList .lifeline-cell .mono"))
                    .isNotEmpty()
                    .allMatch(address -> address.startsWith("/audio/"));
            // A param that never changes has one number, others from the least to the greatest.
            assertThat(window.texts("#lifelineList .scale"))
                    .isNotEmpty()
                    .noneMatch(String::isBlank)
                    .anyMatch(scale -> scale.contains(" … "));
            assertThat(window.text("#lifelines .summary")).endsWith("addresses");
            window.screenshots("lifelines");
            window.click("#oneScale");
            window.settle();
            assertThat(window.texts("#lifelineList .scale").stream().distinct()).hasSize(1);
        }
    }

    @Test
    void aClickOnAMarkShowsItsEntry() {
        try (var window = OpenWindow.on(GeneratedJournal.in(folder.resolve("show.db"), 3_000), 1000, 700)) {
            window.press(KeyCode.CONTROL, KeyCode.DIGIT5);
            window.find("#lifelines");
            window.settle();
            window.screenshots("lifelines-small");
            window.press(KeyCode.DOWN);
            window.press(KeyCode.ENTER);
            window.awaitGone("#lifelines");
            window.settle();
            assertThat(window.textsInFront(".entry-line:chosen .entry-cell.seq"))
                    .hasSize(1);
        }
    }

    @Test
    void aFilterThatFindsNothingSaysSo() {
        try (var window = OpenWindow.on(GeneratedJournal.in(folder.resolve("show.db"), 100), 800, 600)) {
            window.press(KeyCode.CONTROL, KeyCode.L);
            window.type("/nothing/**");
            window.press(KeyCode.ENTER);
            window.settle();
            window.press(KeyCode.CONTROL, KeyCode.DIGIT5);
            window.awaitText("#lifelines .label", "No address");
            window.screenshots("lifelines-none");
            window.press(KeyCode.CONTROL, KeyCode.DIGIT5);
            window.awaitGone("#lifelines");
        }
    }
}
