package clasp.journal.ui.fx;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;

/// A bar that shows how far work is, and below it how long it takes still. Confined to the FX thread.
public final class WorkBar extends VBox {
    /// @param what says what goes on, for those who cannot see the bar
    /// @param fraction of the work that is done; negative while that is unknown
    public WorkBar(String what, ObservableValue<Number> fraction) {
        super(4);
        getStyleClass().add("work-bar");
        var bar = new ProgressBar();
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText(what);
        var left = new TimeLeftLabel();
        fraction.subscribe(now -> {
            bar.setProgress(now.doubleValue());
            left.show(now.doubleValue());
        });
        getChildren().addAll(bar, left);
    }
}
