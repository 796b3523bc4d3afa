package clasp.journal.ui.fx;

import java.util.Optional;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;

/// What goes on behind a journal while its tab is open, such as a router that writes to it. Confined to the FX thread.
public interface Activity {
    /// Whether it can be stopped now.
    ObservableBooleanValue stoppable();

    /// Stops it, when the user agrees.
    void stop();

    /// Shows who takes part, while it is [#stoppable()].
    void showClients();

    /// The strip that is shown above the journal; always the same one.
    Node strip();

    /// What the user is asked before the tab is closed; empty when that ends nothing.
    Optional<Question> beforeClosing();
}
