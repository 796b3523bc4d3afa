package clasp.journal.ui.fx;

import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;

/// One thing the user can do, wherever it appears: menu, toolbar, shortcut.
///
/// @param key its texts in the bundle: `command.KEY` is the label, `command.KEY.tip` says what it does,
///     `command.KEY.words`, where there are such, other words for it
/// @param shortcut null for none
/// @param enabled when it can be done
public record Command(
        String key, Ikon icon, @Nullable KeyCombination shortcut, Runnable action, ObservableBooleanValue enabled) {
    public String label() {
        return Texts.text("command." + key);
    }

    /// What it does.
    public String does() {
        return Texts.text("command." + key + ".tip");
    }

    /// Other words that people may look for it by; empty for none.
    public String words() {
        return Texts.optional("command." + key + ".words");
    }

    /// Its shortcut as people write it; empty for none.
    public String keys() {
        return shortcut == null ? "" : KeyText.of(shortcut);
    }

    /// What it does, with its shortcut.
    public String tip() {
        return shortcut == null ? does() : does() + " (" + keys() + ")";
    }

    /// Runs it when it can be done now.
    public void perform() {
        if (enabled.get()) {
            action.run();
        }
    }
}
