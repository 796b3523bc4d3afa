package clasp.journal.app;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.store.JournalReader;
import clasp.journal.testing.Patience;
import java.lang.management.ManagementFactory;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javax.management.ObjectName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Of a closed tab nothing stays in memory, whatever was done in it; nor of a closed window.
@Tag("thorough")
class ClosedTabTest {
    private static final int TABS = 5;

    @TempDir
    private Path folder;

    @Test
    void nothingHoldsTheJournalOfAClosedTab() throws Exception {
        Path journal = GeneratedJournal.in(folder.resolve("show.db"), 500);
        try (var window = OpenWindow.empty(1280, 820)) {
            WeakReference<JournalReader> gone = openUseAndClose(window, journal);
            // Another tab, since the window itself remembers some nodes until others take their place.
            openUseAndClose(window, journal);
            awaitCollected(gone);
        }
    }

    @Test
    void nothingHoldsAClosedWindow() throws Exception {
        Path journal = GeneratedJournal.in(folder.resolve("show.db"), 500);
        WeakReference<Scene> gone = useAndCloseAWindow(journal);
        // Another window, since the toolkit remembers the one that was used last.
        useAndCloseAWindow(journal);
        awaitCollected(gone);
    }

    private static WeakReference<Scene> useAndCloseAWindow(Path journal) {
        try (var window = OpenWindow.on(journal, 1280, 820)) {
            window.click("#entryTable .table-row-cell");
            window.press(KeyCode.CONTROL, KeyCode.DIGIT3);
            window.settle();
            return new WeakReference<>(window.root().getScene());
        }
    }

    @Test
    void theHeapDoesNotGrowWithTheTabsThatWereClosed() throws Exception {
        Path journal = GeneratedJournal.in(folder.resolve("show.db"), 2_000);
        Path other = GeneratedJournal.in(folder.resolve("other.db"), 2_000);
        try (var window = OpenWindow.empty(1280, 820)) {
            long tab = bytesOfATab(window, journal, other);
            openUseAndClose(window, journal);
            openUseAndClose(window, journal);
            long before = settledHeap();
            for (int i = 0; i < TABS; i++) {
                openUseAndClose(window, journal);
            }
            Patience.until(
                    "less than half of what " + TABS + " tabs of " + tab + " bytes have",
                    () -> heap() - before < TABS * tab / 2);
        }
    }

    /// Before any was closed: what a closed one leaves behind for a moment would be missing in the difference.
    private static long bytesOfATab(OpenWindow window, Path journal, Path other) throws Exception {
        window.open(journal);
        long one = settledHeap();
        window.open(other);
        long tab = settledHeap() - one;
        assertThat(tab).as("bytes that an open tab has").isPositive();
        window.press(KeyCode.CONTROL, KeyCode.W);
        window.press(KeyCode.CONTROL, KeyCode.W);
        window.settle();
        return tab;
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

    private static void awaitCollected(WeakReference<?> reference) throws Exception {
        Patience.until("nothing to hold it", () -> {
            System.gc();
            return reference.get() == null;
        });
    }

    /// When two looks in a row find the same: what is on its way out, such as the last frame and the work that closes a
    /// journal, holds a tab or two for a moment.
    private static long settledHeap() throws Exception {
        var seen = new AtomicLong(-1);
        Patience.until("the heap to come to rest", () -> {
            long now = heap();
            return seen.getAndSet(now) == now;
        });
        return seen.get();
    }

    /// Bytes of the program's own objects and of nodes, after a collection. What libraries and the virtual machine keep
    /// for themselves is not the tabs'.
    private static long heap() throws Exception {
        Object histogram = ManagementFactory.getPlatformMBeanServer()
                .invoke(
                        new ObjectName("com.sun.management:type=DiagnosticCommand"),
                        "gcClassHistogram",
                        new Object[] {new String[0]},
                        new String[] {String[].class.getName()});
        return histogram
                .toString()
                .lines()
                .map(String::strip)
                .map(line -> line.split("\\s+"))
                .filter(words -> words.length >= 4 && words[0].endsWith(":"))
                .filter(words -> words[3].startsWith("clasp.journal.") || words[3].startsWith("javafx.scene."))
                .mapToLong(words -> Long.parseLong(words[2]))
                .sum();
    }
}
