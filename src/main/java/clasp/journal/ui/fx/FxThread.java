package clasp.journal.ui.fx;

import javafx.application.Platform;

/// The one way onto the FX thread. Thread-safe.
public final class FxThread {
    private FxThread() {}

    /// Runs on the FX thread: at once when already there, else as soon as it is free.
    public static void run(Runnable action) {
        if (Platform.isFxApplicationThread()) {
            action.run();
        } else {
            Platform.runLater(action);
        }
    }
}
