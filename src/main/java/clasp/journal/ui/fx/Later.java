package clasp.journal.ui.fx;

import java.time.Duration;
import javafx.animation.PauseTransition;

/// Runs actions on the FX thread after a while. Tests bring one whose time they move themselves.
@FunctionalInterface
public interface Later {
    /// @return withdraws the action when run before its time; later it does nothing
    Runnable after(Duration wait, Runnable action);

    /// By the toolkit's own clock. To be used on the FX thread only.
    static Later onFxThread() {
        return (wait, action) -> {
            var pause = new PauseTransition(javafx.util.Duration.millis(wait.toMillis()));
            pause.setOnFinished(event -> action.run());
            pause.play();
            return pause::stop;
        };
    }
}
