package clasp.journal.app;

import clasp.journal.cli.ExitStatus;
import clasp.journal.settings.FileSettings;
import clasp.journal.settings.SettingsFolder;
import clasp.journal.store.WorkFolder;
import clasp.journal.store.sqlite.SqliteJournals;
import clasp.journal.ui.fx.FxThread;
import clasp.journal.ui.fx.Notice;
import clasp.journal.ui.fx.Notices;
import clasp.journal.ui.fx.Texts;
import clasp.journal.ui.fx.Theme;
import java.nio.file.Path;
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
import org.jspecify.annotations.Nullable;

/// The program with its windows on the screen, from its start to its end.
final class Desktop {
    private Desktop() {}

    /// Shows a window on the files, or else what was open last, or else the demo, and returns when the user has closed
    /// all windows, or the process is told to end (`kill`, `Ctrl+C`).
    ///
    /// @param handover where later starts hand over their files; empty when they have windows of their own
    /// @param beside whether another program runs that does not answer
    /// @return exit status
    static int run(List<Path> files, Optional<Handover> handover, boolean beside) throws InterruptedException {
        var closed = new CountDownLatch(1);
        try (var signals = EndSignals.listen(closed::countDown)) {
            show(files, handover, beside, closed);
            return signals.status(ExitStatus.OK);
        }
    }

    private static void show(List<Path> files, Optional<Handover> handover, boolean beside, CountDownLatch closed)
            throws InterruptedException {
        var notices = new Notices();
        var uncaught = new UncaughtExceptions(notices);
        uncaught.install();
        var later = CompletableFuture.delayedExecutor(500, TimeUnit.MILLISECONDS);
        // JavaFX takes its time to start, and refuses work until then.
        var started = new CompletableFuture<Boolean>();
        var shown = new AtomicReference<@Nullable DesktopWindows>();
        Consumer<String> warnings = sentence -> started.thenRun(
                () -> FxThread.run(() -> front(shown.get()).orElse(notices).show(Notice.warning(sentence))));
        Consumer<String> withdrawn = sentence -> started.thenRun(() -> FxThread.run(() -> {
            Notice outdated = Notice.warning(sentence);
            notices.dismiss(outdated);
            Optional.ofNullable(shown.get()).ifPresent(windows -> windows.dismiss(outdated));
        }));
        Supplier<FileSettings> reading = early(() -> new FileSettings(settingsFile(), later, warnings, withdrawn));
        var journals = EarlyJournals.begin(new SqliteJournals(), files);
        Toolkit.start();
        started.complete(true);
        try (journals;
                FileSettings settings = reading.get();
                DesktopWindows windows =
                        Toolkit.call(() -> new DesktopWindows(journals, settings, uncaught, closed::countDown))) {
            Toolkit.run(() -> {
                Theme.expect(Platform.getPreferences().getColorScheme() == ColorScheme.DARK);
                windows.begin(files, notices);
                shown.set(windows);
                if (beside) {
                    notices.show(Notice.warning(Texts.text("main.beside")));
                }
            });
            Thread.ofPlatform().daemon().name("leftovers").start(WorkFolder::removeTemporary);
            handover.ifPresent(taking -> taking.serve(handed -> {
                long now = System.nanoTime();
                return Toolkit.call(() -> windows.take(handed, now));
            }));
            closed.await();
            handover.ifPresent(Handover::end);
        }
        Toolkit.exit();
    }

    private static Optional<Notices> front(@Nullable DesktopWindows windows) {
        return Optional.ofNullable(windows).flatMap(DesktopWindows::notices);
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

    private static Path settingsFile() {
        return SettingsFolder.of(
                        System.getProperty("os.name"), Path.of(System.getProperty("user.home")), System.getenv())
                .resolve("settings.json");
    }
}
