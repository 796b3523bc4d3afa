package clasp.journal.ui.query;

import javafx.scene.Node;
import javafx.scene.layout.VBox;

/// What a [DropDown] opens. Confined to the FX thread.
abstract class DropPane extends VBox {
    private Runnable done = () -> {};

    /// Called each time before it is shown.
    abstract void opening();

    /// What gets the focus when it is shown.
    abstract Node first();

    final void whenDone(Runnable action) {
        done = action;
    }

    /// The user has what he wanted.
    final void done() {
        done.run();
    }
}
