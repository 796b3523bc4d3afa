package clasp.journal.ui.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.testing.FxStage;
import javafx.scene.control.TableColumn;
import javafx.scene.layout.BorderPane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DenseTableTest {
    @ParameterizedTest
    @ValueSource(ints = {330, 420, 900})
    void whereThereIsLittleRoomColumnsGiveWayAndNothingScrollsSideways(int width) {
        try (FxStage stage = shown(width)) {
            DenseTable<?> table = stage.find("#denseTable", DenseTable.class);
            assertThat(FxStage.<Double>call(() -> all(table))).isBetween(width - 20.0, width - 17.0);
            assertThat(FxStage.<Double>call(() -> width(table, 0)))
                    .as("what cannot be cut short")
                    .isEqualTo(92);
        }
    }

    @Test
    void noColumnBecomesSoNarrowThatItSaysNothing() {
        try (FxStage stage = shown(150)) {
            DenseTable<?> table = stage.find("#denseTable", DenseTable.class);
            assertThat(FxStage.<Double>call(() -> width(table, 1))).isEqualTo(52);
            assertThat(FxStage.<Double>call(() -> width(table, 2))).isEqualTo(52);
        }
    }

    /// It became what the rows needed that happened to be there when the table came on screen.
    @Test
    void aColumnIsAsWideAsItWasMadeWhateverRowsAreThere() {
        try (FxStage stage = FxStage.show(600, 300, false, () -> {
            var table = new DenseTable<String>("denseTable", "recoveryView.moments.table");
            table.column("recoveryView.column.kind", 80, text -> text)
                    .column("recoveryView.column.address", 250, text -> text);
            table.getItems().setAll("a");
            return new BorderPane(table);
        })) {
            DenseTable<?> table = stage.find("#denseTable", DenseTable.class);
            assertThat(FxStage.<Double>call(() -> width(table, 0))).isBetween(80.0, 82.0);
        }
    }

    private static FxStage shown(double width) {
        return FxStage.show(width, 300, false, () -> {
            var table = new DenseTable<String>("denseTable", "recoveryView.moments.table");
            table.column("recoveryView.column.ago", 92, text -> text, "right")
                    .column("recoveryView.column.author", 150, text -> text)
                    .column("recoveryView.column.address", 250, text -> text);
            table.grow(1, 2, 2);
            table.getItems().setAll("one", "two");
            return new BorderPane(table);
        });
    }

    private static double all(DenseTable<?> table) {
        return table.getColumns().stream().mapToDouble(TableColumn::getWidth).sum();
    }

    private static double width(DenseTable<?> table, int column) {
        return table.getColumns().get(column).getWidth();
    }
}
