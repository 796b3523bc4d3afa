package clasp.journal.ui.recovery;

import clasp.journal.ui.fx.FileDialogs;
import clasp.journal.ui.fx.Texts;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;

/// Chooses the two states to compare, with what one of them may need, and says what is wrong with what was typed.
/// Confined to the FX thread.
final class CompareChoices extends FlowPane {
    CompareChoices(CompareViewModel model, FileDialogs dialogs) {
        getStyleClass().add("choices");
        var arrow = new Label("↔");
        arrow.setAccessibleText(Texts.text("recoveryView.compare.with"));
        var problem = new Label();
        problem.setId("compareProblem");
        problem.getStyleClass().add("problem");
        problem.textProperty().bind(model.problem());
        var other = new OtherJournalBar("compareOther", model.cursor(), model.other(), dialogs).named();
        other.visibleProperty()
                .bind(model.left()
                        .choice
                        .map(choice -> choice instanceof StateChoice.Elsewhere)
                        .flatMap(yes ->
                                model.right().choice.map(choice -> yes || choice instanceof StateChoice.Elsewhere)));
        other.managedProperty().bind(other.visibleProperty());
        getChildren()
                .addAll(
                        new StateChooser("compareLeft", model, model.left()),
                        arrow,
                        new StateChooser("compareRight", model, model.right()),
                        other,
                        problem);
    }
}
