package clasp.journal.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.testing.FxStage;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.paint.Color;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The ring of the focus is apart from a button that is filled with a strong colour, and in another colour.
class FilledFocusTest {
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theRingIsSeenAroundAStrongColour(boolean dark) {
        List<Node> filled = new ArrayList<>();
        try (FxStage stage = FxStage.show(500, 100, dark, () -> {
            var usual = new Button("Connect");
            usual.setDefaultButton(true);
            var chosen = new ToggleButton("Tree");
            chosen.setSelected(true);
            filled.addAll(List.of(
                    styled(new Button("Export"), "accent"),
                    styled(new Button("Delete"), "danger"),
                    usual,
                    styled(chosen, "left-pill")));
            var row = new HBox(20);
            row.getChildren().addAll(filled.subList(0, 3));
            row.getChildren().add(new HBox(chosen, styled(new ToggleButton("Raw"), "right-pill")));
            row.setStyle("-fx-padding: 30");
            return row;
        })) {
            for (Node node : filled) {
                FxStage.run(node::requestFocus);
                stage.robot().push(KeyCode.A);
                stage.screenshot("focus-filled-" + filled.indexOf(node) + (dark ? "-dark" : "-light"));
                FxStage.run(() -> assertRing(node));
            }
        }
    }

    private static Node styled(Node node, String style) {
        node.getStyleClass().add(style);
        return node;
    }

    private static void assertRing(Node node) {
        WritableImage image = node.getScene().snapshot(null);
        Bounds bounds = node.localToScene(node.getLayoutBounds());
        int x = (int) bounds.getCenterX();
        int top = (int) Math.round(bounds.getMinY());
        Color page = at(image, x, 3);
        Color fill = at(image, x, top + 3);
        Color ring = at(image, x, top - 2);
        assertThat(at(image, x, top - 1)).as("a gap around " + node).isEqualTo(page);
        assertThat(contrast(ring, page)).as("the ring of " + node).isGreaterThan(3);
        assertThat(ring).isNotEqualTo(fill);
    }

    private static Color at(WritableImage image, int x, int y) {
        return image.getPixelReader().getColor(x, y);
    }

    private static double contrast(Color one, Color other) {
        double first = luminance(one);
        double second = luminance(other);
        return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(double part) {
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}
