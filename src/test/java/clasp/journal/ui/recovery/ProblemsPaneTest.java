package clasp.journal.ui.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.recovery.Problem;
import clasp.journal.testing.FxStage;
import clasp.journal.ui.fx.FileDialogs;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableView;
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

    /// At 1280 pixels the column is narrower than most sentences.
    @Test
    void aSentenceThatIsCutInItsColumnIsReadWholeByPointingAtItAndBelowTheTable() {
        fixture.journal.set(1, "/the/night/before/the/second/rehearsal", "{broken", 1L);
        try (FxStage stage = FxStage.show(
                640, 400, false, () -> new ProblemsPane(fixture.open().problems(), FileDialogs.none()))) {
            FxStage.run(fixture::settle);
            WaitForAsyncUtils.waitForFxEvents();
            TableView<?> table = stage.find("#problemTable", TableView.class);
            Problem problem = FxStage.call(() -> (Problem) table.getItems().getFirst());
            assertThat(FxStage.<List<String>>call(() -> table.lookupAll(".table-cell").stream()
                            .map(TableCell.class::cast)
                            .filter(cell -> problem.explanation().equals(cell.getText()))
                            .map(cell -> cell.getTooltip().getText())
                            .toList()))
                    .containsExactly(problem.explanation());
            FxStage.run(() -> table.getSelectionModel().select(0));
            stage.screenshot("problems-explained");
            Label advice = stage.find("#problemAdvice", Label.class);
            String shown = FxStage.call(() -> ((Text) advice.lookup(".text")).getText());
            assertThat(shown.replaceAll("\\s+", " ")).startsWith(problem.explanation());
        }
    }

    private static List<String> counts(FxStage stage) {
        return FxStage.call(() -> List.of("error", "warning", "info").stream()
                .map(severity -> ((Labeled) stage.lookup("#severity-" + severity)).getText())
                .toList());
    }
}
