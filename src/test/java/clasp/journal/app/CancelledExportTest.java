package clasp.journal.app;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.testing.FxStage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An export of a journal file that is cancelled in the window while it writes.
@Tag("thorough")
class CancelledExportTest {
    private static final int ENTRIES = 600_000;

    @TempDir
    private Path folder;

    @Test
    void nothingIsWrittenAndTheNextOneIsComplete() throws Exception {
        Path journal = GeneratedJournal.in(folder.resolve("show.db"), ENTRIES);
        byte[] before = Files.readAllBytes(journal);
        Path older = Files.writeString(folder.resolve("older.csv"), "what was here before");
        try (var window = OpenWindow.on(journal, 1000, 700)) {
            window.press(KeyCode.CONTROL, KeyCode.E);
            choose(window, older);
            exportAndCancelOnceSomethingIsWritten(window);
            window.awaitText("#notice", "The export was cancelled; nothing was written.");
            assertThat(older).hasContent("what was here before");
            assertThat(names()).containsExactlyInAnyOrder("show.db", "older.csv");

            choose(window, folder.resolve("new.csv"));
            window.settle();
            window.screenshots("window-export-cancelled");
            window.click("#export");
            window.awaitText("#outcome", "Exported 600,000 of 600,000 entries");
            window.press(KeyCode.ESCAPE);
        }
        try (Stream<String> lines = Files.lines(folder.resolve("new.csv"))) {
            assertThat(lines.filter(line -> !line.isEmpty()).count()).isEqualTo(ENTRIES + 1);
        }
        assertThat(names()).containsExactlyInAnyOrder("show.db", "older.csv", "new.csv");
        assertThat(journal).hasBinaryContent(before);
    }

    private static void choose(OpenWindow window, Path target) {
        window.willSave(target);
        window.click("#browse");
    }

    private static void exportAndCancelOnceSomethingIsWritten(OpenWindow window) {
        Button export = (Button) window.find("#export");
        var cancelled = new AtomicBoolean();
        FxStage.run(() -> {
            Scene scene = export.getScene();
            export.fire();
            ((Label) scene.lookup("#written")).textProperty().subscribe(text -> {
                if (text.matches("[1-9].* entries written") && !cancelled.getAndSet(true)) {
                    ((Button) scene.lookup("#cancel")).fire();
                }
            });
        });
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).toList();
        }
    }
}
