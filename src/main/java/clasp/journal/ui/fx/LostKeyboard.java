package clasp.journal.ui.fx;

import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Scene;
import org.jspecify.annotations.Nullable;

/// Notices that what had the keyboard can have it no longer, because it went, was hidden or disabled: then JavaFX
/// gives it to whatever comes next or first in the window. Confined to the FX thread.
public final class LostKeyboard {
    private final Consumer<Node> heir;
    private @Nullable Node lost;

    private LostKeyboard(Consumer<Node> heir) {
        this.heir = heir;
    }

    /// @param heir told what had the keyboard, when it has gone elsewhere by itself
    public static void watch(Scene scene, Consumer<Node> heir) {
        var keyboard = new LostKeyboard(heir);
        scene.focusOwnerProperty().subscribe(keyboard::changed);
    }

    /// Whoever asks for the keyboard gets it from the one that has it; only when that is lost, nobody has it between.
    private void changed(@Nullable Node before, @Nullable Node now) {
        if (now == null) {
            lost = before;
        } else if (lost != null) {
            Node had = lost;
            lost = null;
            heir.accept(had);
        }
    }
}
