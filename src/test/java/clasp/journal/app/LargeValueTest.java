package clasp.journal.app;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.store.sqlite.SqliteJournals;
import clasp.journal.testing.Entries;
import clasp.journal.testing.FxStage;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A value of many megabytes, looked at in every way that the window offers.
class LargeValueTest {
    private static final int NUMBERS = 1_200_000;

    /// What takes long with a large value, or waits for a disk.
    private static final List<String> SLOW = List.of(
            "org.sqlite.",
            "clasp.journal.store.sqlite.",
            "clasp.journal.recovery.",
            "clasp.journal.model.ClaspScan",
            "clasp.journal.model.ValueParser",
            "clasp.journal.model.ValueSyntax",
            "clasp.journal.ui.detail.EntryLoader");

    @TempDir
    private Path folder;

    @Test
    void itIsReadAndPreparedWithoutTheFxThread() throws Exception {
        Path file = folder.resolve("large.db");
        String value = "[" + "-17.25,".repeat(NUMBERS) + "1]";
        try (var journal = new SqliteJournals().create(file, null)) {
            journal.append(Entries.set("/wall/pixels", "0"));
            journal.append(Entries.set("/wall/pixels", value));
            journal.append(Entries.set("/wall/brightness", "0.5"));
        }
        try (var window = OpenWindow.on(file, 1000, 800);
                var watch = new FxThreadWatch()) {
            window.click(".entry-cell.address");
            window.press(KeyCode.DOWN);
            window.awaitText(".detail-header .title", "Entry 2");
            window.click("#value-raw");
            window.find("#rawPieces");
            window.click("#tab-diff");
            window.awaitText("#diffVerdict", "too large to be compared");
            window.click("#tab-history");
            window.find("#history");
            window.press(KeyCode.CONTROL, KeyCode.E);
            window.settle();
            window.press(KeyCode.ESCAPE);
            assertThat(watch.slow()).as("seen on the FX thread").isEmpty();
        }
    }

    /// Looks again and again what the FX thread is doing, which finds whatever takes it longer than a moment.
    private static final class FxThreadWatch implements AutoCloseable {
        private final Thread fx = FxStage.call(Thread::currentThread);
        private final Set<String> found = new ConcurrentSkipListSet<>();
        private final Thread watcher = Thread.ofPlatform().daemon().start(this::watch);

        private void watch() {
            while (!Thread.currentThread().isInterrupted()) {
                Arrays.stream(fx.getStackTrace())
                        .map(frame -> frame.getClassName() + "." + frame.getMethodName())
                        .filter(frame -> SLOW.stream().anyMatch(frame::startsWith))
                        .forEach(found::add);
                Thread.onSpinWait();
            }
        }

        Set<String> slow() {
            return found;
        }

        @Override
        public void close() {
            watcher.interrupt();
        }
    }
}
