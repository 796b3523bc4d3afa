package clasp.journal.ui.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.testing.FxStage;
import javafx.scene.control.TableCell;
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
}
