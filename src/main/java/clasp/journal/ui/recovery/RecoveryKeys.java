package clasp.journal.ui.recovery;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// The keys of the cursor, as in debuggers; they work wherever the keyboard is, on the whole page. Confined to the FX
/// thread.
public final class RecoveryKeys {
    private final RecoveryViewModel model;

    public RecoveryKeys(RecoveryViewModel model) {
        this.model = model;
    }

    /// Takes the key if it is one of them.
    public void handle(KeyEvent event) {
        if (event.isControlDown() || event.isAltDown() || event.isMetaDown()) {
            return;
        }
        boolean forward = !event.isShiftDown();
        KeyCode code = event.getCode();
        switch (code) {
            case F5 -> model.player().toggle();
            case F8 -> model.problems().go(forward);
            case F9 -> model.cursor().toSnapshot(forward);
            case F10 -> model.cursor().step(forward ? 1 : -1);
            case F11 -> model.cursor().stepChange(forward);
            default -> {
                return;
            }
        }
        event.consume();
    }
}
