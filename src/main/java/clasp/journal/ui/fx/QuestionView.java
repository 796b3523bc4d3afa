package clasp.journal.ui.fx;

import static clasp.journal.ui.fx.DialogParts.button;
import static clasp.journal.ui.fx.DialogParts.cancelButton;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// A dialog that asks before something is done; `Esc` and the keyboard's first choice leave everything as it is.
/// Confined to the FX thread.
public final class QuestionView extends VBox {
    private final Button no;

    /// @param close called when the question is answered, either way, before `agreed`
    public QuestionView(Question question, Runnable agreed, Runnable close) {
        getStyleClass().add("question-view");
        Stylesheets.add(this, "fx", "question");
        setId("question");
        var title = new Label(question.title());
        title.getStyleClass().add("dialog-title");
        var sentence = new Label(question.sentence());
        sentence.getStyleClass().add("sentence");
        no = cancelButton("questionNo", question.no(), close);
        Button yes = button(
                "questionYes",
                question.yes(),
                () -> {
                    close.run();
                    agreed.run();
                },
                "danger");
        var buttons = new HBox(8);
        buttons.getStyleClass().add("buttons");
        DialogParts.fill(buttons, List.of(), List.of(no, yes));
        getChildren().addAll(title, sentence, buttons);
        setAccessibleText(question.title());
    }

    @Override
    public void requestFocus() {
        no.requestFocus();
    }
}
