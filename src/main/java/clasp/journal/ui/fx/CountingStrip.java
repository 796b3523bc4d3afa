package clasp.journal.ui.fx;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;

/// How far a count is that takes more than a moment, how long it takes still, and a way to stop and to go on; there
/// only while that is so.
/// Confined to the FX thread.
public final class CountingStrip extends HBox {
    private static final double WIDTH = 80;
    private static final double LEAST_WIDTH = 20;

    private final ProgressBar bar = new ProgressBar();
    private final TimeLeftLabel left = new TimeLeftLabel();
    /// One for both, so that the keyboard stays on it.
    private final Hyperlink action = new Hyperlink();

    /// @param id the strip's; that of its link ends with `Action`
    /// @param what names the count, for those who cannot see the bar
    public CountingStrip(String id, String what, Counting counting, Runnable stop, Runnable goOn) {
        super(8);
        setId(id);
        setAlignment(Pos.CENTER_RIGHT);
        setMaxHeight(USE_PREF_SIZE);
        bar.setPrefWidth(WIDTH);
        // The bar gives way to the words.
        bar.setMinWidth(LEAST_WIDTH);
        left.setMinWidth(USE_PREF_SIZE);
        action.setMinWidth(USE_PREF_SIZE);
        bar.setAccessibleText(what);
        action.setId(id + "Action");
        action.setOnAction(event -> (counting.state().get() == Counting.State.STOPPED ? goOn : stop).run());
        getChildren().addAll(bar, left, action);
        counting.state().subscribe(this::show);
        counting.progress().subscribe(now -> {
            bar.setProgress(now.doubleValue());
            left.show(now.doubleValue());
        });
    }

    private void show(Counting.State state) {
        boolean stopped = state == Counting.State.STOPPED;
        show(bar, !stopped);
        show(left, !stopped);
        action.setText(Texts.text(stopped ? "fx.counting.goOn" : "fx.counting.cancel"));
        show(this, state != Counting.State.NONE);
    }

    private static void show(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }
}
