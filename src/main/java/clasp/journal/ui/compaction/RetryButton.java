package clasp.journal.ui.compaction;

import clasp.journal.ui.fx.FirstFocus;
import clasp.journal.ui.fx.FocusOwner;
import clasp.journal.ui.fx.Texts;
import javafx.scene.control.Button;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/// Tries once more what failed. While that goes on, and the button is gone, the keyboard waits on the region around it;
/// it comes back to the button of the next failure. Confined to the FX thread.
final class RetryButton extends Button {
    private RetryButton(String id, Region around, Runnable again) {
        super(Texts.text("compaction.tryAgain"));
        setId(id);
        setMinWidth(USE_PREF_SIZE);
        setOnAction(event -> {
            around.requestFocus();
            again.run();
        });
    }

    /// Puts a new one below what the parent shows: one that vanished under the mouse counts as pressed for good.
    static void add(String id, Pane parent, Region around, Runnable again) {
        var button = new RetryButton(id, around, again);
        parent.getChildren().add(button);
        if (FocusOwner.within(around)) {
            FirstFocus.give(around, button::requestFocus);
        }
    }
}
