package clasp.journal.ui.main;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.testing.FxStage;
import clasp.journal.ui.fx.Stylesheets;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;

class OverlayTest {
    /// A window with a dialog that is a field.
    private static FxStage open() {
        return FxStage.show(400, 300, false, () -> {
            var overlay = new Overlay();
            overlay.open(new TextField());
            var root = new StackPane(overlay);
            Stylesheets.add(root, "main");
            root.applyCss();
            root.layout();
            return root;
        });
    }

    /// An effect is worked out anew for all of its node when a letter in it changes.
    @Test
    void noEffectLiesOverWhatChangesInADialog() {
        try (FxStage stage = open()) {
            Node field = stage.find(".overlay-dialog .text-field", TextField.class);
            for (Node at = field; at != null; at = at.getParent()) {
                assertThat(at.getEffect()).as(at.toString()).isNull();
            }
        }
    }

    @Test
    void theShadowIsThatOfTheWholeDialogAndIsDrawnOnce() {
        try (FxStage stage = open()) {
            Region back = stage.find(".overlay-back", Region.class);
            assertThat(back.getEffect()).isNotNull();
            assertThat(back.isCache()).isTrue();
            Bounds frame = stage.find(".overlay-dialog", Region.class).getLayoutBounds();
            assertThat(back.getBoundsInParent().contains(frame)).isTrue();
            assertThat(back.getLayoutX()).isZero();
            assertThat(back.getLayoutY()).isZero();
            assertThat(back.getWidth()).isEqualTo(frame.getWidth());
            assertThat(back.getHeight()).isEqualTo(frame.getHeight());
        }
    }
}
