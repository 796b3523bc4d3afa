package clasp.journal.ui.main;

import clasp.journal.ui.fx.Command;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyCombination.Modifier;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// What the lists of commands are written with.
final class Keys {
    static final ObservableBooleanValue ALWAYS = new SimpleBooleanProperty(true);
    static final Modifier CTRL = KeyCombination.SHORTCUT_DOWN;
    static final Modifier SHIFT = KeyCombination.SHIFT_DOWN;
    static final Modifier ALT = KeyCombination.ALT_DOWN;

    private Keys() {}

    static KeyCombination keys(KeyCode key, Modifier... modifiers) {
        return new KeyCodeCombination(key, modifiers);
    }

    /// A command that turns something on and off.
    static Command toggle(
            String key,
            Feather icon,
            @Nullable KeyCombination keys,
            BooleanProperty shown,
            ObservableBooleanValue enabled) {
        return new Command(key, icon, keys, () -> shown.set(!shown.get()), enabled);
    }
}
