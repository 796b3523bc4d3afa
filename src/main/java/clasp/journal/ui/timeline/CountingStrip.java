package clasp.journal.ui.timeline;

import clasp.journal.ui.fx.Texts;
import clasp.journal.ui.fx.TimeLeftLabel;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;

/// How far a count is, how long it takes still, and a way to stop and to go on; there only while that is so.
/// Confined to the FX thread.
final class CountingStrip extends HBox {
    private static final double WIDTH = 80;

    private final TimelineViewModel model;
    private final ProgressBar bar = new ProgressBar();
    private final TimeLeftLabel left = new TimeLeftLabel();
    /// One for both, so that the keyboard stays on it.
    private final Hyperlink action = new Hyperlink();

    CountingStrip(TimelineViewModel model) {
        super(8);
        this.model = model;
        setId("timelineCounting");
        setAlignment(Pos.CENTER_RIGHT);
        setMaxHeight(USE_PREF_SIZE);
        bar.setPrefWidth(WIDTH);
        bar.setAccessibleText(Texts.text("timeline.counting"));
        action.setId("timelineCountingAction");
        action.setOnAction(event -> {
            if (model.counting().state().get() == Counting.State.STOPPED) {
                model.countOn();
            } else {
                model.stopCounting();
            }
        });
        getChildren().addAll(bar, left, action);
        model.counting().state().subscribe(this::show);
        model.counting().progress().subscribe(now -> {
            bar.setProgress(now.doubleValue());
            left.show(now.doubleValue());
        });
    }

    private void show(Counting.State state) {
        boolean stopped = state == Counting.State.STOPPED;
        show(bar, !stopped);
        show(left, !stopped);
        action.setText(Texts.text(stopped ? "timeline.counting.goOn" : "timeline.counting.cancel"));
        show(this, state != Counting.State.NONE);
    }

    private static void show(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }
}
