package clasp.journal.ui.fx;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/// Runs actions on the FX thread after a while. Tests bring one whose time they move themselves.
@FunctionalInterface
public interface Later {
    /// @return withdraws the action when run before its time; later it does nothing
    Runnable after(Duration wait, Runnable action);

    /// By a clock outside the toolkit: as long as any animation plays, and be it a pause, JavaFX makes sixty frames a
    /// second. To be used on the FX thread only.
    static Later onFxThread() {
        return (wait, action) -> {
            var withdrawn = new AtomicBoolean();
            CompletableFuture.delayedExecutor(wait.toMillis(), TimeUnit.MILLISECONDS, FxThread::run)
                    .execute(() -> {
                        if (!withdrawn.get()) {
                            action.run();
                        }
                    });
            return () -> withdrawn.set(true);
        };
    }
}
