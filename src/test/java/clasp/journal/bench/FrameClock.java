package clasp.journal.bench;

import clasp.journal.ui.fx.FxThread;
import com.sun.javafx.perf.PerformanceTracker;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import javafx.animation.AnimationTimer;
import javafx.scene.Scene;

/// Changes something in every frame and notes how long the FX thread works for each, and how far apart they are
/// drawn. Used from the benchmark's thread.
final class FrameClock {
    private final Scene scene;
    private final Samples work = new Samples();
    private final Samples apart = new Samples();

    FrameClock(Scene scene) {
        this.scene = scene;
    }

    /// @param step told the number of each frame, on the FX thread
    void run(int frames, LongConsumer step) {
        var done = new CompletableFuture<Boolean>();
        FxThread.run(() -> start(frames, step, done));
        done.orTimeout(60, TimeUnit.SECONDS).join();
    }

    private void start(int frames, LongConsumer step, CompletableFuture<Boolean> done) {
        PerformanceTracker tracker = PerformanceTracker.getSceneTracker(scene);
        long[] begun = new long[1];
        long[] drawn = new long[1];
        int[] count = new int[1];
        Runnable laidOut = () -> {
            synchronized (work) {
                work.add(System.nanoTime() - begun[0]);
            }
        };
        tracker.setOnRenderedFrameTask(() -> {
            long now = System.nanoTime();
            if (drawn[0] != 0) {
                synchronized (apart) {
                    apart.add(now - drawn[0]);
                }
            }
            drawn[0] = now;
        });
        scene.addPostLayoutPulseListener(laidOut);
        new AnimationTimer() {
            @Override
            public void handle(long now) {
                begun[0] = System.nanoTime();
                if (count[0]++ == frames) {
                    stop();
                    scene.removePostLayoutPulseListener(laidOut);
                    tracker.setOnRenderedFrameTask(null);
                    done.complete(true);
                } else {
                    step.accept(count[0]);
                }
            }
        }.start();
    }

    void report(Bench bench, String what) {
        bench.report().longest("frames apart, " + what, 33, apart);
        bench.report().longest("… of which the FX thread works", 33, work);
    }

    /// Frames a second, all of them together.
    double aSecond() {
        return apart.aSecond();
    }
}
