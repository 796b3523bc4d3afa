package clasp.journal.ui.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.testing.FxStage;
import clasp.journal.ui.fx.Stylesheets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;

class StatePaneTest {
    private final RecoveryFixture fixture = new RecoveryFixture();

    /// A blank cell would look like a param without an address.
    @Test
    void theEmptyAddressIsCalledSo() {
        fixture.journal.set(1, "", "17", 1L);
        try (FxStage stage =
                FxStage.show(700, 300, false, () -> new StatePane(fixture.open().state()))) {
            TableCell<?, ?> address = stage.find(".table-cell.address", TableCell.class);
            assertThat(FxStage.call(address::getText)).isEqualTo("(empty address)");
        }
    }

    @Test
    void beforeAnyParamWasSetNoFilterIsBlamed() {
        fixture.journal.publish(1, "/a", "1").set(2, "/b", "1", 1L);
        try (FxStage stage = FxStage.show(700, 300, false, () -> {
            StateViewModel state = fixture.open().state();
            fixture.model().cursor().moveTo(1);
            fixture.settle();
            return new StatePane(state);
        })) {
            Label said = stage.find(".placeholder .hint", Label.class);
            assertThat(FxStage.call(said::getText)).isEqualTo("No param was set by then. Move the cursor on.");
            FxStage.run(() -> {
                fixture.model().state().filter().set("/b");
                fixture.settle();
            });
            Label filtered = stage.find(".placeholder .hint", Label.class);
            assertThat(FxStage.call(filtered::getText)).startsWith("No param fits. Shorten the filter");
        }
    }

    /// Whoever looks for the next button finds it where it was.
    @Test
    void everySpeedTakesTheSameRoomAndIsShownInFull() {
        fixture.journal.set(1, "/a", "1", 1L).set(2, "/a", "2", 2L);
        try (FxStage stage = FxStage.show(1000, 100, false, this::transport)) {
            ComboBox<?> speed = stage.find("#speed", ComboBox.class);
            Set<Double> widths = new HashSet<>();
            for (int i = 0; i < speed.getItems().size(); i++) {
                int chosen = i;
                FxStage.run(() -> {
                    if (chosen > 0) {
                        speed.show();
                        speed.hide();
                    }
                    speed.getSelectionModel().select(chosen);
                    speed.getScene().getRoot().applyCss();
                    speed.getScene().getRoot().layout();
                });
                stage.screenshot("speed-" + i);
                widths.add(FxStage.<Double>call(speed::getWidth));
                assertThat(FxStage.<List<String>>call(() -> speed.lookupAll(".list-cell .text").stream()
                                .map(text -> ((Text) text).getText())
                                .filter(text -> !text.isEmpty())
                                .toList()))
                        .contains(List.of("1×", "10×", "100×", "1,000×").get(i));
            }
            assertThat(widths).hasSize(1);
        }
    }

    private Parent transport() {
        var view = new StackPane(new TransportBar(fixture.open()));
        view.getStyleClass().add("recovery-view");
        Stylesheets.add(view, "recovery");
        return view;
    }
}
