package clasp.journal.settings;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/// Where the system wants a program's settings.
public final class SettingsFolder {
    private static final String NAME = "clasp-journal-browser";

    private SettingsFolder() {}

    /// @param system the value of the property `os.name`
    /// @param home the user's home folder
    public static Path of(String system, Path home, Map<String, String> environment) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.contains("mac")) {
            return home.resolve("Library/Application Support/" + NAME);
        }
        if (name.contains("windows")) {
            String roaming = environment.get("APPDATA");
            return (roaming == null ? home.resolve("AppData/Roaming") : Path.of(roaming)).resolve(NAME);
        }
        String xdg = environment.get("XDG_CONFIG_HOME");
        return (xdg == null || xdg.isBlank() ? home.resolve(".config") : Path.of(xdg)).resolve(NAME);
    }
}
