package clasp.journal.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What happened to each address over time is seen.
@Tag("thorough")
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
    void severalAddressesAreLaidOverEachOtherByKeyboard() {
        try (var window = OpenWindow.on(GeneratedJournal.in(folder.resolve("show.db"), 20_000), 1280, 820)) {
            window.press(KeyCode.CONTROL, KeyCode.L);
            window.type("/audio/**");
            window.press(KeyCode.ENTER);
            window.settle();
            window.press(KeyCode.CONTROL, KeyCode.DIGIT5);
            window.find("#lifelines");
            window.settle();
            for (int row = 0; row < 3; row++) {
                window.press(KeyCode.SPACE);
                window.press(KeyCode.DOWN);
            }
            window.awaitText("#sharedPlotTitle", "3 addresses in one plot");
            window.settle();
            List<String> addresses = window.texts("#sharedPlotLegend .mono");
            assertThat(addresses)
                    .hasSize(3)
                    .isEqualTo(window.texts("#lifelineList .mono").subList(0, 3));
            assertThat(window.texts("#sharedPlotLegend .value")).noneMatch(String::isBlank);
            window.screenshots("lifelines-together");
            window.click("#oneScale");
            window.settle();
            window.screenshots("lifelines-together-one-scale");

            window.press(KeyCode.TAB);
            window.press(KeyCode.TAB);
            assertThat(window.focusIsWithin("#sharedPlotDrawing")).isTrue();
            window.press(KeyCode.RIGHT);
            window.press(KeyCode.LEFT);
            window.settle();
            assertThat(window.text("#sharedPlotReading")).startsWith("/audio/").contains("seq ");
            window.screenshots("lifelines-together-read");
            String seq = window.text("#sharedPlotReading").replaceAll(".*seq ", "");
            window.press(KeyCode.ENTER);
            window.awaitGone("#lifelines");
            window.settle();
            assertThat(window.textsInFront(".entry-line:chosen .entry-cell.seq"))
                    .containsExactly(seq);

            window.press(KeyCode.CONTROL, KeyCode.DIGIT5);
            window.awaitText("#sharedPlotTitle", "3 addresses in one plot");
            window.press(KeyCode.ESCAPE);
            window.awaitGone("#sharedPlot");
            assertThat(window.find("#lifelines")).isNotNull();
        }
    }

    @Test
    void severalAddressesAreLaidOverEachOtherByMouse() {
        try (var window = OpenWindow.on(GeneratedJournal.in(folder.resolve("show.db"), 3_000), 1024, 700)) {
            window.press(KeyCode.CONTROL, KeyCode.DIGIT5);
            window.find("#lifelines");
            window.settle();
            window.click("#lifelineList .lifeline-cell .check-box");
            window.awaitText("#sharedPlotTitle", "One address");
            window.settle();
            window.screenshots("lifelines-together-small");
            window.click("#sharedPlotDrawing");
            window.awaitGone("#lifelines");

            window.press(KeyCode.CONTROL, KeyCode.DIGIT5);
            window.click("#sharedPlotLegend .check-box");
            window.awaitGone("#sharedPlot");
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
