package clasp.journal.bench;

import clasp.journal.ui.fx.FxThread;
import com.sun.javafx.perf.PerformanceTracker;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.scene.Scene;

/// Waits for what is seen. Used from the benchmark's thread.
final class Drawn {
    private Drawn() {}

    /// Does something on the FX thread and waits for the first frame drawn in which `shown` holds; returns the
    /// nanoseconds in between.
    static long after(Scene scene, Runnable action, BooleanSupplier shown) {
        var done = new CompletableFuture<Long>();
        FxThread.run(() -> {
            long begin = System.nanoTime();
            Runnable[] watch = new Runnable[1];
            watch[0] = () -> {
                if (shown.getAsBoolean()) {
                    scene.removePostLayoutPulseListener(watch[0]);
                    PerformanceTracker tracker = PerformanceTracker.getSceneTracker(scene);
                    tracker.setOnRenderedFrameTask(() -> {
                        tracker.setOnRenderedFrameTask(null);
                        done.complete(System.nanoTime() - begin);
                    });
                }
            };
            scene.addPostLayoutPulseListener(watch[0]);
            action.run();
            Platform.requestNextPulse();
        });
        return done.orTimeout(60, TimeUnit.SECONDS).join();
    }
}
