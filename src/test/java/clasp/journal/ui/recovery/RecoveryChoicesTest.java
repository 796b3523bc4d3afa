package clasp.journal.ui.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.recovery.JournalPair;
import clasp.journal.recovery.RecoveryRule;
import clasp.journal.testing.FxStage;
import clasp.journal.ui.fx.FileDialogs;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Parent;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/// Buttons of which one is chosen say what is shown, by whichever means one of them was pressed.
class RecoveryChoicesTest {
    private final RecoveryFixture fixture = new RecoveryFixture();

    @Test
    void theRuleOfTheRecovery() {
        RecoveryViewModel model = opened();
        assertChosen(
                () -> new TransportBar(model),
                model.rule(),
                "#rule-documented",
                RecoveryRule.DOCUMENTED,
                "#rule-router",
                RecoveryRule.CLASP_ROUTER);
    }

    @Test
    void howFarTheLastMomentsGoBack() {
        RecoveryViewModel model = opened();
        assertChosen(
                () -> new MomentsPane(model.moments()),
                model.moments().span(),
                "#span-10",
                Duration.ofSeconds(10),
                "#span-60",
                Duration.ofSeconds(60));
    }

    @Test
    void howTwoJournalsAreAligned() {
        RecoveryViewModel model = opened();
        assertChosen(
                () -> new PairPane(model.pair(), FileDialogs.none()),
                model.pair().alignment(),
                "#align-seq",
                JournalPair.Alignment.SEQ,
                "#align-time",
                JournalPair.Alignment.TIME);
    }

    private RecoveryViewModel opened() {
        fixture.journal.set(1, "/a", "17", 1L);
        return fixture.open();
    }

    private static <T> void assertChosen(
            Supplier<Parent> pane, ObjectProperty<T> chosen, String first, T firstValue, String second, T secondValue) {
        List<T> applied = new ArrayList<>();
        try (FxStage stage = FxStage.show(1000, 400, false, pane)) {
            ToggleButton one = stage.find(first, ToggleButton.class);
            ToggleButton other = stage.find(second, ToggleButton.class);
            FxStage.run(() -> {
                chosen.set(firstValue);
                chosen.subscribe((before, now) -> applied.add(now));
                one.requestFocus();
            });
            stage.robot().push(KeyCode.RIGHT);
            WaitForAsyncUtils.waitForFxEvents();
            assertThat(applied).as("by an arrow key").containsExactly(secondValue);
            assertThat(FxStage.<Boolean>call(other::isSelected)).isTrue();
            stage.robot().push(KeyCode.SPACE);
            WaitForAsyncUtils.waitForFxEvents();
            assertThat(applied).as("what is chosen stays so").hasSize(1);
            assertThat(FxStage.<Boolean>call(other::isSelected)).isTrue();
            stage.robot().clickOn(one);
            WaitForAsyncUtils.waitForFxEvents();
            assertThat(applied).as("by the mouse").containsExactly(secondValue, firstValue);
            FxStage.run(other::requestFocus);
            stage.robot().push(KeyCode.SPACE);
            WaitForAsyncUtils.waitForFxEvents();
            assertThat(applied).as("by Space").containsExactly(secondValue, firstValue, secondValue);
            FxStage.run(() -> chosen.set(firstValue));
            assertThat(FxStage.<Boolean>call(one::isSelected))
                    .as("from elsewhere")
                    .isTrue();
            assertThat(applied).hasSize(4);
        }
    }
}
