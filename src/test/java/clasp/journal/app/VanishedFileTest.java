package clasp.journal.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A journal file that goes away while its window is open, and another that comes in its place.
class VanishedFileTest {
    @TempDir
    private Path folder;

    @Test
    void itIsSaidWhileItLastsAndNoLonger() throws Exception {
        Path journal = GeneratedJournal.in(folder.resolve("show.db"), 2_000);
        Path other = GeneratedJournal.in(folder.resolve("other.db"), 3_000);
        try (var window = OpenWindow.on(journal, 1000, 700)) {
            Files.move(journal, folder.resolve("away.db"));
            Node notice = window.find(".notice-bar .message");
            assertThat(notice.getAccessibleText()).contains("show.db” is no longer at");
            window.click(".entry-cell.address");
            window.awaitText(".detail .label", "could not be read");
            assertThat(window.texts(".entry-cell.seq")).contains("1", "2", "3");

            Files.move(other, journal);
            window.awaitGone(".notice-bar .message");
            window.awaitText(".detail-header .title", "Entry 1");
        }
    }
}
