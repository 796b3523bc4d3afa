package clasp.journal.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileSettingsTest {
    record Columns(List<String> shown, double width) {}

    private static final Columns FALLBACK = new Columns(List.of(), 1);

    @TempDir
    Path folder;

    private final List<Runnable> delayed = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    @Test
    void whatWasWrittenIsReadAfterARestart() {
        try (var settings = open()) {
            settings.write("columns", new Columns(List.of("seq", "time"), 80));
        }
        assertThat(open().read("columns", Columns.class, FALLBACK)).isEqualTo(new Columns(List.of("seq", "time"), 80));
    }

    @Test
    void changesAreGatheredIntoOneWriteThatLeavesNoTemporaryFile() throws IOException {
        var settings = open();
        settings.write("a", 1);
        settings.write("b", 2);
        assertThat(delayed).hasSize(1);
        assertThat(file()).doesNotExist();
        delayed.removeFirst().run();
        try (var files = Files.list(folder.resolve("deep"))) {
            assertThat(files).containsExactly(file());
        }
        settings.write("c", 3);
        assertThat(delayed).hasSize(1);
    }

    @Test
    void aMissingFileGivesDefaultsWithoutAWarning() {
        assertThat(open().read("columns", Columns.class, FALLBACK)).isEqualTo(FALLBACK);
        assertThat(warnings).isEmpty();
    }

    @Test
    void aCorruptFileGivesDefaultsAndAWarningAndIsKept() throws IOException {
        Files.createDirectories(file().getParent());
        Files.writeString(file(), "{\"columns\": [");
        var settings = open();
        assertThat(settings.read("columns", Columns.class, FALLBACK)).isEqualTo(FALLBACK);
        assertThat(warnings).singleElement().asString().contains(file().toString(), "begin anew");
        assertThat(file().resolveSibling("settings.json.damaged")).hasContent("{\"columns\": [");
    }

    @Test
    void aSectionOfAnotherShapeGivesItsDefault() throws IOException {
        Files.createDirectories(file().getParent());
        Files.writeString(file(), "{\"columns\": \"wide\", \"theme\": \"dark\", \"later\": {\"x\": 1}}");
        var settings = open();
        assertThat(settings.read("columns", Columns.class, FALLBACK)).isEqualTo(FALLBACK);
        assertThat(settings.read("theme", String.class, "light")).isEqualTo("dark");
        assertThat(warnings).hasSize(1);
    }

    @Test
    void aFolderThatCannotBeWrittenIsAWarningNotAFailure() throws IOException {
        Files.writeString(folder.resolve("deep"), "a file where the folder should be");
        try (var settings = open()) {
            settings.write("theme", "dark");
        }
        assertThat(warnings).isNotEmpty().last().asString().contains("could not be written");
    }

    @Test
    void settingsLieWhereTheSystemWantsThem() {
        Path home = Path.of("/home/ada");
        assertThat(SettingsFolder.of("Linux", home, Map.of())).isEqualTo(home.resolve(".config/clasp-journal-browser"));
        assertThat(SettingsFolder.of("Linux", home, Map.of("XDG_CONFIG_HOME", "/cfg")))
                .isEqualTo(Path.of("/cfg/clasp-journal-browser"));
        assertThat(SettingsFolder.of("Mac OS X", home, Map.of()))
                .isEqualTo(home.resolve("Library/Application Support/clasp-journal-browser"));
        assertThat(SettingsFolder.of("Windows 11", home, Map.of()))
                .isEqualTo(home.resolve("AppData/Roaming/clasp-journal-browser"));
    }

    private Path file() {
        return folder.resolve("deep").resolve("settings.json");
    }

    private FileSettings open() {
        return new FileSettings(file(), delayed::add, warnings::add);
    }
}
