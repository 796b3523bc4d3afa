package clasp.journal.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.testing.FxStage;
import javafx.collections.ObservableList;
import javafx.geometry.Side;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Where windows cannot be seen through, the room for a menu's shadow would be a frame around it.
class OpaqueMenusTest {
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void menusHaveNoShadowWhereWindowsAreOpaque(boolean dark) {
        assertThat(hasShadow(dark, true)).isFalse();
    }

    @Test
    void elsewhereTheyHave() {
        assertThat(hasShadow(false, false)).isTrue();
    }

    private static boolean hasShadow(boolean dark, boolean opaque) {
        try (FxStage stage = FxStage.show(300, 200, dark, Label::new)) {
            return FxStage.call(() -> {
                var owner = stage.lookup(".label");
                ObservableList<String> looks = owner.getScene().getRoot().getStyleClass();
                looks.remove(Theme.OPAQUE);
                if (opaque) {
                    looks.add(Theme.OPAQUE);
                }
                var menu = new ContextMenu(new MenuItem("one"));
                menu.show(owner, Side.BOTTOM, 0, 0);
                boolean shadow = menu.getSkin().getNode().getEffect() != null;
                menu.hide();
                return shadow;
            });
        }
    }
}
