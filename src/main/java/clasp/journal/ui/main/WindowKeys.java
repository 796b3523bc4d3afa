package clasp.journal.ui.main;

import clasp.journal.ui.fx.Command;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/// What the keys of the window do, unless a dialog over it has the keyboard for itself. Confined to the FX thread.
final class WindowKeys {
    private final Scene scene;
    private final Overlay overlay;

    WindowKeys(Scene scene, Overlay overlay, WindowCommands commands) {
        this.scene = scene;
        this.overlay = overlay;
        commands.all().forEach(this::bind);
        ViewCommands view = commands.view();
        view.alsoLarger().forEach(keys -> accelerate(keys, view.larger()));
        view.alsoSmaller().forEach(keys -> accelerate(keys, view.smaller()));
        scene.addEventFilter(KeyEvent.KEY_PRESSED, this::beforeControls);
        scene.addEventHandler(KeyEvent.KEY_TYPED, event -> typed(event, commands.entries()));
    }

    private void bind(Command command) {
        if (command.shortcut() != null) {
            Runnable before = accelerate(command.shortcut(), command);
            if (before != null) {
                throw new IllegalStateException(command.keys() + " stands for two commands.");
            }
        }
    }

    private @Nullable Runnable accelerate(KeyCombination keys, Command command) {
        return scene.getAccelerators().put(keys, () -> {
            if (!overlay.isOpen()) {
                command.perform();
            }
        });
    }

    /// Before what has the keyboard, which would take some for itself: for a table `F2` begins to edit what cannot
    /// be edited here, and `Ctrl+Tab` leads out of a text.
    private void beforeControls(KeyEvent event) {
        boolean ours = event.getCode().isFunctionKey() || (event.getCode() == KeyCode.TAB && event.isShortcutDown());
        if (ours && !overlay.isOpen()) {
            scene.getAccelerators().entrySet().stream()
                    .filter(accelerator -> accelerator.getKey().match(event))
                    .findFirst()
                    .ifPresent(accelerator -> {
                        accelerator.getValue().run();
                        event.consume();
                    });
        }
    }

    private void typed(KeyEvent event, EntryCommands entries) {
        boolean writing = scene.getFocusOwner() instanceof TextInputControl;
        if ("/".equals(event.getCharacter()) && !writing && !overlay.isOpen()) {
            entries.focusQuery().perform();
            event.consume();
        }
    }
}
