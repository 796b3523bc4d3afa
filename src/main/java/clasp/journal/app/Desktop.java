package clasp.journal.app;

import clasp.journal.settings.FileSettings;
import clasp.journal.settings.Settings;
import clasp.journal.settings.SettingsFolder;
import clasp.journal.ui.fx.FxThread;
import clasp.journal.ui.fx.Notice;
import clasp.journal.ui.fx.Notices;
import clasp.journal.ui.fx.SystemFileDialogs;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.stage.Screen;
import javafx.stage.Stage;

/// The program with its window on the screen, from its start to its end.
final class Desktop {
    private Desktop() {}

    /// Shows the window on the files, or else on what was open last, or else on the demo, and returns when the user has
    /// closed it.
    static void run(List<Path> files) throws InterruptedException {
        var notices = new Notices();
        new UncaughtExceptions(notices).install();
        var later = CompletableFuture.delayedExecutor(500, TimeUnit.MILLISECONDS);
        try (var settings = new FileSettings(
                settingsFile(), later, sentence -> FxThread.run(() -> notices.show(Notice.warning(sentence))))) {
            Toolkit.start();
            var closed = new CountDownLatch(1);
            try (Wiring wiring = Toolkit.call(() -> show(files, settings, notices, closed))) {
                closed.await();
            }
        }
        Toolkit.exit();
    }

    private static Wiring show(List<Path> files, Settings settings, Notices notices, CountDownLatch closed) {
        var stage = new Stage();
        WindowPlace place =
                WindowPlace.remembered(settings).within(Screen.getPrimary().getVisualBounds());
        var wiring = new Wiring(
                settings,
                KeyringTool.of(System.getProperty("os.name")),
                notices,
                new DemoSource(InstantSource.system(), true),
                new SystemFileDialogs(() -> stage),
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
        stage.show();
        if (!files.isEmpty()) {
            files.forEach(wiring.window()::open);
            wiring.window().offerLost();
        } else if (!wiring.window().resume()) {
            wiring.window().openDemo();
        }
        return wiring;
    }

    private static Path settingsFile() {
        return SettingsFolder.of(
                        System.getProperty("os.name"), Path.of(System.getProperty("user.home")), System.getenv())
                .resolve("settings.json");
    }
}
