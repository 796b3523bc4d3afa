package clasp.journal.app;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.testing.FxStage;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The snapshot viewer in windows of usual sizes.
@Tag("thorough")
class SnapshotsWindowTest {
    private static final Set<String> VALUES = Set.of("Before", "After", "Difference");

    @TempDir
    private Path folder;

    @Test
    void whatChangedIsReadWholeBeforeWhenItDid() {
        try (var window = OpenWindow.on(GeneratedJournal.in(folder.resolve("show.db"), 20_000), 1280, 820)) {
            window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.S);
            window.awaitText(".state-cell .name", "Snapshot 1");
            window.settle();
            window.click("#compareWith");
            window.press(KeyCode.DOWN, KeyCode.ENTER);
            var changes = (TableView<?>) window.find("#changes");
            window.settle();
            window.screenshots("snapshots-compared");
            assertThat(cut(changes)).isEmpty();
        }
    }

    /// The texts of cells that are not whole.
    private static List<String> cut(TableView<?> table) {
        return FxStage.call(() -> table.lookupAll(".table-cell").stream()
                .map(cell -> (TableCell<?, ?>) cell)
                .filter(cell -> !cell.isEmpty()
                        && !cell.getText().isEmpty()
                        && VALUES.contains(cell.getTableColumn().getText()))
                .filter(cell -> cell.lookup(".text") instanceof Text shown
                        && !shown.getText().equals(cell.getText()))
                .map(cell -> cell.getText())
                .toList());
    }
}
