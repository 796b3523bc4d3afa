package clasp.journal.app;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.store.JournalReader;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Of a closed tab nothing stays in memory, whatever was done in it.
class ClosedTabTest {
    private static final int TABS = 6;

    @TempDir
    private Path folder;

    @Test
    void nothingHoldsTheJournalOfAClosedTab() throws Exception {
        Path journal = GeneratedJournal.in(folder.resolve("show.db"), 500);
        try (var window = OpenWindow.empty(1280, 820)) {
            WeakReference<JournalReader> gone = openUseAndClose(window, journal);
            // Another tab, since the window itself remembers some nodes until others take their place.
            openUseAndClose(window, journal);
            assertThat(isCollected(gone)).isTrue();
        }
    }

    @Test
    void theHeapIsAsLargeAfterManyTabsAsAfterAFew() throws Exception {
        Path journal = GeneratedJournal.in(folder.resolve("show.db"), 2_000);
        try (var window = OpenWindow.empty(1280, 820)) {
            openUseAndClose(window, journal);
            openUseAndClose(window, journal);
            long before = heap();
            for (int i = 0; i < TABS; i++) {
                openUseAndClose(window, journal);
            }
            long grown = heap() - before;
            assertThat(grown / TABS).as("bytes a closed tab").isLessThan(100_000);
        }
    }

    private static WeakReference<JournalReader> openUseAndClose(OpenWindow window, Path journal) {
        window.open(journal);
        var opened = new WeakReference<>(window.journal());
        window.reveal(100);
        window.press(KeyCode.CONTROL, KeyCode.DIGIT3);
        window.settle();
        window.press(KeyCode.CONTROL, KeyCode.DIGIT5);
        window.settle();
        window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.S);
        window.settle();
        window.press(KeyCode.CONTROL, KeyCode.E);
        window.settle();
        window.press(KeyCode.ESCAPE);
        window.press(KeyCode.CONTROL, KeyCode.W);
        window.settle();
        return opened;
    }

    private static boolean isCollected(WeakReference<?> reference) throws InterruptedException {
        for (int i = 0; i < 50 && reference.get() != null; i++) {
            System.gc();
            Thread.sleep(50);
        }
        return reference.get() == null;
    }

    private static long heap() throws InterruptedException {
        for (int i = 0; i < 4; i++) {
            System.gc();
            Thread.sleep(50);
        }
        var runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
