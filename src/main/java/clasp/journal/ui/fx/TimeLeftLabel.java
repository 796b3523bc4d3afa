package clasp.journal.ui.fx;

import javafx.scene.control.Label;

/// Says below a bar how long the work will take still. Confined to the FX thread.
public final class TimeLeftLabel extends Label {
    private final TimeLeft left = new TimeLeft(System::nanoTime);

    public TimeLeftLabel() {
        getStyleClass().addAll("time-left", "muted", "hint");
    }

    /// @param fraction of the work that is done; negative while that is unknown
    public void show(double fraction) {
        setText(left.words(fraction));
    }
}
