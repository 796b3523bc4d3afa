package clasp.journal.ui.lifelines;

import clasp.journal.ui.fx.TaskSlot;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// The row of an address, which is looked up when it first comes to the screen. Confined to the FX thread.
final class LifelineRow {
    private final String address;
    private final ReadOnlyObjectWrapper<@Nullable Lifeline> lifeline = new ReadOnlyObjectWrapper<>();
    private final TaskSlot slot = new TaskSlot();
    private boolean asked;

    /// @param before what is shown until it is looked up; null for nothing
    LifelineRow(String address, @Nullable Lifeline before) {
        this.address = address;
        lifeline.set(before);
    }

    String address() {
        return address;
    }

    /// Null until it is there.
    ReadOnlyObjectProperty<@Nullable Lifeline> lifeline() {
        return lifeline.getReadOnlyProperty();
    }

    TaskSlot slot() {
        return slot;
    }

    /// Whether this is the first time that it is asked for.
    boolean ask() {
        boolean first = !asked;
        asked = true;
        return first;
    }

    void show(Lifeline found) {
        lifeline.set(found);
    }
}
