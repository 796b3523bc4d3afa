package clasp.journal.ui.fx;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Runs actions on the FX thread after a while. Tests bring one whose time they move themselves.
@FunctionalInterface
public interface Later {
    /// @return withdraws the action when run before its time; later it does nothing
    Runnable after(Duration wait, Runnable action);

    /// By a clock outside the toolkit: as long as any animation plays, and be it a pause, JavaFX makes sixty frames a
    /// second. To be used on the FX thread only.
    static Later onFxThread() {
        return (wait, action) -> {
            var waiting = new AtomicReference<@Nullable Runnable>(action);
            CompletableFuture.delayedExecutor(wait.toMillis(), TimeUnit.MILLISECONDS, FxThread::run)
                    .execute(() -> {
                        Runnable due = waiting.getAndSet(null);
                        if (due != null) {
                            due.run();
                        }
                    });
            // The clock goes on to its time, and must not hold what a closed tab or window had asked of it.
            return () -> waiting.set(null);
        };
    }
}
