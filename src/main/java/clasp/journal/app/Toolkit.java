package clasp.journal.app;

import clasp.journal.ui.fx.FxThread;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import java.util.logging.Logger;
import javafx.application.Platform;

/// Starts JavaFX, on the screen or without one. Thread-safe.
final class Toolkit {
    /// Held, because the logging system forgets loggers that nobody holds.
    private static final Logger JAVAFX_LOG = Logger.getLogger("javafx");

    private Toolkit() {}

    /// Makes JavaFX draw in memory only. To be called before [#start()].
    static void withoutScreen() {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        System.setProperty("java.awt.headless", "true");
    }

    static void start() throws InterruptedException {
        // JavaFX warns of running from the class path, which is meant here and works.
        JAVAFX_LOG.setFilter(entry -> !entry.getMessage().startsWith("Unsupported JavaFX configuration"));
        DrawingDevice.choose();
        var started = new CountDownLatch(1);
        Platform.setImplicitExit(false);
        Platform.startup(started::countDown);
        started.await();
        // By which desktops know that a window is the program's, as the desktop entry says. There is no public way to
        // say it
        // for a program that is no Application.
        run(() -> com.sun.glass.ui.Application.GetApplication().setName("clasp-journal-browser"));
    }

    /// Runs on the FX thread and waits for the result; what it throws is thrown here.
    static <T> T call(Supplier<T> work) {
        var result = new CompletableFuture<T>();
        FxThread.run(() -> {
            try {
                result.complete(work.get());
            } catch (Throwable e) {
                result.completeExceptionally(e);
            }
        });
        return result.join();
    }

    /// Runs on the FX thread and waits for the end; what it throws is thrown here.
    static void run(Runnable work) {
        var unused = call(() -> {
            work.run();
            return true;
        });
    }

    /// Ends JavaFX; it cannot be started again.
    static void exit() {
        Platform.exit();
    }
}
