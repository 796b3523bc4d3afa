package clasp.journal.ui.compaction;

import clasp.journal.store.CompactionStep;
import clasp.journal.ui.fx.Texts;
import clasp.journal.ui.fx.WorkBar;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Shows what is being done and how far that is. Confined to the FX thread.
final class WorkingPane extends VBox {
    WorkingPane(CompactionViewModel model, String key) {
        getStyleClass().add("working");
        var title = new Label(Texts.text(key));
        title.getStyleClass().add("title");
        var step = new Label();
        step.setId("step");
        step.textProperty()
                .bind(Bindings.createStringBinding(() -> words(model.step().get()), model.step()));
        step.setWrapText(true);
        var percent = new Label();
        percent.getStyleClass().add("muted");
        percent.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> model.progress().get() < 0
                                ? ""
                                : Math.round(model.progress().get() * 100) + " %",
                        model.progress()));
        percent.setMinWidth(USE_PREF_SIZE);
        var now = new HBox(8, step, percent);
        var bar = new WorkBar(title.getText(), model.progress());
        var promise = new Label(Texts.text("compaction.working.promise"));
        promise.setWrapText(true);
        promise.getStyleClass().add("muted");
        getChildren().addAll(title, now, bar, promise);
    }

    private static String words(@Nullable CompactionStep step) {
        return step == null
                ? Texts.text("compaction.step.begins")
                : Texts.text("compaction.step." + step.name().toLowerCase(Locale.ROOT));
    }
}
