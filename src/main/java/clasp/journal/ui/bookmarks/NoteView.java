package clasp.journal.ui.bookmarks;

import static clasp.journal.ui.fx.DialogParts.button;
import static clasp.journal.ui.fx.DialogParts.cancelButton;

import clasp.journal.bookmarks.Bookmark;
import clasp.journal.model.Entry;
import clasp.journal.ui.fx.DialogParts;
import clasp.journal.ui.fx.NumberText;
import clasp.journal.ui.fx.Stylesheets;
import clasp.journal.ui.fx.Texts;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A dialog for the note on the selected entry. Confined to the FX thread.
public final class NoteView extends VBox {
    private static final PseudoClass UNSAVED = PseudoClass.getPseudoClass("unsaved");

    private final TextArea text = new TextArea();
    private final Label hint = new Label(Texts.text("bookmarks.note.hint"));
    private final Runnable close;
    /// What may be left without a word: what is saved, or what the user knows to be lost.
    private String left = "";

    /// @param close takes it away
    public NoteView(BookmarksViewModel model, Runnable close) {
        this.close = close;
        setId("note");
        getStyleClass().add("note-view");
        Stylesheets.add(this, "bookmarks");
        Entry entry = model.browsing().selected().get();
        String name = entry == null ? "" : NumberText.seq(entry.seq());
        var title = new Label(Texts.text("bookmarks.note.title", name));
        title.getStyleClass().add("dialog-title");
        text.setId("noteText");
        left = model.ofSelected().map(Bookmark::note).orElse("");
        text.setText(left);
        text.setWrapText(true);
        text.setPrefRowCount(6);
        text.setPromptText(Texts.text("bookmarks.note.prompt"));
        text.setAccessibleText(title.getText());
        Button save = button(
                "noteSave",
                Texts.text("bookmarks.note.save"),
                () -> {
                    model.note(text.getText());
                    close.run();
                },
                "accent");
        save.setDisable(entry == null);
        // In a text area Enter begins a line, and Tab would write one.
        text.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER && event.isShortcutDown()) {
                save.fire();
                event.consume();
            } else if (event.getCode() == KeyCode.TAB && !event.isShortcutDown()) {
                save.requestFocus();
                event.consume();
            }
        });
        Button cancel = cancelButton("noteCancel", Texts.text("bookmarks.note.cancel"), this::leave);
        hint.getStyleClass().add("hint");
        hint.setWrapText(true);
        hint.setMinHeight(Region.USE_PREF_SIZE);
        var buttons = new HBox(8);
        buttons.getStyleClass().add("buttons");
        DialogParts.fill(buttons, List.of(), List.of(cancel, save));
        getChildren().addAll(title, text, hint, buttons);
        setAccessibleText(title.getText());
    }

    /// What was typed is not thrown away at the first try.
    private void leave() {
        if (text.getText().equals(left)) {
            close.run();
            return;
        }
        left = text.getText();
        hint.setText(Texts.text("bookmarks.note.unsaved"));
        hint.pseudoClassStateChanged(UNSAVED, true);
    }

    @Override
    public void requestFocus() {
        text.requestFocus();
        text.end();
    }
}
