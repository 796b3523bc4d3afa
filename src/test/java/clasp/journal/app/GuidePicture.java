package clasp.journal.app;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.testing.FxStage;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javax.imageio.ImageIO;

/// Notices when a picture of the guide no longer shows what the window looks like. Compares squares of pixels by their
/// mean brightness, so that fonts may be smoothed otherwise; a word that changed is seen where nothing goes on by
/// itself.
final class GuidePicture {
    private static final Path DRAWN = Path.of("target", "screenshots");
    private static final Path GUIDE = Path.of("src", "site", "resources", "images");
    private static final int SIDE = 8;
    private static final List<String> TAKEN = List.of(".status-label");

    /// So far apart, of 255, two squares are different.
    private static final double BRIGHTNESS = 15;

    private static final double MOST_DIFFERENT = 0.0001;
    /// Of what goes on by itself.
    private static final double MOST_DIFFERENT_LIVE = 0.004;

    private GuidePicture() {}

    /// Fails, and says how to renew it, when the guide's picture is not like the one just drawn. How long a filter took
    /// may differ.
    ///
    /// @param drawn in `target/screenshots`, without `-light.png`
    /// @param picture in the guide's folder of images, without `.png`
    static void isLike(OpenWindow window, String drawn, String picture) {
        isLike(DRAWN.resolve(drawn + "-light.png"), GUIDE.resolve(picture + ".png"), places(window, TAKEN));
    }

    /// The same of the dark window.
    static void isLikeDark(OpenWindow window, String drawn, String picture) {
        isLike(DRAWN.resolve(drawn + "-dark.png"), GUIDE.resolve(picture + ".png"), places(window, TAKEN));
    }

    /// The same of a window with a session that goes on, in which single words may change.
    ///
    /// @param varying where times, ports and measurements of the moment stand
    static void isLikeLive(List<Bounds> varying, String drawn, String picture) {
        Path now = DRAWN.resolve(drawn + "-light.png");
        isLike(now, GUIDE.resolve(picture + ".png"), varying, MOST_DIFFERENT_LIVE);
    }

    /// Where those parts of a window are that are seen.
    ///
    /// @param selectors as [javafx.scene.Node#lookup] takes them
    static List<Bounds> places(OpenWindow window, List<String> selectors) {
        return FxStage.call(() -> selectors.stream()
                .flatMap(part -> window.root().lookupAll(part).stream())
                .filter(SeenNodes::isSeen)
                .map(node -> node.localToScene(node.getLayoutBounds()))
                .toList());
    }

    static void isLike(Path now, Path guide) {
        isLike(now, guide, List.of());
    }

    static void isLike(Path now, Path guide, List<Bounds> varying) {
        isLike(now, guide, varying, MOST_DIFFERENT);
    }

    private static void isLike(Path now, Path guide, List<Bounds> varying, double most) {
        assertThat(guide)
                .as("a picture of the guide; to make it: cp %s %s", now, guide)
                .isRegularFile();
        assertThat(differing(read(now), read(guide), varying))
                .as(
                        "how much of %s is no longer as in the window; look at both, then renew it: cp %s %s",
                        guide, now, guide)
                .isLessThanOrEqualTo(most);
    }

    /// The share of squares that differ; 1 when the sizes do.
    static double differing(BufferedImage one, BufferedImage other, List<Bounds> varying) {
        if (one.getWidth() != other.getWidth() || one.getHeight() != other.getHeight()) {
            return 1;
        }
        int squares = 0;
        int different = 0;
        for (int y = 0; y + SIDE <= one.getHeight(); y += SIDE) {
            for (int x = 0; x + SIDE <= one.getWidth(); x += SIDE) {
                var square = new BoundingBox(x, y, SIDE, SIDE);
                if (varying.stream().anyMatch(square::intersects)) {
                    continue;
                }
                squares++;
                different += Math.abs(brightness(one, x, y) - brightness(other, x, y)) > BRIGHTNESS ? 1 : 0;
            }
        }
        return (double) different / squares;
    }

    private static double brightness(BufferedImage image, int left, int top) {
        long sum = 0;
        for (int y = top; y < top + SIDE; y++) {
            for (int x = left; x < left + SIDE; x++) {
                int rgb = image.getRGB(x, y);
                sum += (rgb >> 16 & 255) + (rgb >> 8 & 255) + (rgb & 255);
            }
        }
        return sum / 3.0 / (SIDE * SIDE);
    }

    private static BufferedImage read(Path png) {
        try {
            BufferedImage image = ImageIO.read(png.toFile());
            return Objects.requireNonNull(image, () -> png + " is no picture.");
        } catch (IOException e) {
            throw new UncheckedIOException(png.toString(), e);
        }
    }
}
