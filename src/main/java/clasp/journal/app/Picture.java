package clasp.journal.app;

import clasp.journal.model.Entry;
import clasp.journal.model.SignalType;
import clasp.journal.query.Filter;
import clasp.journal.settings.Settings;
import clasp.journal.store.Cancellation;
import clasp.journal.store.JournalReader;
import clasp.journal.store.PageRequest;
import clasp.journal.store.sqlite.SqliteJournals;
import clasp.journal.ui.fx.FileDialogs;
import clasp.journal.ui.fx.Later;
import clasp.journal.ui.fx.Notices;
import clasp.journal.ui.fx.Screenshots;
import clasp.journal.ui.main.Common;
import clasp.journal.ui.sources.Keyring;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// Draws the window in memory and writes it as a PNG file, without any display.
final class Picture {
    private static final double WIDTH = 1_440;
    private static final double HEIGHT = 900;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /// So many frames without work in between mean that everything is on screen.
    private static final int QUIET_FRAMES = 40;

    /// Makes the demo's times the same in every picture.
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-03-14T20:17:42.250Z"));

    private Picture() {}

    /// Writes the window on the file, or on the demo when it is null.
    ///
    /// @return whether the journal could be opened; otherwise the picture shows why not
    static boolean write(Path png, @Nullable Path file, boolean dark) throws InterruptedException {
        return write(png, file, new DemoSource(CLOCK, false), dark);
    }

    /// The same with a demo of the caller's, which is closed with the window.
    static boolean write(Path png, @Nullable Path file, DemoSource demo, boolean dark) throws InterruptedException {
        Toolkit.withoutScreen();
        Toolkit.start();
        try (Wiring wiring = Toolkit.call(() -> show(file, demo, dark))) {
            quiet(wiring::idle);
            Optional<JournalReader> journal = Toolkit.call(wiring.window()::journal);
            // Something to look at in the detail pane, too.
            OptionalLong seq = journal.isPresent() ? lastSet(journal.get()) : OptionalLong.empty();
            if (seq.isPresent()) {
                Toolkit.run(() -> wiring.window().reveal(seq.getAsLong()));
                quiet(wiring::idle);
            }
            Screenshots.write(Toolkit.call(() -> Screenshots.of(wiring.window().scene())), png);
            return journal.isPresent();
        } finally {
            Toolkit.exit();
        }
    }

    private static Wiring show(@Nullable Path file, DemoSource demo, boolean dark) {
        var wiring = new Wiring(
                new SqliteJournals(),
                Common.of(Settings.inMemory(), Later.onFxThread(), open -> {}, () -> {}),
                Keyring.none(),
                new Notices(),
                demo,
                FileDialogs.none(),
                WIDTH,
                HEIGHT);
        wiring.window().show(dark);
        // Only what is in a window is laid out and drawn in frames.
        var stage = new Stage();
        stage.setScene(wiring.window().scene());
        stage.show();
        if (file == null) {
            wiring.window().openDemo();
        } else {
            wiring.window().open(file);
        }
        return wiring;
    }

    private static OptionalLong lastSet(JournalReader journal) {
        Filter params = new Filter.Signal(Set.of(SignalType.PARAM.text()));
        return journal.page(PageRequest.backward(params, Long.MAX_VALUE, 1), Cancellation.none()).stream()
                .map(row -> row.entry())
                .mapToLong(Entry::seq)
                .findFirst();
    }

    /// Waits until nothing was worked on for a while.
    private static void quiet(BooleanSupplier idle) {
        var quiet = new CompletableFuture<Boolean>();
        Toolkit.run(() -> new QuietFrames(idle, quiet).start());
        quiet.completeOnTimeout(false, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    /// Counts frames until enough of them in a row found nothing to do.
    private static final class QuietFrames extends AnimationTimer {
        private final BooleanSupplier idle;
        private final CompletableFuture<Boolean> quiet;
        private int frames;

        QuietFrames(BooleanSupplier idle, CompletableFuture<Boolean> quiet) {
            this.idle = idle;
            this.quiet = quiet;
        }

        @Override
        public void handle(long now) {
            frames = idle.getAsBoolean() ? frames + 1 : 0;
            if (frames >= QUIET_FRAMES || quiet.isDone()) {
                stop();
                quiet.complete(true);
            }
        }
    }
}
