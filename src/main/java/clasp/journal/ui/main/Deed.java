package clasp.journal.ui.main;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableValue;

/// Something that can be done with some journals, at times. Confined to the FX thread.
final class Deed {
    private final ReadOnlyBooleanWrapper possible = new ReadOnlyBooleanWrapper();
    private Runnable action = () -> {};

    /// Can be done like this from now on.
    ///
    /// @param when whether it can be done now
    void become(Runnable action, ObservableValue<Boolean> when) {
        this.action = action;
        possible.bind(when);
    }

    ReadOnlyBooleanProperty possible() {
        return possible.getReadOnlyProperty();
    }

    void perform() {
        action.run();
    }
}
