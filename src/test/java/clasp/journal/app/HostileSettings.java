package clasp.journal.app;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.settings.FileSettings;
import clasp.journal.ui.main.WindowPlace;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A window with settings that nobody would write. Stateless.
final class HostileSettings {
    private HostileSettings() {}

    /// It opens, and says of what it does not take that it begins anew.
    ///
    /// @param folder for the file of settings
    static void open(String content, Path folder) throws Exception {
        Path file = Files.write(folder.resolve("settings.json"), content.getBytes(StandardCharsets.UTF_8));
        List<String> warnings = new ArrayList<>();
        try (FileSettings settings = new FileSettings(file, Runnable::run, warnings::add)) {
            WindowPlace.remembered(settings);
            try (var window = OpenWindow.resumed(settings, 1000, 700)) {
                assertThat(window.texts("#query").size()
                                + window.texts(".label").size())
                        .as(content)
                        .isPositive();
                window.dismissNotices();
            }
        } catch (RuntimeException e) {
            throw new AssertionError("With the settings " + content, e);
        }
        assertThat(warnings).as(content).allMatch(sentence -> sentence.contains("begin anew"));
    }
}
