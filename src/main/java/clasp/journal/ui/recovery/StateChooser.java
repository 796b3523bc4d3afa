package clasp.journal.ui.recovery;

import clasp.journal.ui.fx.Texts;
import java.util.List;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// Chooses one of the two states to compare. Confined to the FX thread.
final class StateChooser extends HBox {
    private final CompareViewModel model;
    private final ComparedSide side;
    private final ComboBox<StateChoice> box = new ComboBox<>();
    private boolean filling;

    StateChooser(String id, CompareViewModel model, ComparedSide side) {
        this.model = model;
        this.side = side;
        getStyleClass().add("state-chooser");
        box.setId(id);
        box.setAccessibleText(Texts.text("recoveryView.compare.with"));
        box.setMinWidth(Region.USE_PREF_SIZE);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable StateChoice choice) {
                return choice == null ? "" : model.label(choice);
            }

            @Override
            public @Nullable StateChoice fromString(String text) {
                return null;
            }
        });
        var seq = new TextField();
        seq.setId(id + "Seq");
        seq.setPromptText(Texts.text("recoveryView.column.seq"));
        seq.setAccessibleText(Texts.text("recoveryView.choice.seq"));
        seq.setPrefColumnCount(7);
        seq.textProperty().bindBidirectional(side.seq);
        seq.visibleProperty().bind(side.choice.map(choice -> choice instanceof StateChoice.AtSeq));
        seq.managedProperty().bind(seq.visibleProperty());
        var router = new RouterField(id + "Router", model, side);
        box.valueProperty().subscribe((before, now) -> {
            if (now != null && !filling) {
                side.choice.set(now);
            }
        });
        model.choices().subscribe(now -> fill(now.all()));
        side.choice.subscribe(choice -> fill(model.choices().get().all()));
        getChildren().addAll(box, seq, router);
    }

    private void fill(List<StateChoice> choices) {
        filling = true;
        box.getItems().setAll(choices);
        box.setValue(side.choice.get());
        filling = false;
    }
}
