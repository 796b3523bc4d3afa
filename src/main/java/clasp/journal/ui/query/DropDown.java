package clasp.journal.ui.query;

import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.controlsfx.control.PopOver;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// A button that says what is set, and opens a pane below itself to change it. Confined to the FX thread.
final class DropDown extends Button {
    private static final PseudoClass RESTRICTING = PseudoClass.getPseudoClass("restricting");

    private final DropPane pane;
    private final PopOver popOver;
    private final PopupLooks looks;
    private final Tooltip tip = new Tooltip();

    DropDown(String id, DropPane pane) {
        this.pane = pane;
        setId(id);
        getStyleClass().add("drop-down");
        setTooltip(tip);
        setGraphic(new FontIcon(Feather.CHEVRON_DOWN));
        setContentDisplay(ContentDisplay.RIGHT);
        popOver = new PopOver(pane);
        popOver.setArrowLocation(PopOver.ArrowLocation.TOP_RIGHT);
        popOver.setDetachable(false);
        popOver.setAnimated(false);
        popOver.setArrowIndent(16);
        popOver.setCornerRadius(6);
        looks = new PopupLooks(this, popOver, "query");
        pane.getStyleClass().add("drop-pane");
        pane.whenDone(popOver::hide);
        setOnAction(event -> toggle());
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.DOWN && !popOver.isShowing()) {
                open();
                event.consume();
            }
        });
    }

    /// @param restricting whether this leaves entries out
    /// @param all the whole of it, for the tooltip
    void say(String text, boolean restricting, String all) {
        setText(text);
        tip.setText(all);
        setAccessibleText(all);
        pseudoClassStateChanged(RESTRICTING, restricting);
    }

    private void toggle() {
        if (popOver.isShowing()) {
            popOver.hide();
        } else {
            open();
        }
    }

    private void open() {
        pane.opening();
        looks.follow();
        popOver.show(this);
        pane.first().requestFocus();
    }
}
