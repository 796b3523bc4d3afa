package clasp.journal.bench;

import clasp.journal.export.Exporter;
import clasp.journal.live.BearerToken;
import clasp.journal.live.RecordingLimits;
import clasp.journal.live.RecordingOrder;
import clasp.journal.live.RouterAddress;
import clasp.journal.live.RouterRecording;
import clasp.journal.model.SeqRange;
import clasp.journal.query.Filter;
import clasp.journal.settings.Settings;
import clasp.journal.store.Cancellation;
import clasp.journal.store.JournalReader;
import clasp.journal.store.Progress;
import clasp.journal.store.RecordingStatus;
import clasp.journal.store.sqlite.SqliteJournals;
import clasp.journal.store.sqlite.SqliteSlices;
import clasp.journal.testing.FxStage;
import clasp.journal.ui.fx.BackgroundThreads;
import clasp.journal.ui.fx.FileDialogs;
import clasp.journal.ui.fx.FxThread;
import clasp.journal.ui.fx.Later;
import clasp.journal.ui.fx.Notices;
import clasp.journal.ui.fx.Tasks;
import clasp.journal.ui.main.MainWindow;
import clasp.journal.ui.main.Opening;
import clasp.journal.ui.main.RecordingServices;
import clasp.journal.ui.main.WindowServices;
import clasp.journal.ui.sources.Keyring;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.stage.Stage;

/// A router in another process is recorded into a file while the window shows it.
final class RecordRows {
    private static final int RATE = 50_000;
    private static final int FRAMES = 120;

    private RecordRows() {}

    static void measure(Bench bench, int seconds) throws Exception {
        for (int bundled : new int[] {1, 10}) {
            String what = "record " + RATE + "/s for " + seconds + " s, "
                    + (bundled == 1 ? "a frame each" : "BUNDLEs of " + bundled);
            record(bench, what, seconds, bundled);
        }
        bench.files().fresh("recorded.db");
    }

    private static void record(Bench bench, String what, int seconds, int bundled) throws Exception {
        Path file = bench.files().fresh("recorded.db");
        long expected = (long) RATE * seconds;
        long processor = ProcessorTime.nanos();
        try (RecordSource source = RecordSource.start(RATE, seconds, bundled);
                RouterRecording recording = RouterRecording.start(
                        new RecordingOrder(
                                RouterAddress.of(source.url()),
                                BearerToken.NONE,
                                List.of(),
                                Set.of(),
                                false,
                                RecordingOrder.UNLIMITED),
                        RecordingLimits.STANDARD,
                        () -> new SqliteJournals().create(file, null),
                        InstantSource.system(),
                        Cancellation.none());
                Window window = new Window(recording)) {
            FrameClock frames = new FrameClock(window.stage.getScene());
            RecordingStatus status = recording.recording();
            long waited = 0;
            while (status.entries() + status.dropped() < expected) {
                frames.run(FRAMES, window::stir);
                long before = status.entries();
                status = recording.recording();
                waited = status.entries() == before ? waited + 1 : 0;
                if (waited > 10) {
                    break;
                }
            }
            double took = source.awaitSent();
            bench.report().rate(what, RATE * 99L / 100, expected / took, "", 0);
            frames.report(bench, what);
            recording.stopRecording();
            status = recording.recording();
            bench.report()
                    .note(
                            what + ", stored / dropped / processor",
                            String.format(
                                    "%,d of %,d / %,d / %.1f s",
                                    status.entries(),
                                    expected,
                                    status.dropped(),
                                    (ProcessorTime.nanos() - processor) / 1e9));
        }
        bench.report().note(what + ", read back in order", String.format("%,d", inOrder(bench, file)));
    }

    /// How many entries follow each other as they were sent.
    private static long inOrder(Bench bench, Path file) {
        long[] count = {0};
        try (JournalReader journal = bench.open(file)) {
            journal.scan(
                    Filter.ALL,
                    SeqRange.ALL,
                    entry -> {
                        boolean next = entry.valueJson().equals(Long.toString(count[0]));
                        count[0] += next ? 1 : 0;
                        return next;
                    },
                    Cancellation.none());
        }
        return count[0];
    }

    /// The program's own window on a journal, on the headless platform. Used from the benchmark's thread.
    private static final class Window implements AutoCloseable {
        private final BackgroundThreads background = new BackgroundThreads();
        private final MainWindow window;
        private final Stage stage;
        private final Region stirred = new Region();

        Window(RouterRecording recording) {
            var started = new CompletableFuture<Boolean>();
            Platform.setImplicitExit(false);
            try {
                Platform.startup(() -> started.complete(true));
                started.join();
            } catch (IllegalStateException running) {
                // Another window of this run has started it.
            }
            Tasks tasks = new Tasks(background.executor(), FxThread::run, (what, error) -> error.printStackTrace());
            Exporter exporter = new Exporter(new SqliteSlices());
            window = FxStage.call(() -> new MainWindow(
                    new WindowServices(
                            tasks,
                            Later.onFxThread(),
                            Settings.inMemory(),
                            new Notices(),
                            FileDialogs.none(),
                            exporter,
                            (format, entries) -> "",
                            path -> new Opening("", path, (progress, cancellation) -> null),
                            (url, token, part) -> {
                                throw new IllegalArgumentException();
                            },
                            new RecordingServices(
                                    (url, token, patterns, types, history) -> {
                                        throw new IllegalArgumentException();
                                    },
                                    exporter),
                            Keyring.none(),
                            (choice, cancellation) -> {
                                throw new IllegalArgumentException();
                            },
                            new Opening("", null, (Progress progress, Cancellation cancellation) -> recording)),
                    1_280,
                    820));
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
                window.openDemo();
                return shown;
            });
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
}
