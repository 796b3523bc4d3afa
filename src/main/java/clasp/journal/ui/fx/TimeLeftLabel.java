package clasp.journal.ui.fx;

import java.time.Duration;
import javafx.scene.control.Label;

/// Says below a bar how long the work will take still. Confined to the FX thread.
public final class TimeLeftLabel extends Label {
    private final TimeLeft left = new TimeLeft(System::nanoTime);

    public TimeLeftLabel() {
        getStyleClass().addAll("time-left", "muted", "hint");
    }

    /// @param fraction of the work that is done; negative while that is unknown
    public void show(double fraction) {
        setText(left.at(fraction)
                .map(time -> Texts.text("fx.timeLeft", text(time)))
                .orElse(""));
    }

    private static String text(Duration time) {
        return time.toSeconds() < 60 ? time.toSeconds() + " s" : DurationText.text(time.toMillis() * 1_000);
    }
}
