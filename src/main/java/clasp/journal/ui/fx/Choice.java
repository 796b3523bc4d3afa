package clasp.journal.ui.fx;

import javafx.beans.property.Property;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;

/// One of several buttons of which exactly one is chosen: by the mouse, by Space, and by the arrow keys, which choose
/// without an action. Confined to the FX thread.
public final class Choice {
    private Choice() {}

    /// Makes the button of a group stand for the value, which is in the property whenever the button is chosen.
    public static <T> void bind(ToggleButton button, ToggleGroup group, T value, Property<T> chosen) {
        bind(button, group, () -> chosen.setValue(value));
        chosen.subscribe(now -> {
            if (value.equals(now)) {
                button.setSelected(true);
            }
        });
    }

    /// Makes the button one of the group.
    /// @param apply run each time it is chosen, by the user or by the program
    public static void bind(ToggleButton button, ToggleGroup group, Runnable apply) {
        button.setToggleGroup(group);
        button.selectedProperty().subscribe((before, now) -> {
            if (now) {
                apply.run();
            }
        });
        // Pressed once more it would be released, and none were chosen.
        button.setOnAction(event -> button.setSelected(true));
    }
}
