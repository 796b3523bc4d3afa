package clasp.journal.app;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.testing.FxStage;
import clasp.journal.testing.OwnLanguage;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableColumnBase;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The columns of the entry table as whoever starts the program first sees them.
@OwnLanguage
class FirstColumnsTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void allHaveRoomBesideBothPanesInAWindowOf1440(String language) {
        Locale.setDefault(Locale.forLanguageTag(language));
        try (var window = OpenWindow.on(GeneratedJournal.in(folder.resolve("show.db"), 20_000), 1440, 900)) {
            window.reveal(12_345);
            window.find(".address-tree");
            window.find("#detailTabs");
            window.screenshots("columns-1440-" + language);
            assertThat(scrollsSideways(window)).isFalse();
            assertThat(inSight(window)).hasSize(9);
        }
    }

    @Test
    void whatMattersMostIsInSightInAWindowOf1024() {
        try (var window = OpenWindow.on(GeneratedJournal.in(folder.resolve("show.db"), 20_000), 1024, 700)) {
            window.reveal(12_345);
            window.screenshots("columns-1024");
            assertThat(inSight(window)).contains("column-seq", "column-time", "column-address", "column-value");
        }
    }

    private static boolean scrollsSideways(OpenWindow window) {
        TableView<?> table = table(window);
        return FxStage.call(() -> table.lookupAll(".scroll-bar").stream()
                .filter(ScrollBar.class::isInstance)
                .map(ScrollBar.class::cast)
                .anyMatch(bar -> bar.getOrientation() == Orientation.HORIZONTAL && bar.isVisible()));
    }

    /// Those that end where the table does, or before.
    private static List<String> inSight(OpenWindow window) {
        TableView<?> table = table(window);
        return FxStage.call(() -> {
            double[] end = {0};
            return table.getVisibleLeafColumns().stream()
                    .filter(column -> {
                        end[0] += column.getWidth();
                        return end[0] <= table.getWidth();
                    })
                    .map(TableColumnBase::getId)
                    .toList();
        });
    }

    private static TableView<?> table(OpenWindow window) {
        Node table = window.find("#entryTable");
        return (TableView<?>) table;
    }
}
