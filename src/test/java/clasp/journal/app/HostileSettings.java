package clasp.journal.app;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.settings.FileSettings;
import clasp.journal.ui.main.WindowPlace;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A window with settings that nobody would write. Stateless.
final class HostileSettings {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern TOLD = Pattern.compile("begins? anew|left out");
    private static final Pattern SECTION = Pattern.compile("“(.*?)”");

    private HostileSettings() {}

    /// It opens, says of what it does not take that it begins anew or is left out, and loses nothing of it.
    ///
    /// @param folder for the file of settings
    static void open(String content, Path folder) throws Exception {
        byte[] written = content.getBytes(StandardCharsets.UTF_8);
        Path file = Files.write(folder.resolve("settings.json"), written);
        Path kept = folder.resolve("settings.json.damaged");
        Files.deleteIfExists(kept);
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
        assertThat(warnings)
                .as(content)
                .allMatch(sentence -> TOLD.matcher(sentence).find());
        if (Files.exists(kept)) {
            assertThat(warnings).as(content).isNotEmpty();
            assertThat(kept).as(content).hasBinaryContent(written);
        } else {
            assertThat(changed(content, file, warnings)).as(content).isEmpty();
        }
    }

    /// Which sections are not in the file any more as they were, although it was told that they do not fit.
    private static List<String> changed(String content, Path file, List<String> warnings) throws Exception {
        JsonNode now = JSON.readTree(file.toFile());
        List<String> changed = new ArrayList<>();
        for (String warning : warnings) {
            Matcher told = SECTION.matcher(warning);
            String section = told.find() ? told.group(1) : "everything";
            if (!JSON.readTree(content).path(section).equals(now.path(section)) || section.equals("everything")) {
                changed.add(section);
            }
        }
        return changed;
    }
}
