package clasp.journal.ui.main;

import clasp.journal.ui.fx.Theme;
import clasp.journal.ui.main.Looks.Choice;
import clasp.journal.ui.main.Looks.Density;
import javafx.application.ColorScheme;
import javafx.beans.property.DoubleProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;
import javafx.util.Subscription;

/// Gives a window its looks: light or dark as the system has it until the user chooses otherwise, and then as chosen;
/// how close the rows stand; and how large everything is. Confined to the FX thread.
final class Appearance {
    private final Scene scene;
    private final Looks looks;
    private final ObservableValue<ColorScheme> system;
    private final Subscription watching;

    /// @param scale how large everything in the scene is; 1 for the usual size
    /// @param system what the system has now, which may change
    Appearance(Scene scene, DoubleProperty scale, Looks looks, ObservableValue<ColorScheme> system) {
        this.scene = scene;
        this.looks = looks;
        this.system = system;
        watching = Subscription.combine(
                system.subscribe((old, now) -> apply()),
                looks.choice().subscribe(choice -> apply()),
                looks.density().subscribe(this::show),
                looks.scale().subscribe(now -> scale.set(now.doubleValue())));
    }

    private void show(Density density) {
        var classes = scene.getRoot().getStyleClass();
        for (Density each : Density.values()) {
            classes.remove(each.styleClass());
        }
        classes.add(density.styleClass());
    }

    boolean dark() {
        return switch (looks.choice().get()) {
            case SYSTEM -> system.getValue() == ColorScheme.DARK;
            case LIGHT -> false;
            case DARK -> true;
        };
    }

    /// Dark instead of light, or light instead of dark, from now on, and in later runs.
    void toggle() {
        looks.choose(dark() ? Choice.LIGHT : Choice.DARK);
    }

    /// For this run only.
    void show(boolean dark) {
        looks.show(dark ? Choice.DARK : Choice.LIGHT);
    }

    /// Looks at the system and at the user's wishes no more: they outlive the window, and would keep it.
    void close() {
        watching.unsubscribe();
    }

    private void apply() {
        Theme.apply(scene, dark());
    }
}
