package clasp.journal.ui.export;

import static clasp.journal.ui.fx.DialogParts.button;
import static clasp.journal.ui.fx.DialogParts.cancelButton;
import static clasp.journal.ui.fx.DialogParts.page;

import clasp.journal.ui.fx.DialogParts;
import clasp.journal.ui.fx.FileDialogs;
import clasp.journal.ui.fx.Stylesheets;
import clasp.journal.ui.fx.Texts;
import clasp.journal.ui.fx.WhileInScene;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The content of the export dialog, from choice to outcome. Works while it is in a scene. Confined to the FX thread.
public final class ExportView extends VBox {
    /// A page with little to say, which needs less room.
    private static final PseudoClass BRIEF = PseudoClass.getPseudoClass("brief");

    private final ExportViewModel model;
    private final Runnable close;
    private final ScrollPane choiceScroller;
    private final Button export;
    private final TargetForm target;
    private final VBox conclusion;
    private final StackPane body = new StackPane();
    private final HBox buttons = new HBox(8);

    /// @param close called when the user is done with the dialog
    public ExportView(ExportViewModel model, FileDialogs dialogs, Runnable close) {
        this.model = model;
        this.close = close;
        choiceScroller = new ScrollPane(new ChoicePane(model));
        choiceScroller.setFitToWidth(true);
        choiceScroller.getStyleClass().add("edge-to-edge");
        export = button("export", Texts.text("export.action"), model::export, "accent");
        // There Enter exports, and does not ask for a file once more.
        target = new TargetForm(model, dialogs, export::requestFocus);
        conclusion = new VBox(target, new PlanLabel(model));
        conclusion.getStyleClass().add("conclusion");
        export.setDefaultButton(true);
        export.disableProperty().bind(model.ready().not());
        getStyleClass().add("export-view");
        Stylesheets.add(this, "export");
        var title = new Label();
        title.textProperty()
                .bind(model.journalName()
                        .map(name -> name.isEmpty()
                                ? Texts.text("export.title")
                                : Texts.text("export.title.journal", name)));
        title.getStyleClass().add("dialog-title");
        VBox.setVgrow(body, Priority.ALWAYS);
        buttons.getStyleClass().add("buttons");
        getChildren().addAll(title, body, conclusion, buttons);
        model.phase().subscribe(this::show);
        WhileInScene.run(this, model::start, model::stop);
    }

    private void show(ExportPhase phase) {
        List<Node> left = new ArrayList<>();
        List<Node> right = new ArrayList<>();
        pseudoClassStateChanged(
                BRIEF, !(phase instanceof ExportPhase.Choosing || phase instanceof ExportPhase.Preparing));
        conclusion.setVisible(phase instanceof ExportPhase.Choosing);
        conclusion.setManaged(conclusion.isVisible());
        switch (phase) {
            case ExportPhase.Preparing _ -> {
                body.getChildren().setAll(page(new Label(Texts.text("export.preparing"))));
                right.add(closing());
            }
            case ExportPhase.Unavailable(String reason) -> {
                body.getChildren().setAll(page(OutcomePane.unavailable(reason)));
                left.add(button("retry", Texts.text("export.retry"), model::back));
                right.add(closing());
            }
            case ExportPhase.Choosing _ -> {
                body.getChildren().setAll(choiceScroller);
                right.add(closing());
                right.add(export);
            }
            case ExportPhase.ConfirmingReplacement(ExistingFile file) -> {
                body.getChildren().setAll(page(OutcomePane.question(file)));
                right.add(cancelButton("keep", Texts.text("export.replace.no"), model::back));
                right.add(button("replace", Texts.text("export.replace.yes"), model::replace, "danger"));
            }
            case ExportPhase.Exporting(var target) -> {
                body.getChildren().setAll(page(new WorkingPane(model, target)));
                right.add(cancelButton("cancel", Texts.text("export.cancel"), model::cancel));
            }
            case ExportPhase.Done(ExportOutcome outcome) -> {
                body.getChildren().setAll(page(OutcomePane.done(outcome)));
                left.add(button("again", Texts.text("export.again"), model::back));
                right.add(closing());
            }
            case ExportPhase.Failed(String sentence, boolean before) -> {
                body.getChildren().setAll(page(OutcomePane.failed(sentence, before)));
                left.add(button("back", Texts.text("export.back"), model::back));
                right.add(closing());
            }
        }
        DialogParts.fill(buttons, left, right);
        if (phase instanceof ExportPhase.Choosing) {
            // The scroll pane has its content only when it has been styled once.
            body.applyCss();
            target.focus();
        } else {
            right.getFirst().requestFocus();
        }
    }

    private Button closing() {
        return cancelButton("close", Texts.text("export.close"), close);
    }
}
