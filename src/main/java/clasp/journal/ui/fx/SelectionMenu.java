package clasp.journal.ui.fx;

import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;

/// A menu about what is selected in a list, table or tree: without a selection its items cannot be chosen. Confined to
/// the FX thread.
public final class SelectionMenu extends ContextMenu {
    /// @param selected null for nothing
    public SelectionMenu(ObservableValue<?> selected, MenuItem... items) {
        super(items);
        setOnShowing(event -> List.of(items).forEach(item -> item.setDisable(selected.getValue() == null)));
    }
}
