package clasp.journal.settings;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.testing.OwnLanguage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is wrong with the settings is said in the language of the process.
@OwnLanguage("de-DE")
class GermanSettingsTest {
    @TempDir
    private Path folder;

    private static final String BACK =
            ": Um alles zurückzuhaben, beenden Sie das Programm, bringen diese Kopie in einem"
                    + " Texteditor in Ordnung und setzen sie an die Stelle der Datei.";

    private final List<String> warnings = new ArrayList<>();

    private FileSettings settings(String content) throws Exception {
        Path file = Files.writeString(folder.resolve("settings.json"), content);
        return new FileSettings(file, Runnable::run, warnings::add);
    }

    @Test
    void aFileThatHoldsNoSettings() throws Exception {
        settings("[]").close();
        settings("{ ").close();
        Path file = folder.resolve("settings.json");
        assertThat(warnings)
                .containsExactly(
                        "Die Einstellungen in " + file + " sind nicht zu verstehen (es steht kein JSON-Objekt darin)"
                                + " und fangen neu an. Bevor dort etwas geschrieben wird, wird die Datei als " + file
                                + ".damaged aufgehoben" + BACK,
                        "Die Einstellungen in " + file + " sind nicht zu verstehen (ab Zeile 1, Spalte 3 ist es kein"
                                + " JSON) und fangen neu an. Bevor dort etwas geschrieben wird, wird die Datei als "
                                + file + ".damaged aufgehoben" + BACK);
    }

    @Test
    void aPartThatDoesNotFit() throws Exception {
        try (FileSettings settings = settings("{\"a\": {}, \"b\": [\"x\", 1]}")) {
            assertThat(settings.read("a", Integer.class, 3)).isEqualTo(3);
            assertThat(settings.read("b", int[].class, new int[0])).containsExactly(1);
        }
        Path file = folder.resolve("settings.json");
        String kept = " Bevor es überschrieben wird, wird die Datei als " + file + ".damaged aufgehoben" + BACK;
        assertThat(warnings)
                .containsExactly(
                        "Was in den Einstellungen " + file + " unter „a“ steht, passt nicht zu dieser Version und fängt"
                                + " neu an." + kept,
                        "Einiges von dem, was in den Einstellungen " + file + " unter „b“ steht, passt nicht und bleibt"
                                + " weg ([0])." + kept);
    }
}
