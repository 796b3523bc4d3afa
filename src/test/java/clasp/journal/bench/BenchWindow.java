package clasp.journal.bench;

import clasp.journal.settings.Settings;
import clasp.journal.store.JournalReader;
import clasp.journal.store.JournalState;
import clasp.journal.testing.FxStage;
import clasp.journal.ui.fx.BackgroundThreads;
import clasp.journal.ui.fx.Browsing;
import clasp.journal.ui.fx.FxThread;
import clasp.journal.ui.fx.Later;
import clasp.journal.ui.fx.Tasks;
import clasp.journal.ui.fx.Theme;
import clasp.journal.ui.table.EntryTableView;
import clasp.journal.ui.table.EntryTableViewModel;
import clasp.journal.ui.table.TableProbe;
import com.sun.javafx.perf.PerformanceTracker;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/// A window with the entry table of a journal, on the headless platform and the software pipeline. Used from the
/// benchmark's thread.
final class BenchWindow implements AutoCloseable {
    private static final double WIDTH = 1_280;
    private static final double HEIGHT = 900;

    private record Opened(JournalReader journal, JournalState state) {}

    private final BackgroundThreads background = new BackgroundThreads();
    private final Tasks tasks =
            new Tasks(background.executor(), FxThread::run, (what, error) -> error.printStackTrace());
    private final StackPane root = new StackPane();
    private final Stage stage;
    private JournalReader journal;
    private EntryTableViewModel model;

    BenchWindow() {
        var started = new CompletableFuture<Boolean>();
        Platform.setImplicitExit(false);
        try {
            Platform.startup(() -> started.complete(true));
            started.join();
        } catch (IllegalStateException running) {
            // Another window of this run has started it.
        }
        stage = FxStage.call(() -> {
            var window = new Stage();
            var scene = new Scene(root, WIDTH, HEIGHT);
            Theme.apply(scene, false);
            window.setScene(scene);
            window.setX(0);
            window.setY(0);
            window.show();
            return window;
        });
    }

    Scene scene() {
        return stage.getScene();
    }

    JournalReader journal() {
        return journal;
    }

    TableProbe table() {
        return new TableProbe(model);
    }

    EntryTableViewModel model() {
        return model;
    }

    /// Opens a journal as a tab does and waits until its first rows are drawn; returns how long it took.
    long open(Supplier<JournalReader> opener) {
        return drawn(
                () -> tasks.task("open", (progress, cancellation) -> {
                            JournalReader opened = opener.get();
                            return new Opened(opened, opened.state());
                        })
                        .onSuccess(opened -> {
                            journal = opened.journal();
                            var browsing = new Browsing(
                                    opened.journal(), opened.journal().info(), opened.state());
                            model = new EntryTableViewModel(
                                    browsing,
                                    tasks,
                                    Later.onFxThread(),
                                    Settings.inMemory(),
                                    (format, entries) -> format + " " + entries.size());
                            root.getChildren().setAll(new EntryTableView(model));
                        })
                        .start(),
                () -> model != null && table().full() && cellsFull());
    }

    /// Whether the cells show what the model says: after an opening they may come a frame later.
    private boolean cellsFull() {
        return root.lookupAll(".entry-cell.seq").stream()
                        .filter(cell -> cell instanceof Labeled text && text.getText() != null)
                        .count()
                >= table().lines();
    }

    void closeJournal() {
        FxStage.run(() -> {
            model.close();
            model = null;
            root.getChildren().clear();
        });
        while (!tasks.idle()) {
            Thread.onSpinWait();
        }
        journal.close();
    }

    /// Does something on the FX thread and waits for the first frame drawn in which `shown` holds; returns the
    /// nanoseconds in between.
    long drawn(Runnable action, BooleanSupplier shown) {
        var done = new CompletableFuture<Long>();
        FxThread.run(() -> {
            long begin = System.nanoTime();
            Scene scene = scene();
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

    @Override
    public void close() {
        FxStage.run(stage::close);
        background.close();
    }
}
