package clasp.journal.ui.main;

import clasp.journal.settings.Settings;
import clasp.journal.ui.fx.Theme;
import java.util.List;
import java.util.Locale;
import javafx.application.ColorScheme;
import javafx.beans.property.DoubleProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;
import javafx.util.Subscription;

/// Light or dark: as the system has it until the user chooses otherwise, and then as chosen; how close the rows
/// stand; and how large everything is. Confined to the FX thread.
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
    private static final String SCALE = "scale";
    private static final double USUAL_SCALE = 1;
    private static final List<Double> SCALES = List.of(0.8, 0.9, USUAL_SCALE, 1.1, 1.25, 1.5, 1.75, 2.0);

    private final Scene scene;
    private final DoubleProperty scale;
    private final Settings settings;
    private final ObservableValue<ColorScheme> system;
    private final Subscription watching;
    private Choice choice;

    /// @param scale how large everything is; 1 for the usual size
    /// @param system what the system has now, which may change
    Appearance(Scene scene, DoubleProperty scale, Settings settings, ObservableValue<ColorScheme> system) {
        this.scene = scene;
        this.scale = scale;
        this.settings = settings;
        this.choice = settings.read(SECTION, Choice.class, Choice.SYSTEM);
        this.system = system;
        this.watching = system.subscribe((old, now) -> apply());
        apply();
        show(settings.read(DENSITY, Density.class, Density.USUAL));
        double remembered = settings.read(SCALE, Double.class, USUAL_SCALE);
        scale.set(SCALES.contains(remembered) ? remembered : USUAL_SCALE);
    }

    /// Everything larger by so many steps, or smaller when negative; from now on, and in later runs.
    void resize(int steps) {
        int at = SCALES.indexOf(scale.get()) + steps;
        scaleTo(SCALES.get(Math.clamp(at, 0, SCALES.size() - 1)));
    }

    /// Everything as large as usual, from now on, and in later runs.
    void usualSize() {
        scaleTo(USUAL_SCALE);
    }

    private void scaleTo(double wanted) {
        scale.set(wanted);
        settings.write(SCALE, wanted);
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
            case SYSTEM -> system.getValue() == ColorScheme.DARK;
            case LIGHT -> false;
            case DARK -> true;
        };
    }

    void toggle() {
        show(!dark());
        settings.write(SECTION, choice);
    }

    /// As the system has it again, from now on, and in later runs.
    void followSystem() {
        choice = Choice.SYSTEM;
        apply();
        settings.write(SECTION, choice);
    }

    /// For this run only.
    void show(boolean dark) {
        choice = dark ? Choice.DARK : Choice.LIGHT;
        apply();
    }

    /// Looks at the system no more: it outlives the window, and would keep it.
    void close() {
        watching.unsubscribe();
    }

    private void apply() {
        Theme.apply(scene, dark());
    }
}
