package clasp.journal.ui.main;

import clasp.journal.ui.fx.Command;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.kordamp.ikonli.feather.Feather;

/// Everything that can be done in a window, for its menus, its toolbar and its shortcuts. Confined to the FX thread.
final class WindowCommands {
    private static final ObservableBooleanValue ALWAYS = new SimpleBooleanProperty(true);

    private final Command open;
    private final Command demo;
    private final Command closeTab;
    private final Command appearance;

    WindowCommands(MainWindow window) {
        ObservableBooleanValue anyTab = Bindings.isNotEmpty(window.tabs().getTabs());
        open = new Command("open", Feather.FOLDER, shortcut(KeyCode.O), window::chooseAndOpen, ALWAYS);
        demo = new Command("demo", Feather.PLAY_CIRCLE, null, window::openDemo, ALWAYS);
        closeTab = new Command("closeTab", Feather.X, shortcut(KeyCode.W), window::closeCurrent, anyTab);
        appearance = new Command(
                "appearance", Feather.MOON, null, () -> window.appearance().toggle(), ALWAYS);
    }

    Command open() {
        return open;
    }

    Command demo() {
        return demo;
    }

    Command appearance() {
        return appearance;
    }

    List<Command> all() {
        return List.of(open, demo, closeTab, appearance);
    }

    private static KeyCombination shortcut(KeyCode key) {
        return new KeyCodeCombination(key, KeyCombination.SHORTCUT_DOWN);
    }

    /// An action on the journal in front.
    static Runnable onCurrent(MainWindow window, Consumer<JournalView> action) {
        return () -> window.current().ifPresent(action);
    }
}
