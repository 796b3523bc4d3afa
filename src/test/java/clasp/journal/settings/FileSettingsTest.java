package clasp.journal.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import clasp.journal.testing.Mounts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileSettingsTest {
    record Columns(List<String> shown, double width) {}

    /// Refuses a list with empty places.
    record Shelf(List<Columns> rows) {
        Shelf {
            rows = List.copyOf(rows);
        }
    }

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
    void ofWhatCannotTakeItsPlaceNothingStays() throws IOException {
        var settings = open();
        Files.createDirectories(file().resolve("in the way"));
        settings.write("a", 1);
        settings.close();
        assertThat(warnings).singleElement().asString().contains(file().toString());
        try (var files = Files.list(folder.resolve("deep"))) {
            assertThat(files).containsExactly(file());
        }
    }

    /// Where the user may mount one.
    @Test
    void onAFullDiskTheOldSettingsStayAndNothingBeside() throws Exception {
        Path disk = Files.createDirectory(folder.resolve("deep"));
        assumeThat(Mounts.memory(disk, 1)).isTrue();
        try {
            write("{\"a\":1}");
            var settings = open();
            settings.write("b", "x".repeat(2_000_000));
            settings.close();
            assertThat(warnings).singleElement().asString().contains(file().toString());
            assertThat(Files.readString(file())).isEqualTo("{\"a\":1}");
            try (var files = Files.list(disk)) {
                assertThat(files).containsExactly(file());
            }
        } finally {
            Mounts.unmount(disk);
        }
    }

    @Test
    void aMissingFileGivesDefaultsWithoutAWarning() {
        assertThat(open().read("columns", Columns.class, FALLBACK)).isEqualTo(FALLBACK);
        assertThat(warnings).isEmpty();
    }

    @Test
    void aFileThatIsNoJsonIsToldAndKeptBeforeItIsWrittenOver() throws IOException {
        write("{\"columns\": [");
        try (var settings = open()) {
            assertThat(settings.read("columns", Columns.class, FALLBACK)).isEqualTo(FALLBACK);
            assertThat(warnings)
                    .containsExactly("The settings in " + file() + " cannot be understood (it is not JSON from line 1,"
                            + " column 14 on) and begin anew. Before anything is written there, the file is kept as "
                            + kept() + ": to have it all back, end the program, mend that copy in a text editor and"
                            + " put it in place of the file.");
            settings.write("theme", "dark");
        }
        assertThat(kept()).hasContent("{\"columns\": [");
        assertThat(open().read("theme", String.class, "light")).isEqualTo("dark");
        assertThat(warnings).hasSize(1);
    }

    @Test
    void whatWasKeptBeforeIsNotReplaced() throws IOException {
        for (String damaged : List.of("{ first", "{ second", "{ third")) {
            write(damaged);
            try (var settings = open()) {
                settings.write("theme", "dark");
            }
        }
        assertThat(kept()).hasContent("{ first");
        assertThat(file().resolveSibling("settings.json.damaged-2")).hasContent("{ second");
        assertThat(file().resolveSibling("settings.json.damaged-3")).hasContent("{ third");
    }

    @Test
    void whatCannotBeKeptIsNotWrittenOver() throws IOException {
        write("{ damaged");
        try (var settings = open()) {
            // Nothing can be put in the place of a folder that holds something.
            Files.createDirectories(kept().resolve("in the way"));
            settings.write("theme", "dark");
        }
        assertThat(file()).hasContent("{ damaged");
        assertThat(warnings).last().asString().startsWith("The settings cannot be written to " + file());
    }

    @Test
    void whatWasToldOfWritingIsTakenBackOnceItGoesWell() throws IOException {
        List<String> withdrawn = new ArrayList<>();
        try (var settings = new FileSettings(file(), Runnable::run, warnings::add, withdrawn::add)) {
            // No settings can be put in the place of a folder that holds something.
            Path inTheWay = Files.createDirectories(file().resolve("in the way"));
            settings.write("theme", "dark");
            settings.write("theme", "light");
            assertThat(warnings).hasSize(1);
            assertThat(withdrawn).isEmpty();
            Files.delete(inTheWay);
            Files.delete(file());
            settings.write("theme", "dark");
            assertThat(withdrawn).isEqualTo(warnings);
            settings.write("theme", "light");
            assertThat(withdrawn).hasSize(1);
        }
    }

    /// A link that leads to itself is refused to everybody, also to those to whom no permission is.
    @Test
    void aFileThatCannotBeReadIsLeftAlone() throws IOException {
        Files.createDirectories(file().getParent());
        Files.createSymbolicLink(file(), file());
        try (var settings = open()) {
            settings.write("theme", "dark");
            assertThat(settings.read("theme", String.class, "light")).isEqualTo("dark");
        }
        delayed.forEach(Runnable::run);
        assertThat(Files.readSymbolicLink(file())).isEqualTo(file());
        assertThat(folderContent()).containsExactly(file());
        assertThat(warnings)
                .singleElement()
                .asString()
                .startsWith("The settings in " + file() + " cannot be read (")
                .doesNotContain("(" + file())
                .endsWith("). The program begins without them and writes nothing there, so that they stay, with the"
                        + " bookmarks in them; what you set and mark now is gone when it ends. Make the file readable"
                        + " for you, or move it away, then start again.");
    }

    @Test
    void aFileWithoutPermissionIsToldSoAndLeftAlone() throws IOException {
        write("{\"theme\": \"dark\"}");
        Files.setPosixFilePermissions(file(), Set.of());
        assumeThat(Files.isReadable(file())).as("may read everything").isFalse();
        try (var settings = open()) {
            settings.write("theme", "light");
        }
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-------"));
        assertThat(file()).hasContent("{\"theme\": \"dark\"}");
        assertThat(warnings).singleElement().asString().contains("(no permission)");
    }

    @Test
    void aSectionOfAnotherShapeGivesItsDefaultAndIsToldOnceAndKeptBeforeItIsWrittenOver() throws IOException {
        String before = "{\"columns\": \"wide\", \"theme\": \"dark\", \"later\": {\"x\": 1}}";
        write(before);
        try (var settings = open()) {
            assertThat(settings.read("columns", Columns.class, FALLBACK)).isEqualTo(FALLBACK);
            assertThat(settings.read("columns", Columns.class, FALLBACK)).isEqualTo(FALLBACK);
            assertThat(settings.read("theme", String.class, "light")).isEqualTo("dark");
            assertThat(warnings)
                    .containsExactly("What “columns” holds in the settings " + file() + " does not fit this version and"
                            + " begins anew. Before it is written over, the file is kept as " + kept()
                            + ": to have it all back, end the program, mend that copy in a text editor and put it in"
                            + " place of the file.");
            settings.write("theme", "light");
            delayed.removeFirst().run();
            assertThat(kept()).doesNotExist();
            settings.write("columns", FALLBACK);
        }
        assertThat(kept()).hasContent(before);
        try (var settings = open()) {
            assertThat(settings.read("columns", Columns.class, null)).isEqualTo(FALLBACK);
            assertThat(settings.read("later", Map.class, Map.of())).isEqualTo(Map.of("x", 1));
            settings.write("columns", FALLBACK);
        }
        assertThat(folderContent()).containsExactlyInAnyOrder(file(), kept());
        assertThat(warnings).hasSize(1);
    }

    @Test
    void aSectionThatIsWrittenUnreadIsKeptAsWellWhereItDoesNotFit() throws IOException {
        write("{\"columns\": \"wide\"}");
        try (var settings = open()) {
            settings.write("columns", FALLBACK);
        }
        assertThat(kept()).hasContent("{\"columns\": \"wide\"}");
    }

    @Test
    void singleItemsThatDoNotFitAreLeftOut() throws IOException {
        String before = """
            {"shelf": {"rows": [
              {"shown": ["a"], "width": 1},
              {"shown": ["b"], "width": "broad"},
              null,
              {"shown": ["c", {"d": 1}, "e"], "width": 2},
              7,
              {"shown": ["f"], "width": 3}]}}\
            """;
        write(before);
        try (var settings = open()) {
            assertThat(settings.read("shelf", Shelf.class, new Shelf(List.of())))
                    .isEqualTo(new Shelf(List.of(
                            new Columns(List.of("a"), 1),
                            new Columns(List.of("c", "e"), 2),
                            new Columns(List.of("f"), 3))));
            assertThat(warnings)
                    .containsExactly("Some of what “shelf” holds in the settings " + file()
                            + " does not fit and is left"
                            + " out (rows[1].width, rows[3].shown[1], rows[4]). Before it is written over, the file is"
                            + " kept as " + kept() + ": to have it all back, end the program, mend that copy in a text"
                            + " editor and put it in place of the file.");
            settings.write("shelf", new Shelf(List.of()));
        }
        assertThat(kept()).hasContent(before);
    }

    @Test
    void ofManyThatDoNotFitTheFirstAreNamed() throws IOException {
        write("{\"shelf\": {\"rows\": [1, 2, 3, 4, {\"shown\": [], \"width\": 3}]}}");
        assertThat(open().read("shelf", Shelf.class, new Shelf(List.of())).rows())
                .containsExactly(new Columns(List.of(), 3));
        assertThat(warnings).singleElement().asString().contains("left out (rows[0], rows[1], rows[2], …). Before");
    }

    /// Looked for one by one, they would take long.
    @Test
    void aSectionInWhichNearlyNothingFitsBeginsAnew() throws IOException {
        write("{\"shelf\": {\"rows\": [" + "1, ".repeat(5_000) + "{\"shown\": [], \"width\": 3}]}}");
        var fallback = new Shelf(List.of(FALLBACK));
        assertThat(open().read("shelf", Shelf.class, fallback)).isEqualTo(fallback);
        assertThat(warnings).singleElement().asString().contains("begins anew");
    }

    @Test
    void emptyPlacesInAListAreNothingToLose() throws IOException {
        write("{\"shelf\": {\"rows\": [null, {\"shown\": [], \"width\": 3}]}}");
        assertThat(open().read("shelf", Shelf.class, new Shelf(List.of())).rows())
                .containsExactly(new Columns(List.of(), 3));
        assertThat(warnings).isEmpty();
    }

    @Test
    void aFolderThatCannotBeMadeIsToldOnceAndTriedAgain() throws IOException {
        try (var settings = open()) {
            Files.writeString(folder.resolve("deep"), "a file where the folder should be");
            settings.write("theme", "dark");
            delayed.removeFirst().run();
            settings.write("theme", "light");
            delayed.removeFirst().run();
            assertThat(warnings)
                    .containsExactly("The settings cannot be written to " + file() + " (a file is where a folder should"
                            + " be). What you set and mark, bookmarks too, is remembered only while the program runs;"
                            + " it tries again with each change. See that you may write there and that there is room.");
            Files.delete(folder.resolve("deep"));
        }
        assertThat(open().read("theme", String.class, "")).isEqualTo("light");
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

    private void write(String content) throws IOException {
        Files.createDirectories(file().getParent());
        Files.writeString(file(), content);
    }

    private List<Path> folderContent() throws IOException {
        try (var files = Files.list(file().getParent())) {
            return files.toList();
        }
    }

    private Path kept() {
        return file().resolveSibling("settings.json.damaged");
    }

    private Path file() {
        return folder.resolve("deep").resolve("settings.json");
    }

    private FileSettings open() {
        return new FileSettings(file(), delayed::add, warnings::add);
    }
}
