package clasp.journal.app;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.testing.FxStage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.TraversalDirection;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whoever works by keyboard sees where the keys go: each control that the keyboard reaches is painted otherwise while
/// it has the focus, in light and dark.
class VisibleFocusTest {
    /// Fewer pixels than these are a caret, or the edge of a letter.
    private static final int ENOUGH_PIXELS = 40;

    /// Sum of the differences of red, green and blue that an eye sees beside each other.
    private static final int SEEN = 40;

    /// More than these are reached in a circle that does not close.
    private static final int MOST_CONTROLS = 300;

    /// A ring may be painted outside of what it is around.
    private static final double MARGIN = 3;

    @TempDir
    private Path folder;

    private Path journal;

    @BeforeEach
    void makeAJournal() {
        journal = GeneratedJournal.in(folder.resolve("show.db"), 500);
    }

    @Test
    void theWelcomeAndTheDialogsThatNeedNoJournal() {
        new DialogTour(VisibleFocusTest::check).withoutJournal();
    }

    @Test
    void theEntriesAndWhatIsAroundThem() {
        try (var window = OpenWindow.on(journal, 1400, 900)) {
            window.reveal(100);
            check(window, "entries");
        }
    }

    private static void check(OpenWindow window, String where) {
        for (boolean dark : new boolean[] {false, true}) {
            window.dark(dark);
            List<String> unseen = FxStage.call(() -> unseen(window.root().getScene()));
            assertThat(unseen)
                    .as("controls whose focus is not seen: " + where + (dark ? ", dark" : ", light"))
                    .isEmpty();
        }
        window.dark(false);
    }

    /// Goes through all that the Tab key reaches, until it is where it began.
    private static List<String> unseen(Scene scene) {
        List<String> unseen = new ArrayList<>();
        Set<Node> reached = new HashSet<>();
        @Nullable Node first = scene.getFocusOwner();
        Node at = first;
        while (at != null && reached.size() < MOST_CONTROLS) {
            Rectangle2D around = around(at);
            int[] with = picture(scene, around);
            at.requestFocusTraversal(TraversalDirection.NEXT);
            Node next = scene.getFocusOwner();
            // The first one may have got its focus without the keyboard; it is reached again at the end.
            if (reached.add(at) && at != first && next != at && !seen(with, picture(scene, around))) {
                unseen.add(at.getClass().getSimpleName() + " " + at.getId() + " " + at.getStyleClass());
            }
            if (reached.contains(next) && next != first) {
                break;
            }
            if (next == first) {
                reached.remove(first);
                first = null;
            }
            at = next;
        }
        assertThat(reached).as("what the Tab key reaches").hasSizeBetween(1, MOST_CONTROLS - 1);
        return unseen;
    }

    private static Rectangle2D around(Node node) {
        Bounds bounds = node.localToScene(node.getLayoutBounds());
        return new Rectangle2D(
                bounds.getMinX() - MARGIN,
                bounds.getMinY() - MARGIN,
                bounds.getWidth() + 2 * MARGIN,
                bounds.getHeight() + 2 * MARGIN);
    }

    private static int[] picture(Scene scene, Rectangle2D part) {
        var parameters = new SnapshotParameters();
        parameters.setViewport(part);
        WritableImage image = scene.getRoot().snapshot(parameters, null);
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] pixels = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        return pixels;
    }

    private static boolean seen(int[] with, int[] without) {
        int different = 0;
        for (int i = 0; i < with.length; i++) {
            different += difference(with[i], without[i]) >= SEEN ? 1 : 0;
        }
        return different >= ENOUGH_PIXELS;
    }

    private static int difference(int one, int other) {
        int sum = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            sum += Math.abs((one >> shift & 0xFF) - (other >> shift & 0xFF));
        }
        return sum;
    }
}
