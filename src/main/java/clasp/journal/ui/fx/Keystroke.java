package clasp.journal.ui.fx;

import javafx.scene.input.KeyEvent;

/// What a key means to a part of the window that has keys of its own.
public final class Keystroke {
    private Keystroke() {}

    /// Whether it is one of the window's, such as `Alt+Left`: a part that takes `Left` leaves that one alone.
    public static boolean isCommand(KeyEvent event) {
        return event.isAltDown() || event.isControlDown() || event.isMetaDown();
    }
}
