package clasp.journal.bench;

import clasp.journal.export.Exporter;
import clasp.journal.settings.Settings;
import clasp.journal.store.Cancellation;
import clasp.journal.store.JournalReader;
import clasp.journal.store.Progress;
import clasp.journal.store.sqlite.SqliteJournals;
import clasp.journal.store.sqlite.SqliteSlices;
import clasp.journal.testing.FxStage;
import clasp.journal.ui.fx.BackgroundThreads;
import clasp.journal.ui.fx.FileDialogs;
import clasp.journal.ui.fx.FxThread;
import clasp.journal.ui.fx.Later;
import clasp.journal.ui.fx.Notices;
import clasp.journal.ui.fx.Tasks;
import clasp.journal.ui.main.Common;
import clasp.journal.ui.main.MainWindow;
import clasp.journal.ui.main.Opening;
import clasp.journal.ui.main.RecordingServices;
import clasp.journal.ui.main.WindowServices;
import clasp.journal.ui.sources.Keyring;
import clasp.journal.ui.table.EntryTableView;
import clasp.journal.ui.table.TableProbe;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// The program's own window, whole, on the headless platform and the software pipeline. Used from the benchmark's
/// thread.
final class ProgramWindow implements AutoCloseable {
    static final double WIDTH = 1_280;
    static final double HEIGHT = 900;

    private final BackgroundThreads background = new BackgroundThreads();
    private final Tasks tasks =
            new Tasks(background.executor(), FxThread::run, (what, error) -> error.printStackTrace());
    private final Region stirred = new Region();
    private final MainWindow window;
    private final Stage stage;

    ProgramWindow() {
        this(null);
    }

    /// @param demo what [#showDemo()] shows
    ProgramWindow(@Nullable JournalReader demo) {
        BenchWindow.startToolkit();
        window = FxStage.call(() -> new MainWindow(services(demo), WIDTH, HEIGHT));
        stage = FxStage.call(() -> {
            var shown = new Stage();
            shown.setScene(window.scene());
            stirred.setManaged(false);
            stirred.resize(1, 1);
            stirred.setStyle("-fx-background-color: black");
            ((Pane) window.scene().getRoot().lookup(".main-window"))
                    .getChildren()
                    .add(stirred);
            shown.show();
            return shown;
        });
    }

    private WindowServices services(@Nullable JournalReader demo) {
        Exporter exporter = new Exporter(new SqliteSlices());
        return new WindowServices(
                tasks,
                Later.onFxThread(),
                new Notices(),
                FileDialogs.none(),
                exporter,
                (format, entries) -> "",
                path -> new Opening(
                        String.valueOf(path.getFileName()),
                        path,
                        (progress, cancellation) -> new SqliteJournals().open(path, progress, cancellation)),
                (url, token, part) -> {
                    throw new IllegalArgumentException();
                },
                new RecordingServices(
                        (url, token, patterns, types, history) -> {
                            throw new IllegalArgumentException();
                        },
                        exporter),
                Keyring.none(),
                (choice, progress, cancellation) -> {
                    throw new IllegalArgumentException();
                },
                new Opening("", null, (Progress progress, Cancellation cancellation) -> {
                    if (demo == null) {
                        throw new IllegalStateException("There is no demo.");
                    }
                    return demo;
                }),
                Common.of(Settings.inMemory(), Later.onFxThread(), open -> {}, () -> {}));
    }

    Scene scene() {
        return stage.getScene();
    }

    void showDemo() {
        FxStage.run(window::openDemo);
    }

    /// Opens a file in a tab of its own and waits until its rows are drawn; returns how long it took in nanoseconds.
    long open(Path file) {
        return Drawn.after(scene(), () -> window.open(file), () -> table().isPresent() && cellsFull());
    }

    /// The table in front.
    Optional<TableProbe> table() {
        return view().map(TableProbe::of).filter(TableProbe::full);
    }

    private Optional<EntryTableView> view() {
        return scene().getRoot().lookupAll(".entry-table").stream()
                .filter(EntryTableView.class::isInstance)
                .filter(ProgramWindow::isOnScreen)
                .map(EntryTableView.class::cast)
                .findFirst();
    }

    private static boolean isOnScreen(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private boolean cellsFull() {
        return view().stream()
                        .flatMap(table -> table.lookupAll(".entry-cell.seq").stream())
                        .filter(cell -> cell instanceof Labeled text && text.getText() != null)
                        .count()
                > 10;
    }

    /// Filters the journal in front as Enter in the query field does, and waits until the window tells of its progress;
    /// returns how long that took in nanoseconds.
    long progressOf(String query) {
        return Drawn.after(
                scene(),
                () -> {
                    var field = (TextField) seen("#query").orElseThrow();
                    field.setText(query);
                    field.fireEvent(key(KeyCode.ENTER));
                },
                () -> seen("#queryRunning").isPresent());
    }

    /// Stops the query as a click does, and waits until nothing tells of it any more.
    long cancel() {
        return Drawn.after(
                scene(),
                () -> ((Button) seen("#cancelQuery").orElseThrow()).fire(),
                () -> seen("#queryRunning").isEmpty());
    }

    void clearQuery() {
        FxStage.run(() -> {
            var field = (TextField) seen("#query").orElseThrow();
            field.clear();
            field.fireEvent(key(KeyCode.ENTER));
        });
        awaitIdle();
    }

    private static KeyEvent key(KeyCode code) {
        return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false);
    }

    private Optional<Node> seen(String selector) {
        return scene().getRoot().lookupAll(selector).stream()
                .filter(ProgramWindow::isOnScreen)
                .findFirst();
    }

    /// Closes the tab in front, and waits for what it still does.
    void closeTab() {
        FxStage.run(() -> scene().getAccelerators()
                .get(KeyCombination.valueOf("Shortcut+W"))
                .run());
        awaitIdle();
    }

    void awaitIdle() {
        while (!tasks.idle()) {
            Thread.onSpinWait();
        }
    }

    /// Changes one point, so that each frame is drawn.
    void stir(long frame) {
        stirred.setOpacity(frame % 2 == 0 ? 0.2 : 0.4);
    }

    @Override
    public void close() {
        FxStage.run(() -> {
            window.close();
            stage.close();
        });
        background.close();
    }
}
