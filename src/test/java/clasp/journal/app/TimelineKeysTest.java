package clasp.journal.app;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.testing.FxStage;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who works on a part of a journal with the mouse goes on there with the keys, and the keys of the window stay those
/// of the window.
class TimelineKeysTest {
    private static final String STRIP = ".timeline .strip";

    @TempDir
    private Path folder;

    private Path journal;

    @BeforeEach
    void makeAJournal() {
        journal = GeneratedJournal.in(folder.resolve("show.db"), 500);
    }

    private static String query(OpenWindow window) {
        var field = (TextInputControl) window.find("#query");
        return FxStage.call(field::getText);
    }

    @Test
    void aTimeRangeThatWasDraggedIsTakenBackByTheKeysOfTheFilterBefore() {
        try (var window = OpenWindow.on(journal, 1200, 800)) {
            window.drag(window.find(STRIP), 0.2, 0.6);
            window.settle();
            assertThat(query(window)).startsWith("from:");
            assertThat(window.focusIsWithin(STRIP))
                    .as("the timeline has the keys")
                    .isTrue();
            window.press(KeyCode.ALT, KeyCode.LEFT);
            window.settle();
            assertThat(query(window)).isEmpty();
            assertThat(window.focusIsWithin(STRIP)).isTrue();
        }
    }

    @Test
    void aTimeRangeIsTakenWithoutAMouse() {
        try (var window = OpenWindow.on(journal, 1200, 800)) {
            Node strip = window.find(STRIP);
            FxStage.run(strip::requestFocus);
            window.press(KeyCode.UP);
            window.press(KeyCode.ENTER);
            window.settle();
            assertThat(query(window)).startsWith("from:");
            window.press(KeyCode.DELETE);
            window.settle();
            assertThat(query(window)).isEmpty();
        }
    }
}
