package clasp.journal.ui.lifelines;

import clasp.journal.ui.fx.Texts;
import clasp.journal.ui.fx.TimeLeftLabel;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;

/// How far lifelines are, how long they take still, and a way to stop and to go on; there only while that is so.
/// Confined to the FX thread.
final class WorkStrip extends HBox {
    private static final double WIDTH = 120;

    private final LifelinesViewModel model;
    private final ProgressBar bar = new ProgressBar();
    private final TimeLeftLabel left = new TimeLeftLabel();
    /// One for both, so that the keyboard stays on it.
    private final Button action = new Button();

    WorkStrip(LifelinesViewModel model) {
        this.model = model;
        setId("lifelineWork");
        getStyleClass().add("work-strip");
        setMinWidth(USE_PREF_SIZE);
        bar.setPrefWidth(WIDTH);
        bar.setAccessibleText(Texts.text("lifelines.task.load"));
        action.setId("lifelineAction");
        action.getStyleClass().add("small");
        action.setOnAction(event -> {
            if (model.work().get().running()) {
                model.cancel();
            } else {
                model.goOn();
            }
        });
        getChildren().addAll(bar, left, action);
        model.work().subscribe(this::show);
        model.progress().subscribe(now -> progressed());
    }

    private void show(LifelineWork work) {
        show(bar, work.running());
        show(left, work.running());
        action.setText(Texts.text(work == LifelineWork.STOPPED ? "lifelines.goOn" : "lifelines.cancel"));
        show(this, work != LifelineWork.NONE);
        progressed();
    }

    private static void show(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }

    private void progressed() {
        bar.setProgress(model.progress().get());
        left.show(model.progress().get());
    }
}
