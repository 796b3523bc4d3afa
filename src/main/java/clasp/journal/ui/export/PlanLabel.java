package clasp.journal.ui.export;

import clasp.journal.ui.fx.NumberText;
import clasp.journal.ui.fx.Texts;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// Says in words what a click on the button will do, or what is missing. Confined to the FX thread.
final class PlanLabel extends Label {
    private final ExportViewModel model;

    PlanLabel(ExportViewModel model) {
        this.model = model;
        setId("plan");
        setWrapText(true);
        setMinHeight(Region.USE_PREF_SIZE);
        setMaxWidth(Double.MAX_VALUE);
        getStyleClass().add("plan");
        model.choices().onChange(this::describe);
        model.target().path().addListener((property, before, now) -> describe());
        for (Scope scope : Scope.values()) {
            model.counter(scope).count().addListener((property, before, now) -> describe());
        }
        describe();
    }

    private void describe() {
        if (!model.choices().valid()) {
            setText(Texts.text("export.plan.noColumn"));
        } else if (model.target().file().isEmpty()) {
            setText(Texts.text("export.plan.noTarget"));
        } else {
            String kind = ExportWords.asKind(model.choices().kind().get());
            setText(
                    model.counter(model.choices().scope().get()).count().get()
                                    instanceof MatchCount.Counted(long entries, long first, long last)
                            ? Texts.text("export.plan.counted", entries, NumberText.grouped(entries), kind)
                            : Texts.text("export.plan.uncounted", kind));
        }
    }
}
