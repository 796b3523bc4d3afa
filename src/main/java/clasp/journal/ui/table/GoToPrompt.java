package clasp.journal.ui.table;

import clasp.journal.ui.fx.DialogParts;
import clasp.journal.ui.fx.Texts;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Asks for a seq or a time to go to; there only while it is asked. What is wrong with it stands below, so that the
/// field keeps its room. Confined to the FX thread.
final class GoToPrompt extends VBox {
    private final EntryTableViewModel model;
    private final Runnable closed;
    private final TextField field = new TextField();
    private final Label problem = new Label();

    /// @param closed gets the focus back
    GoToPrompt(EntryTableViewModel model, Runnable closed) {
        this.model = model;
        this.closed = closed;
        getStyleClass().add("go-to");
        var label = new Label(Texts.text("table.goTo"));
        label.setLabelFor(field);
        label.setMinWidth(USE_PREF_SIZE);
        field.setId("goTo");
        field.setPrefColumnCount(24);
        field.setPromptText(Texts.text("table.goTo.prompt"));
        field.setAccessibleText(Texts.text("table.goTo.accessible"));
        field.setOnAction(event -> go());
        field.textProperty().subscribe((old, now) -> problem.setText(""));
        problem.getStyleClass().add("problem");
        problem.setWrapText(true);
        problem.setMinHeight(USE_PREF_SIZE);
        problem.visibleProperty().bind(problem.textProperty().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        var button = new Button(Texts.text("table.goTo.go"));
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(event -> go());
        Button close = DialogParts.closeButton("goToClose", Texts.text("table.goTo.close"), this::close);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var row = new HBox(label, field, button, gap, close);
        row.getStyleClass().add("asked");
        getChildren().setAll(row, problem);
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                close();
            }
        });
        managedProperty().bind(visibleProperty());
        setVisible(false);
    }

    void open() {
        setVisible(true);
        field.requestFocus();
        field.selectAll();
    }

    private void go() {
        String reason = model.goTo(field.getText());
        if (reason.isEmpty()) {
            close();
        } else {
            problem.setText(reason);
        }
    }

    private void close() {
        setVisible(false);
        closed.run();
    }
}
