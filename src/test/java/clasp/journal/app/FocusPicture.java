package clasp.journal.app;

import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.TabPane;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/// How a node and what is close around it look with the focus and without it. Made on the FX thread; leaves the focus
/// with the node.
final class FocusPicture {
    /// What WCAG asks of what tells the states of a control apart.
    private static final double LEAST_CONTRAST = 3;

    /// A ring may be painted outside of what it is around.
    private static final double MARGIN = 3;

    private final int[] with;
    private final int[] without;
    private final double around;

    FocusPicture(Node node) {
        Scene scene = node.getScene();
        Node marked = node instanceof TabPane tabs ? header(tabs) : node;
        Bounds bounds = marked.localToScene(marked.getLayoutBounds());
        around = 2 * (bounds.getWidth() + bounds.getHeight());
        forgetOldPictures(node);
        with = picture(scene, bounds);
        nowhere(node).requestFocus();
        without = picture(scene, bounds);
        // As the program does, not as the Tab key does.
        node.requestFocus();
    }

    /// Whether so many pixels differ as the half of a thin line around the node has.
    boolean seen() {
        return different() >= around / 2;
    }

    private long different() {
        long count = 0;
        for (int i = 0; i < with.length; i++) {
            count += contrast(with[i], without[i]) >= LEAST_CONTRAST ? 1 : 0;
        }
        return count;
    }

    @Override
    public String toString() {
        return different() + " pixels differ, around it are " + Math.round(around);
    }

    /// Something that can have the focus without showing it, and from which no dialog takes it back.
    private static Node nowhere(Node node) {
        for (Node at = node.getParent(); at != null; at = at.getParent()) {
            if (at.getStyleClass().contains("overlay-dialog")) {
                return at;
            }
        }
        return node.getScene().getRoot();
    }

    /// Of tabs only the header of the one in front shows the focus.
    private static Node header(TabPane tabs) {
        return tabs.getChildrenUnmodifiable().stream()
                .filter(child -> child.getStyleClass().contains("tab-header-area"))
                .map(child -> child.lookup(".tab:selected"))
                .findFirst()
                .orElseThrow();
    }

    /// A scroll pane keeps a picture of its content for a frame, and the two of this test are taken within one.
    private static void forgetOldPictures(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            at.setCache(false);
        }
    }

    private static int[] picture(Scene scene, Bounds bounds) {
        var parameters = new SnapshotParameters();
        parameters.setViewport(new Rectangle2D(
                bounds.getMinX() - MARGIN,
                bounds.getMinY() - MARGIN,
                bounds.getWidth() + 2 * MARGIN,
                bounds.getHeight() + 2 * MARGIN));
        WritableImage image = scene.getRoot().snapshot(parameters, null);
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] pixels = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        return pixels;
    }

    private static double contrast(int one, int other) {
        double a = luminance(one) + 0.05;
        double b = luminance(other) + 0.05;
        return Math.max(a, b) / Math.min(a, b);
    }

    private static double luminance(int pixel) {
        return 0.2126 * linear(pixel >> 16) + 0.7152 * linear(pixel >> 8) + 0.0722 * linear(pixel);
    }

    private static double linear(int channel) {
        double share = (channel & 0xFF) / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
