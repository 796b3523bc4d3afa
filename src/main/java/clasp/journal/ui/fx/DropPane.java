package clasp.journal.ui.fx;

import javafx.scene.Node;
import javafx.scene.layout.VBox;

/// What a [DropDown] opens. Confined to the FX thread.
public abstract class DropPane extends VBox {
    private Runnable done = () -> {};

    /// Called each time before it is shown.
    protected abstract void opening();

    /// What gets the focus when it is shown.
    protected abstract Node first();

    /// Whether `Esc` leaves something in it before it closes the pane.
    protected boolean isEditing() {
        return false;
    }

    final void whenDone(Runnable action) {
        done = action;
    }

    /// The user has what he wanted.
    protected final void done() {
        done.run();
    }
}
