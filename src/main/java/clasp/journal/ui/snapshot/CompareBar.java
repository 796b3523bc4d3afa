package clasp.journal.ui.snapshot;

import clasp.journal.ui.fx.NumberText;
import clasp.journal.ui.fx.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// Chooses what to compare with, and how near two numbers must be to count as equal. Confined to the FX thread.
final class CompareBar extends HBox {
    /// A combo box cannot hold null as a choice.
    private record Choice(@Nullable StateSource source) {}

    private final SnapshotViewModel model;
    private final ComboBox<Choice> other = new ComboBox<>();
    private boolean filling;

    CompareBar(SnapshotViewModel model) {
        this.model = model;
        getStyleClass().add("compare-bar");
        other.setId("compareWith");
        other.setAccessibleText(Texts.text("snapshot.compareWith"));
        other.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable Choice choice) {
                return choice == null ? "" : name(choice.source());
            }

            @Override
            public @Nullable Choice fromString(String text) {
                return null;
            }
        });
        var label = new Label(Texts.text("snapshot.compareWith"));
        label.setLabelFor(other);
        getChildren().addAll(label, other, tolerance());
        label.setMinWidth(Region.USE_PREF_SIZE);
        other.setMinWidth(Region.USE_PREF_SIZE);
        other.valueProperty().addListener((property, before, now) -> {
            if (!filling) {
                model.other().set(now == null ? null : now.source());
            }
        });
        model.subject().addListener((property, before, now) -> fill());
        model.other().addListener((property, before, now) -> fill());
        model.states().items().addListener((ListChangeListener<StateItem>) change -> fill());
        fill();
    }

    private static String name(@Nullable StateSource source) {
        return switch (source) {
            case null -> Texts.text("snapshot.compare.nothing");
            case StateSource.Current current -> StateText.name(current);
            case StateSource.Stored stored ->
                Texts.text(
                        "snapshot.compare.stored",
                        StateText.name(stored),
                        NumberText.seq(stored.info().seqAt()));
        };
    }

    private HBox tolerance() {
        var field = new TextField();
        field.setId("tolerance");
        field.setPrefColumnCount(6);
        field.getStyleClass().add("mono");
        field.setAccessibleText(Texts.text("snapshot.tolerance.tip"));
        field.setTooltip(new javafx.scene.control.Tooltip(Texts.text("snapshot.tolerance.tip")));
        field.textProperty().bindBidirectional(model.tolerance());
        var problem = new Label();
        problem.getStyleClass().add("problem");
        problem.textProperty().bind(model.toleranceProblem());
        var label = new Label(Texts.text("snapshot.tolerance"));
        label.setMinWidth(Region.USE_PREF_SIZE);
        label.setLabelFor(field);
        var box = new HBox(8, label, field, problem);
        box.getStyleClass().add("tolerance");
        box.visibleProperty().bind(model.other().isNotNull());
        return box;
    }

    /// Every state but the one looked at.
    private void fill() {
        filling = true;
        List<Choice> choices = new ArrayList<>();
        choices.add(new Choice(null));
        for (StateItem item : model.states().items()) {
            if (!item.source().equals(model.subject().get())) {
                choices.add(new Choice(item.source()));
            }
        }
        if (!choices.equals(other.getItems())) {
            other.getItems().setAll(choices);
        }
        var chosen = new Choice(model.other().get());
        other.setValue(choices.contains(chosen) ? chosen : choices.getFirst());
        filling = false;
    }
}
