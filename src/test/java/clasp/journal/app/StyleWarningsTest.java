package clasp.journal.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Nothing that is shown looks for a colour that it does not find: JavaFX would say so in the terminal.
class StyleWarningsTest {
    private static final Logger STYLES = Logger.getLogger("javafx.css");

    @TempDir
    private Path folder;

    private final List<String> warnings = new CopyOnWriteArrayList<>();

    private final Handler keeping = new Handler() {
        @Override
        public void publish(LogRecord said) {
            warnings.add(said.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        STYLES.addHandler(keeping);
    }

    @AfterEach
    void listenNoMore() {
        STYLES.removeHandler(keeping);
    }

    @Test
    void popupsThatAreFilledWhileTheyAreHidden() {
        try (var window = OpenWindow.on(GeneratedJournal.in(folder.resolve("show.db"), 500), 1200, 800)) {
            window.press(KeyCode.CONTROL, KeyCode.L);
            window.type("/lu");
            window.find("#completions");
            window.settle();
            window.dark(true);
            window.press(KeyCode.ESCAPE);
            window.dark(false);
            window.press(KeyCode.CONTROL, KeyCode.A);
            window.press(KeyCode.DELETE);
            window.settle();
            window.press(KeyCode.CONTROL, KeyCode.SPACE);
            window.find("#completions");
            window.settle();
            window.press(KeyCode.ESCAPE);
            for (int i = 0; i < 2; i++) {
                window.click("#patternMenu");
                window.type("/lu");
                window.press(KeyCode.DOWN);
                window.settle();
                window.press(KeyCode.ESCAPE);
                window.press(KeyCode.ESCAPE);
                window.settle();
            }
        }
        assertThat(warnings).isEmpty();
    }
}
