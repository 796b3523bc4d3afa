package clasp.journal.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is wrong with the settings is said in the language of the process.
class GermanSettingsTest {
    private final Locale before = Locale.getDefault();

    @TempDir
    private Path folder;

    @BeforeEach
    void speakGerman() {
        Locale.setDefault(Locale.GERMANY);
    }

    @AfterEach
    void speakAsBefore() {
        Locale.setDefault(before);
    }

    @Test
    void aFileThatHoldsNoSettings() throws Exception {
        Path file = Files.writeString(folder.resolve("settings.json"), "[]");
        List<String> warnings = new ArrayList<>();
        new FileSettings(file, Runnable::run, warnings::add).close();
        assertThat(warnings)
                .containsExactly("Die Einstellungen in " + file + " ließen sich nicht lesen und fangen neu an; die alte"
                        + " Datei bleibt als " + file + ".damaged. (es steht kein JSON-Objekt darin)");
    }
}
