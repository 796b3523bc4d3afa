package clasp.journal.ui.recording;

import static clasp.journal.ui.fx.DialogParts.button;
import static clasp.journal.ui.fx.DialogParts.cancelButton;

import clasp.journal.ui.fx.DialogParts;
import clasp.journal.ui.fx.Stylesheets;
import clasp.journal.ui.fx.Texts;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Asks before a recording ends because its tab, or the window, is closed. Confined to the FX thread.
public final class LeaveView extends VBox {
    private final Button keep;

    /// @param question what would be lost
    /// @param leave closes
    /// @param close called when the user is done with the dialog, before `leave`
    public LeaveView(String question, Runnable leave, Runnable close) {
        getStyleClass().add("leave-view");
        Stylesheets.add(this, "recording");
        var sentence = new Label(question);
        sentence.setId("leaveQuestion");
        sentence.setWrapText(true);
        keep = cancelButton("leaveKeep", Texts.text("record.leave.keep"), close);
        Button go = button(
                "leaveGo",
                Texts.text("record.leave.go"),
                () -> {
                    close.run();
                    leave.run();
                },
                "danger");
        var buttons = new HBox(8);
        DialogParts.fill(buttons, List.of(), List.of(keep, go));
        getChildren().addAll(sentence, buttons);
    }

    @Override
    public void requestFocus() {
        keep.requestFocus();
    }
}
