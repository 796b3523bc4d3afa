package clasp.journal.ui.main;

import clasp.journal.settings.Settings;
import clasp.journal.ui.fx.Theme;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.scene.Scene;

/// Light or dark: as the system has it until the user chooses otherwise, and then as chosen. Confined to the FX thread.
final class Appearance {
    private static final String SECTION = "appearance";

    /// The user's word on it.
    enum Choice {
        SYSTEM,
        LIGHT,
        DARK
    }

    private final Scene scene;
    private final Settings settings;
    private Choice choice;

    Appearance(Scene scene, Settings settings) {
        this.scene = scene;
        this.settings = settings;
        this.choice = settings.read(SECTION, Choice.class, Choice.SYSTEM);
        Platform.getPreferences().colorSchemeProperty().addListener((property, old, now) -> apply());
        apply();
    }

    boolean dark() {
        return switch (choice) {
            case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
            case LIGHT -> false;
            case DARK -> true;
        };
    }

    void toggle() {
        show(!dark());
        settings.write(SECTION, choice);
    }

    /// For this run only.
    void show(boolean dark) {
        choice = dark ? Choice.DARK : Choice.LIGHT;
        apply();
    }

    private void apply() {
        Theme.apply(scene, dark());
    }
}
