package clasp.journal.app;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.testing.FxStage;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.transform.Scale;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// On a screen of more pixels than points, text and icons are drawn with all of them: nothing is a picture of the usual
/// size that was enlarged.
class SharpWindowTest {
    @TempDir
    private Path folder;

    /// @param selector what is looked at: rows of text, the icons and words of commands, the tree of addresses, a field
    @ParameterizedTest
    @CsvSource({
        "1.5, .entry-table .table-view", "2, .entry-table .table-view",
        "1.5, .tool-bar", "2, .tool-bar",
        "1.5, .tree-view", "2, .tree-view",
        "1.5, #query", "2, #query"
    })
    void everyPixelIsUsed(double scale, String selector) {
        Path file = GeneratedJournal.in(folder.resolve("show.db"), 500);
        try (var window = OpenWindow.on(file, 1280, 900)) {
            window.settle();
            Node node = window.find(selector);
            double drawn = edges(FxStage.call(() -> picture(node, scale)));
            double enlarged = edges(FxStage.call(() -> enlarged(picture(node, 1), scale)));
            assertThat(drawn).as("steps between neighbouring pixels").isGreaterThan(enlarged * 1.2);
        }
    }

    private static WritableImage picture(Node node, double scale) {
        var parameters = new SnapshotParameters();
        parameters.setTransform(new Scale(scale, scale));
        return node.snapshot(parameters, null);
    }

    private static WritableImage enlarged(Image usual, double scale) {
        var view = new ImageView(usual);
        view.setSmooth(true);
        view.setFitWidth(usual.getWidth() * scale);
        view.setFitHeight(usual.getHeight() * scale);
        return view.snapshot(new SnapshotParameters(), null);
    }

    /// The squares of the steps from pixel to pixel, in all: the sharper the edges, the more.
    private static double edges(Image image) {
        PixelReader pixels = image.getPixelReader();
        double sum = 0;
        for (int y = 0; y < (int) image.getHeight(); y++) {
            for (int x = 1; x < (int) image.getWidth(); x++) {
                double step = pixels.getColor(x, y).getBrightness()
                        - pixels.getColor(x - 1, y).getBrightness();
                sum += step * step;
            }
        }
        return sum;
    }
}
