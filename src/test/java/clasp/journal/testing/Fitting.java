package clasp.journal.testing;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;

/// Finds what has no room on screen. Stateless.
public final class Fitting {
    private Fitting() {}

    /// The texts of labels and buttons that are cut off, stand beyond their window, or stand over another.
    public static List<String> misfits(FxStage stage, String selector) {
        return FxStage.call(() -> {
            Node part = stage.lookup(selector);
            Parent root = part.getScene().getRoot();
            root.applyCss();
            root.layout();
            List<Labeled> all = part.lookupAll("*").stream()
                    .filter(Labeled.class::isInstance)
                    .map(Labeled.class::cast)
                    .filter(label -> label.isVisible() && !label.getText().isEmpty())
                    .toList();
            List<String> found = new ArrayList<>();
            for (Labeled label : all) {
                Bounds bounds = label.localToScene(label.getLayoutBounds());
                boolean beyond = bounds.getMinX() < 0
                        || bounds.getMaxX() > part.getScene().getWidth() + 0.5;
                boolean over = all.stream()
                        .filter(other -> other != label)
                        .anyMatch(other -> overlap(bounds, other.localToScene(other.getLayoutBounds())));
                if (beyond || over || !shown(label).equals(label.getText())) {
                    found.add(label.getText());
                }
            }
            return found;
        });
    }

    private static String shown(Labeled label) {
        return label.getChildrenUnmodifiable().stream()
                .filter(node -> node instanceof Text && node != label.getGraphic())
                .map(node -> ((Text) node).getText())
                .findFirst()
                .orElse("");
    }

    private static boolean overlap(Bounds one, Bounds other) {
        return Math.min(one.getMaxX(), other.getMaxX()) - Math.max(one.getMinX(), other.getMinX()) > 1
                && Math.min(one.getMaxY(), other.getMaxY()) - Math.max(one.getMinY(), other.getMinY()) > 1;
    }
}
