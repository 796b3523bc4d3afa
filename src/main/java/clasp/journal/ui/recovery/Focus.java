package clasp.journal.ui.recovery;

import clasp.journal.model.Entry;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/// The param in question: the one that was selected last, be it with its entry or in a list of params, unless another
/// is pinned. Confined to the FX thread.
final class Focus {
    private final ObservableValue<@Nullable Entry> cursor;
    private final StringProperty selection = new SimpleStringProperty("");
    private final StringProperty pin = new SimpleStringProperty("");
    private final StringBinding chosen =
            Bindings.createStringBinding(() -> pin.get().isEmpty() ? selection.get() : pin.get(), pin, selection);
    private final BooleanBinding pinned = pin.isNotEmpty();

    /// @param cursor the entry at the cursor
    Focus(ObservableValue<@Nullable Entry> cursor) {
        this.cursor = cursor;
    }

    /// The address that is in question wherever the cursor goes; empty for that of the entry at the cursor.
    StringBinding chosen() {
        return chosen;
    }

    /// The address in question; empty when there is none.
    String address() {
        return chosen.get().isEmpty() ? cursorAddress() : chosen.get();
    }

    /// The address of the entry at the cursor; empty when it is on none.
    String cursorAddress() {
        Entry now = cursor.getValue();
        return now == null ? "" : now.address();
    }

    /// Whether it stays, whatever is selected.
    BooleanBinding pinned() {
        return pinned;
    }

    /// The address in question stays from now on; or the one that was selected last is in question again.
    void pin(boolean now) {
        pin.set(now ? address() : "");
    }

    /// This param was selected; empty for that of the entry at the cursor.
    void select(String address) {
        selection.set(address);
    }

    /// This param is selected in a list that has come to the screen. That of the entry at the cursor goes on with it.
    void show(String address) {
        select(address.equals(cursorAddress()) ? "" : address);
    }

    /// Somebody wants to know of this param, which ends the pin of another; empty for that of the entry at the cursor.
    void ask(String address) {
        selection.set(address);
        pin(false);
    }
}
