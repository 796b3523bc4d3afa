package clasp.journal.ui.main;

import clasp.journal.settings.Settings;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;

/// How the user wants all windows to look, in this run and in later ones: light or dark, how close the rows stand, and
/// how large everything is. Confined to the FX thread.
final class Looks {
    private static final String SECTION = "appearance";
    private static final String DENSITY = "density";
    private static final String SCALE = "scale";
    private static final double USUAL_SCALE = 1;
    private static final List<Double> SCALES = List.of(0.8, 0.9, USUAL_SCALE, 1.1, 1.25, 1.5, 1.75, 2.0);

    /// The user's word on light and dark.
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

    private final Settings settings;
    private final ObjectProperty<Choice> choice;
    private final ObjectProperty<Density> density;
    private final DoubleProperty scale;

    Looks(Settings settings) {
        this.settings = settings;
        choice = new SimpleObjectProperty<>(settings.read(SECTION, Choice.class, Choice.SYSTEM));
        density = new SimpleObjectProperty<>(settings.read(DENSITY, Density.class, Density.USUAL));
        double remembered = settings.read(SCALE, Double.class, USUAL_SCALE);
        scale = new SimpleDoubleProperty(SCALES.contains(remembered) ? remembered : USUAL_SCALE);
    }

    ReadOnlyObjectProperty<Choice> choice() {
        return choice;
    }

    ReadOnlyObjectProperty<Density> density() {
        return density;
    }

    /// 1 for the usual size.
    ReadOnlyDoubleProperty scale() {
        return scale;
    }

    void choose(Choice wanted) {
        choice.set(wanted);
        settings.write(SECTION, wanted);
    }

    /// For this run only.
    void show(Choice wanted) {
        choice.set(wanted);
    }

    void choose(Density wanted) {
        density.set(wanted);
        settings.write(DENSITY, wanted);
    }

    /// Everything larger by so many steps, or smaller when negative.
    void resize(int steps) {
        int at = SCALES.indexOf(scale.get()) + steps;
        scaleTo(SCALES.get(Math.clamp(at, 0, SCALES.size() - 1)));
    }

    /// Everything as large as usual.
    void usualSize() {
        scaleTo(USUAL_SCALE);
    }

    private void scaleTo(double wanted) {
        scale.set(wanted);
        settings.write(SCALE, wanted);
    }
}
