package clasp.journal.app;

import clasp.journal.cli.Cli;
import clasp.journal.cli.Console;
import clasp.journal.cli.Tools;
import clasp.journal.testing.OwnLanguage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The pictures of the README and of the guide's first steps, in `target/screenshots`, and the same views in German.
@Tag("thorough")
class WindowGuideTest {
    @TempDir
    private Path folder;

    @Test
    void theWindowOfTheReadme() {
        try (var window = OpenWindow.on(journal(), 1440, 900)) {
            filterAndLook(window, "guide-window");
            GuidePicture.isLike(window, "guide-window", "window-light");
            GuidePicture.isLikeDark(window, "guide-window", "window-dark");
        }
    }

    @Test
    void severalAddressesInOnePlot() {
        try (var window = OpenWindow.on(journal(), 1280, 820)) {
            window.press(KeyCode.CONTROL, KeyCode.L);
            window.type("/audio/mixer/ch/1?/volume");
            window.press(KeyCode.ENTER);
            window.settle();
            window.press(KeyCode.CONTROL, KeyCode.DIGIT5);
            window.find("#lifelines");
            window.settle();
            for (int row = 0; row < 8; row++) {
                if (row == 4 || row == 5 || row == 7) {
                    window.press(KeyCode.SPACE);
                }
                window.press(KeyCode.DOWN);
            }
            window.awaitText("#sharedPlotTitle", "3 addresses");
            window.press(KeyCode.TAB);
            for (int entry = 0; entry < 14; entry++) {
                window.press(KeyCode.LEFT);
            }
            window.settle();
            window.screenshots("guide-plot");
            GuidePicture.isLike(window, "guide-plot", "plot");
        }
    }

    @Test
    @OwnLanguage("de-DE")
    void theWindowInGerman() {
        for (int[] size : new int[][] {{1280, 820}, {1024, 700}}) {
            String name = "german-" + size[0];
            try (var window = OpenWindow.on(journal(), size[0], size[1])) {
                filterAndLook(window, name);
                window.press(KeyCode.CONTROL, KeyCode.DIGIT3);
                window.settle();
                window.screenshots(name + "-recovery");
                window.press(KeyCode.CONTROL, KeyCode.DIGIT3);
                window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.S);
                window.settle();
                window.screenshots(name + "-snapshots");
                window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.S);
                for (var dialog : List.of(
                        new Dialog("compact", KeyCode.K),
                        new Dialog("connect", KeyCode.R),
                        new Dialog("host", KeyCode.H))) {
                    window.press(KeyCode.CONTROL, KeyCode.SHIFT, dialog.key);
                    window.settle();
                    window.screenshots(name + "-" + dialog.name);
                    window.press(KeyCode.ESCAPE);
                    window.settle();
                }
                window.press(KeyCode.CONTROL, KeyCode.E);
                window.settle();
                window.screenshots(name + "-export");
                window.press(KeyCode.ESCAPE);
                window.press(KeyCode.CONTROL, KeyCode.R);
                window.settle();
                window.screenshots(name + "-record");
                window.press(KeyCode.ESCAPE);
            }
        }
    }

    private record Dialog(String name, KeyCode key) {}

    private static void filterAndLook(OpenWindow window, String name) {
        window.press(KeyCode.CONTROL, KeyCode.L);
        window.type("/lumen/** type:param");
        window.press(KeyCode.ENTER);
        window.settle();
        window.reveal(12_044);
        window.screenshots(name);
    }

    private Path journal() {
        Path file = folder.resolve("show.db");
        if (!file.toFile().exists()) {
            var out = new ByteArrayOutputStream();
            new Cli(Tools.of(new Console(new ByteArrayInputStream(new byte[0]), out, out), files -> 1))
                    .run(List.of("generate", file.toString(), "--entries", "20000"));
        }
        return file;
    }
}
