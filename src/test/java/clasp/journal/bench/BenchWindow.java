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
import java.util.concurrent.CompletableFuture;
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
        startToolkit();
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

    static void startToolkit() {
        var started = new CompletableFuture<Boolean>();
        Platform.setImplicitExit(false);
        try {
            Platform.startup(() -> started.complete(true));
            started.join();
        } catch (IllegalStateException running) {
            // Another window of this run has started it.
        }
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

    /// As [Drawn#after], in this window.
    long drawn(Runnable action, BooleanSupplier shown) {
        return Drawn.after(scene(), action, shown);
    }

    @Override
    public void close() {
        FxStage.run(stage::close);
        background.close();
    }
}
