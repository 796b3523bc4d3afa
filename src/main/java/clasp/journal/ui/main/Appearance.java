package clasp.journal.ui.main;

import clasp.journal.settings.Settings;
import clasp.journal.ui.fx.Theme;
import java.util.Locale;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.scene.Scene;

/// Light or dark: as the system has it until the user chooses otherwise, and then as chosen; and how close the rows
/// stand. Confined to the FX thread.
final class Appearance {
    private static final String SECTION = "appearance";

    /// The user's word on it.
    enum Choice {
        SYSTEM,
        LIGHT,
        DARK
    }

    /// How close the rows of entries stand, and how large their text is.
    enum Density {
        COMPACT,
        USUAL,
        ROOMY;

        String styleClass() {
            return "density-" + name().toLowerCase(Locale.ROOT);
        }
    }

    private static final String DENSITY = "density";

    private final Scene scene;
    private final Settings settings;
    private Choice choice;

    Appearance(Scene scene, Settings settings) {
        this.scene = scene;
        this.settings = settings;
        this.choice = settings.read(SECTION, Choice.class, Choice.SYSTEM);
        Platform.getPreferences().colorSchemeProperty().addListener((property, old, now) -> apply());
        apply();
        show(settings.read(DENSITY, Density.class, Density.USUAL));
    }

    /// From now on, and in later runs.
    void choose(Density density) {
        show(density);
        settings.write(DENSITY, density);
    }

    private void show(Density density) {
        var classes = scene.getRoot().getStyleClass();
        for (Density each : Density.values()) {
            classes.remove(each.styleClass());
        }
        classes.add(density.styleClass());
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
