package clasp.journal.ui.fx;

import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/// Shortcuts as people read them: JavaFX calls the keys by their English names in every language. Thread-safe.
public final class KeyText {
    private KeyText() {}

    public static String of(KeyCombination keys) {
        return keys.getDisplayText()
                .replace("Ctrl+", Texts.text("fx.key.ctrl") + "+")
                .replace("Shift+", Texts.text("fx.key.shift") + "+");
    }

    /// The same keys, for a menu, which writes them itself.
    public static KeyCombination inMenu(KeyCombination keys) {
        return new KeyCombination() {
            @Override
            public boolean match(KeyEvent event) {
                return keys.match(event);
            }

            @Override
            public String getDisplayText() {
                return of(keys);
            }
        };
    }
}
