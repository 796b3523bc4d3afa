package clasp.journal.testing;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.ui.fx.Browsing;
import clasp.journal.ui.fx.FxThread;
import clasp.journal.ui.fx.Screenshots;
import clasp.journal.ui.fx.Tasks;
import clasp.journal.ui.fx.Theme;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.scene.input.PickResult;
import javafx.scene.input.ScrollEvent;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// A window with one screen part in it, driven by a robot on the headless platform. Closing it fails the test when
/// background work failed without anybody having been told.
public final class FxWindow implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ExecutorService background =
            Executors.newCachedThreadPool(Thread.ofPlatform().daemon().factory());
    private final List<Throwable> failures = new CopyOnWriteArrayList<>();
    private final Tasks tasks = new Tasks(background, FxThread::run, (what, error) -> failures.add(error));
    private final Stage stage;

    public FxWindow() {
        try {
            FxToolkit.registerPrimaryStage();
            stage = FxToolkit.registerStage(Stage::new);
        } catch (TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    public FxRobot robot() {
        return SharedRobot.at(stage);
    }

    public Tasks tasks() {
        return tasks;
    }

    /// Makes the node on the FX thread and shows it alone.
    public <T extends Parent> T show(Supplier<T> part, double width, double height) {
        return get(() -> {
            T node = part.get();
            var scene = new Scene(node, width, height);
            Theme.apply(scene, false);
            stage.setScene(scene);
            stage.show();
            stage.toFront();
            return node;
        });
    }

    /// Runs on the FX thread and waits for the result.
    public <T> T get(Supplier<T> action) {
        return WaitForAsyncUtils.waitForAsyncFx(PATIENCE.toMillis(), action::get);
    }

    public void run(Runnable action) {
        get(() -> {
            action.run();
            return true;
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    /// Waits until this holds on the FX thread, looking again after every change that the thread has worked through.
    public void await(String what, Supplier<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS, () -> get(condition));
        } catch (TimeoutException e) {
            throw new AssertionError("waited in vain: " + what, e);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }

    /// Turns the wheel over the middle of the node, or another part of its width: the platform's robot cannot. Forty
    /// units are one notch; upwards is positive.
    public void wheel(Node node, double fraction, double units, boolean shift) {
        run(() -> {
            double x = node.getLayoutBounds().getWidth() * fraction;
            double y = node.getLayoutBounds().getHeight() / 2;
            Point2D screen = node.localToScreen(x, y);
            Event.fireEvent(
                    node,
                    new ScrollEvent(
                            ScrollEvent.SCROLL,
                            x,
                            y,
                            screen.getX(),
                            screen.getY(),
                            shift,
                            false,
                            false,
                            false,
                            false,
                            false,
                            0,
                            units,
                            0,
                            units,
                            ScrollEvent.HorizontalTextScrollUnits.NONE,
                            0,
                            ScrollEvent.VerticalTextScrollUnits.NONE,
                            0,
                            0,
                            new PickResult(node, x, y)));
        });
    }

    /// Writes `target/screenshots/NAME-light.png` and `…-dark.png` of what is in the window.
    public void screenshots(String name) {
        for (boolean dark : new boolean[] {false, true}) {
            run(() -> Theme.apply(stage.getScene(), dark));
            Image image = get(() -> {
                stage.getScene().getRoot().applyCss();
                stage.getScene().getRoot().layout();
                return Screenshots.of(stage.getScene());
            });
            write(name, dark, image);
        }
        run(() -> Theme.apply(stage.getScene(), false));
    }

    private static void write(String name, boolean dark, Image image) {
        Screenshots.write(image, Path.of("target/screenshots", name + (dark ? "-dark.png" : "-light.png")));
    }

    /// One key after another, each with the frame that follows it.
    public void press(KeyCode... keys) {
        for (KeyCode key : keys) {
            robot().press(key).release(key);
            nextFrame();
        }
    }

    /// Lets two frames be drawn.
    public void nextFrame() {
        BlockingQueue<Boolean> frames = new LinkedBlockingQueue<>();
        for (int i = 0; i < 2; i++) {
            Platform.runLater(() -> {
                stage.getScene().addPostLayoutPulseListener(() -> frames.offer(true));
                Platform.requestNextPulse();
            });
            try {
                assertThat(frames.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS))
                        .as("a frame was drawn")
                        .isNotNull();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Override
    public void close() {
        SharedRobot.get().release(new javafx.scene.input.KeyCode[0]);
        SharedRobot.get().release(new javafx.scene.input.MouseButton[0]);
        run(stage::close);
        background.shutdownNow();
        assertThat(failures).as("failures of background work").isEmpty();
    }

    /// What the parts of a tab share, on a journal.
    public Browsing browsing(ListJournal journal) {
        return get(() -> new Browsing(journal, journal.info(), journal.state()));
    }
}
