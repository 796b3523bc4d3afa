package clasp.journal.ui.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.testing.FxStage;
import clasp.journal.ui.fx.FileDialogs;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

class ProblemsPaneTest {
    private final RecoveryFixture fixture = new RecoveryFixture();

    /// No errors is something else than not looked for.
    @Test
    void nothingIsCountedBeforeItWasLookedFor() {
        fixture.journal.set(1, "/a", "1", 1L);
        try (FxStage stage = FxStage.show(700, 300, false, () -> {
            var model = fixture.open().problems();
            model.lookAgain();
            model.question().stop();
            return new ProblemsPane(model, FileDialogs.none());
        })) {
            assertThat(counts(stage)).containsExactly("Error", "Warning", "Note");
            FxStage.run(() -> {
                fixture.model().problems().question().again();
                fixture.settle();
            });
            assertThat(counts(stage)).containsExactly("0 errors", "0 warnings", "0 notes");
            assertThat(FxStage.<String>call(() -> ((Labeled) stage.lookup(".placeholder .label")).getText()))
                    .isEqualTo("No problems were found in this journal.");
            FxStage.run(() -> {
                fixture.model().problems().lookAgain();
                fixture.model().problems().question().stop();
            });
            assertThat(counts(stage)).containsExactly("Error", "Warning", "Note");
        }
    }

    @Test
    void whereAReportWasWrittenIsReadWholeInANarrowWindow(@TempDir Path folder) {
        fixture.journal.set(1, "/a", "{broken", 1L);
        try (FxStage stage = FxStage.show(
                500, 300, false, () -> new ProblemsPane(fixture.open().problems(), FileDialogs.none()))) {
            FxStage.run(() -> {
                fixture.model()
                        .problems()
                        .save(folder.resolve("the-night-before-the-second-rehearsal-of-the-show-problems.json"));
                fixture.settle();
            });
            WaitForAsyncUtils.waitForFxEvents();
            Label report = stage.find("#reportResult", Label.class);
            String shown = FxStage.call(() -> ((Text) report.lookup(".text")).getText());
            assertThat(shown.replaceAll("\\s+", " ")).endsWith("rehearsal-of-the-show-problems.json");
            assertThat(FxStage.<Double>call(report::getWidth)).isLessThanOrEqualTo(500);
            stage.screenshot("problems-reported");
        }
    }

    private static List<String> counts(FxStage stage) {
        return FxStage.call(() -> List.of("error", "warning", "info").stream()
                .map(severity -> ((Labeled) stage.lookup("#severity-" + severity)).getText())
                .toList());
    }
}
