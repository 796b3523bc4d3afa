package clasp.journal.app;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.settings.Settings;
import clasp.journal.testing.FxStage;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The columns of the table are chosen, moved and sized with the keys alone.
class ColumnsWindowTest {
    @TempDir
    private Path folder;

    private Path journal = Path.of("");

    @BeforeEach
    void makeAJournal() {
        journal = GeneratedJournal.in(folder.resolve("show.db"), 500);
    }

    @Test
    void spaceHidesAndAltWithArrowsMovesAndSizesAndItIsRemembered() {
        Settings settings = Settings.inMemory();
        try (var window = OpenWindow.on(journal, settings, 1280, 820)) {
            window.press(KeyCode.CONTROL, KeyCode.ALT, KeyCode.C);
            window.find("#columnsView");
            window.screenshots("columns");
            double wide = width(window, "time");
            window.press(KeyCode.DOWN);
            window.press(KeyCode.ALT, KeyCode.RIGHT);
            assertThat(width(window, "time")).isGreaterThan(wide);
            window.press(KeyCode.ALT, KeyCode.LEFT);
            assertThat(width(window, "time")).isEqualTo(wide);
            window.press(KeyCode.ALT, KeyCode.DOWN);
            assertThat(shown(window)).startsWith("seq", "delta", "time");
            window.press(KeyCode.ALT, KeyCode.UP);
            window.press(KeyCode.ALT, KeyCode.UP);
            window.press(KeyCode.ALT, KeyCode.UP);
            assertThat(shown(window)).startsWith("time", "seq", "delta");
            window.press(KeyCode.DOWN);
            window.press(KeyCode.SPACE);
            assertThat(shown(window)).startsWith("time", "delta");
            window.press(KeyCode.ESCAPE);
            assertThat(window.focusIsWithin("#entryTable")).isTrue();
        }
        try (var window = OpenWindow.on(journal, settings, 1280, 820)) {
            assertThat(shown(window)).startsWith("time", "delta");
            window.press(KeyCode.CONTROL, KeyCode.ALT, KeyCode.C);
            window.click("#columnsReset");
            assertThat(shown(window)).startsWith("seq", "time", "delta");
        }
    }

    @Test
    void theLastColumnStays() {
        try (var window = OpenWindow.on(journal, 1280, 820)) {
            window.press(KeyCode.CONTROL, KeyCode.ALT, KeyCode.C);
            window.find("#columnsView");
            for (int i = 0; i < 9; i++) {
                window.press(KeyCode.SPACE);
                window.press(KeyCode.DOWN);
            }
            assertThat(shown(window)).containsExactly("message");
            window.press(KeyCode.ESCAPE);
            TableView<Object> table = table(window);
            assertThat(FxStage.call(() -> {
                        var menu = table.getColumns().getFirst().getContextMenu();
                        menu.show(table, 10, 10);
                        List<String> disabled = menu.getItems().stream()
                                .filter(item -> item.isDisable())
                                .map(item -> item.getId())
                                .toList();
                        menu.hide();
                        return disabled;
                    }))
                    .containsExactly("show-message");
        }
    }

    @SuppressWarnings("unchecked")
    private static TableView<Object> table(OpenWindow window) {
        return (TableView<Object>) window.find("#entryTable");
    }

    private static double width(OpenWindow window, String column) {
        TableView<Object> table = table(window);
        return FxStage.call(() -> table.getColumns().stream()
                .filter(it -> it.getId().equals("column-" + column))
                .findFirst()
                .orElseThrow()
                .getWidth());
    }

    private static List<String> shown(OpenWindow window) {
        TableView<Object> table = table(window);
        return FxStage.call(() -> table.getVisibleLeafColumns().stream()
                .map(TableColumn::getId)
                .map(id -> id.substring("column-".length()))
                .toList());
    }
}
