package clasp.journal.ui.query;

import clasp.journal.query.QueryProblem;
import clasp.journal.ui.fx.Texts;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.skin.TextFieldSkin;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.controlsfx.control.textfield.CustomTextField;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The field in which the filter is typed. Confined to the FX thread.
final class QueryField extends CustomTextField {
    private static final PseudoClass SOUND = PseudoClass.getPseudoClass("sound");
    private static final PseudoClass ODD = PseudoClass.getPseudoClass("odd");
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final QueryBarViewModel model;
    private final MessagePopup messagePopup;

    /// Whether the user changes the text right now: the caret is then not yet where it will be.
    private boolean editing;

    private boolean following;

    QueryField(QueryBarViewModel model) {
        this.model = model;
        messagePopup = new MessagePopup(this);
        setId("query");
        getStyleClass().addAll("query-field", "mono");
        setPromptText(Texts.text("query.field.prompt"));
        setAccessibleText(Texts.text("query.field.accessible"));
        setLeft(new FontIcon(Feather.SEARCH));
        setRight(new QueryFieldState(model));
        new CompletionPopup(this, model.completion(), this::take);
        model.text().subscribe(this::follow);
        model.verdict().subscribe(this::tint);
        model.message().subscribe(message -> showMessage());
        model.completion().open().subscribe(open -> showMessage());
        textProperty().subscribe((before, now) -> textChanged(now));
        caretPositionProperty().subscribe((before, now) -> caretMoved());
        focusedProperty().subscribe((before, focused) -> focusChanged(focused));
        addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
    }

    @Override
    public void replaceText(int start, int end, String text) {
        editing = true;
        super.replaceText(start, end, text);
        editing = false;
        if (!following && isFocused()) {
            model.completion().typed(getText(), getCaretPosition());
        }
    }

    /// A text of several lines becomes one of one line; a plain field would join the words at their ends.
    @Override
    public void paste() {
        String pasted = Clipboard.getSystemClipboard().getString();
        if (pasted != null) {
            replaceSelection(OneLine.of(pasted));
        }
    }

    /// Where on the screen the character stands: its left edge, and the lower edge of the field.
    Optional<Point2D> below(int index) {
        if (!(getSkin() instanceof TextFieldSkin skin) || getScene() == null) {
            return Optional.empty();
        }
        int place = Math.clamp(index, 0, getLength());
        Rectangle2D character = skin.getCharacterBounds(place);
        double x = Math.clamp(character.getMinX(), 0, getWidth());
        return Optional.ofNullable(localToScreen(x, getHeight()));
    }

    /// As an edit that can be taken back: a text that somebody was typing is not lost.
    private void follow(String text) {
        if (!text.equals(getText())) {
            following = true;
            replaceText(0, getLength(), text);
            positionCaret(isFocused() ? text.length() : 0);
            following = false;
            model.completion().close();
        }
    }

    private void textChanged(String now) {
        if (!following) {
            model.type(now);
        }
    }

    private void caretMoved() {
        if (!editing && model.completion().open().get()) {
            model.completion().close();
        }
    }

    private void focusChanged(boolean focused) {
        if (!focused) {
            model.completion().close();
        }
        showMessage();
    }

    private void tint(Verdict verdict) {
        pseudoClassStateChanged(
                SOUND, verdict instanceof Verdict.Sound && !getText().isBlank());
        pseudoClassStateChanged(ODD, verdict instanceof Verdict.Odd);
        pseudoClassStateChanged(WRONG, verdict instanceof Verdict.Wrong);
    }

    private void showMessage() {
        QueryProblem message = model.message().get();
        boolean free = isFocused() && !model.completion().open().get();
        if (message != null && free) {
            messagePopup.show(message, model.verdict().get() instanceof Verdict.Wrong);
        } else {
            messagePopup.hide();
        }
        setAccessibleHelp(message == null ? null : message.message());
    }

    private void take(CompletionModel.Edit edit) {
        replaceText(edit.start(), edit.end(), edit.text());
        positionCaret(edit.start() + edit.text().length());
    }

    private void keyPressed(KeyEvent event) {
        boolean plain = !event.isControlDown() && !event.isAltDown() && !event.isMetaDown() && !event.isShiftDown();
        boolean wordsWanted = event.isControlDown() && event.getCode() == KeyCode.SPACE;
        if (wordsWanted) {
            model.completion().ask(getText(), getCaretPosition());
            event.consume();
        } else if (plain && (completionKey(event.getCode()) || fieldKey(event.getCode()))) {
            event.consume();
        }
    }

    private boolean completionKey(KeyCode key) {
        CompletionModel completion = model.completion();
        if (!completion.open().get()) {
            return false;
        }
        return switch (key) {
            case DOWN -> moved(1);
            case UP -> moved(-1);
            case ENTER -> completion.chosen().get() >= 0 && taken();
            case TAB -> taken();
            case ESCAPE -> {
                completion.close();
                yield true;
            }
            default -> false;
        };
    }

    private boolean moved(int lines) {
        model.completion().move(lines);
        return true;
    }

    private boolean taken() {
        Optional<CompletionModel.Edit> edit = model.completion().take();
        edit.ifPresent(this::take);
        return edit.isPresent();
    }

    private boolean fieldKey(KeyCode key) {
        return switch (key) {
            case DOWN -> {
                model.completion().ask(getText(), getCaretPosition());
                yield true;
            }
            case ENTER -> {
                model.completion().close();
                model.apply();
                yield true;
            }
            case ESCAPE -> model.escape();
            default -> false;
        };
    }
}
