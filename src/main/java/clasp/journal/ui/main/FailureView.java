package clasp.journal.ui.main;

import static clasp.journal.ui.fx.DialogParts.button;
import static clasp.journal.ui.fx.DialogParts.cancelButton;

import clasp.journal.ui.fx.DialogParts;
import clasp.journal.ui.fx.FileDialogs;
import clasp.journal.ui.fx.Stylesheets;
import clasp.journal.ui.fx.SystemClipboard;
import clasp.journal.ui.fx.Tasks;
import clasp.journal.ui.fx.Texts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// A dialog after a mistake of the program: what happened, and a report to copy or save. Confined to the FX thread.
final class FailureView extends VBox {
    private final Label said = new Label();
    private final Button close;
    private final String report;
    private final Tasks tasks;
    private final FileDialogs dialogs;

    /// @param sentence what happened and what to do
    /// @param report for whoever mends the program
    /// @param goOn takes the dialog away
    FailureView(String sentence, String report, Tasks tasks, FileDialogs dialogs, Runnable goOn) {
        this.report = report;
        this.tasks = tasks;
        this.dialogs = dialogs;
        setId("failure");
        getStyleClass().add("failure-view");
        Stylesheets.add(this, "main");
        var title = new Label(Texts.text("failure.title"));
        title.getStyleClass().add("dialog-title");
        var what = new Label(sentence);
        what.getStyleClass().add("sentence");
        var hint = new Label(Texts.text("failure.hint"));
        hint.getStyleClass().addAll("sentence", "hint");
        var text = new TextArea(report);
        text.setId("failureReport");
        text.getStyleClass().add("mono");
        text.setEditable(false);
        text.setPrefRowCount(12);
        text.setAccessibleText(Texts.text("failure.report"));
        VBox.setVgrow(text, Priority.ALWAYS);
        said.setId("failureSaid");
        said.getStyleClass().add("hint");
        close = cancelButton("failureClose", Texts.text("failure.close"), goOn);
        var buttons = new HBox(8);
        buttons.getStyleClass().add("buttons");
        DialogParts.fill(
                buttons,
                List.of(
                        button("failureCopy", Texts.text("failure.copy"), this::copy),
                        button("failureSave", Texts.text("failure.save"), this::save),
                        said),
                List.of(close));
        getChildren().addAll(title, what, text, hint, buttons);
        setAccessibleText(title.getText());
    }

    @Override
    public void requestFocus() {
        close.requestFocus();
    }

    private void copy() {
        SystemClipboard.put(report);
        said.setText(Texts.text("fx.failure.copied"));
    }

    private void save() {
        dialogs.chooseSave(
                        Texts.text("failure.save.title"),
                        Path.of("clasp-journal-browser-report.txt"),
                        List.of(new FileDialogs.Kind(Texts.text("failure.kind"), List.of("*.txt"))))
                .ifPresent(this::write);
    }

    private void write(Path file) {
        tasks.task(Texts.text("failure.task"), (progress, cancellation) -> Files.writeString(file, report))
                .onSuccess(written -> said.setText(Texts.text("failure.saved", String.valueOf(file.getFileName()))))
                .start();
    }
}
