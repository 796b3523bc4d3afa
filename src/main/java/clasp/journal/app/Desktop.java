package clasp.journal.app;

import clasp.journal.cli.ExitStatus;
import clasp.journal.settings.FileSettings;
import clasp.journal.settings.Settings;
import clasp.journal.settings.SettingsFolder;
import clasp.journal.store.JournalOpener;
import clasp.journal.store.sqlite.SqliteJournals;
import clasp.journal.ui.fx.FxThread;
import clasp.journal.ui.fx.Notice;
import clasp.journal.ui.fx.Notices;
import clasp.journal.ui.fx.SystemFileDialogs;
import clasp.journal.ui.fx.Theme;
import clasp.journal.ui.fx.UsedFolder;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// The program with its window on the screen, from its start to its end.
final class Desktop {
    private Desktop() {}

    /// Shows the window on the files, or else on what was open last, or else on the demo, and returns when the
    /// user has closed it, or the process is told to end (`kill`, `Ctrl+C`).
    ///
    /// @param place where later starts hand over their files; empty when they have windows of their own
    /// @return exit status
    static int run(List<Path> files, Optional<HandoverPlace> place) throws InterruptedException {
        var closed = new CountDownLatch(1);
        try (var signals = EndSignals.listen(closed::countDown)) {
            show(files, place, closed);
            return signals.status(ExitStatus.OK);
        }
    }

    private static void show(List<Path> files, Optional<HandoverPlace> place, CountDownLatch closed)
            throws InterruptedException {
        var notices = new Notices();
        var uncaught = new UncaughtExceptions(notices);
        uncaught.install();
        var later = CompletableFuture.delayedExecutor(500, TimeUnit.MILLISECONDS);
        // JavaFX takes its time to start, and refuses work until then.
        var started = new CompletableFuture<Boolean>();
        Consumer<String> warnings =
                sentence -> started.thenRun(() -> FxThread.run(() -> notices.show(Notice.warning(sentence))));
        Supplier<FileSettings> reading = early(() -> new FileSettings(settingsFile(), later, warnings));
        var journals = EarlyJournals.begin(new SqliteJournals(), files);
        Toolkit.start();
        started.complete(true);
        try (journals;
                FileSettings settings = reading.get()) {
            var stage = new AtomicReference<@Nullable Stage>();
            try (Wiring wiring = Toolkit.call(() -> show(files, journals, settings, notices, stage, closed))) {
                uncaught.showIn(wiring.window()::showFailure);
                Optional<Handover> handover =
                        place.flatMap(there -> Handover.listen(there, handed -> take(handed, wiring, stage.get())));
                closed.await();
                handover.ifPresent(Handover::close);
            }
        }
        Toolkit.exit();
    }

    private static void take(List<Path> files, Wiring wiring, @Nullable Stage stage) {
        long taken = System.nanoTime();
        FxThread.run(() -> {
            files.forEach(wiring.window()::open);
            StartTrace.handed(wiring.window()::rowsShown, taken);
            if (stage != null) {
                stage.setIconified(false);
                stage.toFront();
                stage.requestFocus();
            }
        });
    }

    private static <T> Supplier<T> early(Supplier<T> work) {
        var made = new CompletableFuture<T>();
        Thread.ofPlatform().daemon().name("early").start(() -> {
            try {
                made.complete(work.get());
            } catch (RuntimeException | Error e) {
                made.completeExceptionally(e);
            }
        });
        return made::join;
    }

    private static Wiring show(
            List<Path> files,
            JournalOpener journals,
            Settings settings,
            Notices notices,
            AtomicReference<@Nullable Stage> shown,
            CountDownLatch closed) {
        Theme.expect(Platform.getPreferences().getColorScheme() == ColorScheme.DARK);
        var stage = new Stage();
        shown.set(stage);
        WindowPlace place =
                WindowPlace.remembered(settings).within(Screen.getPrimary().getVisualBounds());
        var wiring = new Wiring(
                journals,
                settings,
                KeyringTool.of(System.getProperty("os.name")),
                notices,
                new DemoSource(InstantSource.system(), true),
                new SystemFileDialogs(() -> stage, new UsedFolder(settings)),
                place.width(),
                place.height());
        stage.setScene(wiring.window().scene());
        stage.titleProperty().bind(wiring.window().title());
        stage.getIcons().setAll(Icons.all());
        stage.setMinWidth(640);
        stage.setMinHeight(420);
        stage.setMaximized(place.maximized());
        stage.setOnCloseRequest(event -> {
            if (!wiring.window().mayClose(stage::hide)) {
                event.consume();
            }
        });
        stage.setOnHiding(event -> place.remember(stage, settings));
        stage.setOnHidden(event -> closed.countDown());
        StartTrace.begin(wiring.window()::rowsShown, stage::hide);
        // Before it is shown, so that the page for a window without journals is never laid out.
        if (!files.isEmpty()) {
            files.forEach(wiring.window()::open);
            wiring.window().offerLost();
        } else if (!wiring.window().resume()) {
            wiring.window().openDemo();
        }
        stage.show();
        return wiring;
    }

    private static Path settingsFile() {
        return SettingsFolder.of(
                        System.getProperty("os.name"), Path.of(System.getProperty("user.home")), System.getenv())
                .resolve("settings.json");
    }
}
