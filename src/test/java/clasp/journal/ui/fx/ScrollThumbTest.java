package clasp.journal.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.testing.FxStage;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import org.junit.jupiter.api.Test;

/// However much there is to scroll, the thumb can be taken hold of.
class ScrollThumbTest {
    private static final double HOLD = 20;

    @Test
    void theThumbOfAThousandLinesIsNoLine() {
        assertThat(thumb(10_000, "line", Orientation.VERTICAL).getHeight()).isGreaterThan(HOLD);
    }

    @Test
    void neitherIsThatOfALongLine() {
        assertThat(thumb(3, "long ".repeat(3_000), Orientation.HORIZONTAL).getWidth())
                .isGreaterThan(HOLD);
    }

    @Test
    void theBarIsAsNarrowAsTheThemeHasIt() {
        assertThat(thumb(10_000, "line", Orientation.VERTICAL).getWidth()).isLessThan(10);
    }

    private static Bounds thumb(int lines, String line, Orientation orientation) {
        var list = new AtomicReference<ListView<String>>();
        try (var stage = FxStage.show(300, 200, false, () -> {
            var made = new ListView<String>();
            made.getItems().setAll(IntStream.range(0, lines).mapToObj(i -> line).toList());
            list.set(made);
            return made;
        })) {
            return FxStage.call(() -> {
                list.get().applyCss();
                list.get().layout();
                Node bar = list.get().lookupAll(".scroll-bar").stream()
                        .filter(node -> ((ScrollBar) node).getOrientation() == orientation && node.isVisible())
                        .findFirst()
                        .orElseThrow();
                return bar.lookup(".thumb").getBoundsInParent();
            });
        }
    }
}
