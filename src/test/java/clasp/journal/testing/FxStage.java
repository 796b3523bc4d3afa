package clasp.journal.testing;

import clasp.journal.ui.fx.Screenshots;
import clasp.journal.ui.fx.Theme;
import com.sun.javafx.stage.WindowHelper;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// A real window on the headless platform around a part of the screen. Used from the test's thread.
public final class FxStage implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 20;

    private final Stage stage;

    private FxStage(Stage stage) {
        this.stage = stage;
    }

    /// Shows what the supplier builds (on the FX thread), in the light or the dark theme.
    public static FxStage show(double width, double height, boolean dark, Supplier<Parent> content) {
        start();
        return new FxStage(call(() -> {
            var stage = new Stage();
            stage.setX(0);
            stage.setY(0);
            var scene = new Scene(new StackPane(content.get()), width, height);
            Theme.apply(scene, dark);
            stage.setScene(scene);
            stage.show();
            return stage;
        }));
    }

    private static void start() {
        try {
            FxToolkit.registerPrimaryStage();
            Platform.setImplicitExit(false);
        } catch (TimeoutException e) {
            throw new IllegalStateException("JavaFX did not start.", e);
        }
    }

    /// Runs on the FX thread and waits for the result.
    public static <T> T call(Callable<T> action) {
        var result = new CompletableFuture<T>();
        Platform.runLater(() -> {
            try {
                result.complete(action.call());
            } catch (Throwable e) {
                result.completeExceptionally(e);
            }
        });
        return result.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }

    /// Runs on the FX thread and waits for the end.
    public static void run(Runnable action) {
        call(() -> {
            action.run();
            return true;
        });
    }

    /// Polls on the FX thread until the condition holds; fails when it does not in good time.
    public static void await(String what, BooleanSupplier condition) {
        try {
            WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, () -> call(condition::getAsBoolean));
        } catch (TimeoutException e) {
            throw new AssertionError("Waited in vain: " + what, e);
        }
    }

    public FxRobot robot() {
        return SharedRobot.at(stage);
    }

    /// The node with this id or CSS selector in the window, as soon as it is there.
    public <T extends Node> T find(String selector, Class<T> type) {
        await(selector + " in the window", () -> lookup(selector) != null);
        return type.cast(call(() -> lookup(selector)));
    }

    /// The first node that fits the selector, or null. On the FX thread only.
    public Node lookup(String selector) {
        return stage.getScene().getRoot().lookup(selector);
    }

    /// Switches between light and dark.
    public void dark(boolean dark) {
        run(() -> Theme.apply(stage.getScene(), dark));
    }

    /// Puts the window in front, or behind another one: the headless platform would not tell it.
    public void inFront(boolean inFront) {
        run(() -> WindowHelper.setFocused(stage, inFront));
    }

    public void resize(double width, double height) {
        run(() -> {
            stage.setWidth(width);
            stage.setHeight(height);
        });
    }

    /// Writes `target/screenshots/NAME.png`.
    public void screenshot(String name) {
        screenshot(stage.getScene(), name);
    }

    /// The same of a popup.
    public void screenshot(Scene scene, String name) {
        WaitForAsyncUtils.waitForFxEvents();
        var image = call(() -> {
            Parent root = scene.getRoot();
            root.applyCss();
            root.layout();
            return Screenshots.of(scene);
        });
        Screenshots.write(image, Path.of("target", "screenshots", name + ".png"));
    }

    @Override
    public void close() {
        run(stage::close);
    }
}
