package clasp.journal.ui.fx;

import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.event.EventHandler;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.controlsfx.control.PopOver;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// A button that says what is set, and opens a pane below itself to change it. Confined to the FX thread.
public final class DropDown extends Button {
    private static final PseudoClass RESTRICTING = PseudoClass.getPseudoClass("restricting");

    /// What is opened, made when it is opened first: most tabs are closed without.
    private record Opened(DropPane pane, PopOver popOver, PopupLooks looks) {}

    private final String part;
    private final Supplier<DropPane> panes;
    private final Tooltip tip = new Tooltip();
    private final EventHandler<KeyEvent> shortcut = this::closeForShortcut;
    private @Nullable Opened opened;

    /// @param part whose stylesheet what it opens needs
    /// @param panes makes what it opens
    public DropDown(String id, String part, Supplier<DropPane> panes) {
        this.part = part;
        this.panes = panes;
        setId(id);
        getStyleClass().add("drop-down");
        setTooltip(tip);
        setGraphic(new FontIcon(Feather.CHEVRON_DOWN));
        setContentDisplay(ContentDisplay.RIGHT);
        setOnAction(event -> toggle());
        sceneProperty().subscribe((before, now) -> {
            if (before != null) {
                before.removeEventFilter(KeyEvent.KEY_PRESSED, shortcut);
            }
            if (now != null) {
                now.addEventFilter(KeyEvent.KEY_PRESSED, shortcut);
            }
        });
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if ((event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.F4) && !showing()) {
                open();
                event.consume();
            }
        });
    }

    /// @param restricting whether this leaves entries out
    /// @param all the whole of it, for the tooltip
    public void say(String text, boolean restricting, String all) {
        setText(text);
        tip.setText(all);
        setAccessibleText(all);
        pseudoClassStateChanged(RESTRICTING, restricting);
    }

    private boolean showing() {
        return opened != null && opened.popOver.isShowing();
    }

    private void toggle() {
        if (opened != null && showing()) {
            opened.popOver.hide();
        } else {
            open();
        }
    }

    /// What is opened has the keyboard while it is there, so it is gone before a shortcut leads elsewhere.
    private void closeForShortcut(KeyEvent event) {
        Scene scene = getScene();
        if (opened != null
                && showing()
                && scene.getAccelerators().keySet().stream().anyMatch(keys -> keys.match(event))) {
            opened.popOver.hide();
        }
    }

    /// Opens the pane below itself.
    public void open() {
        if (opened == null) {
            opened = make();
        }
        opened.pane.opening();
        opened.looks.follow();
        opened.popOver.setArrowLocation(arrow());
        opened.popOver.show(this);
        opened.pane.first().requestFocus();
    }

    /// Where the arrow stands on what is opened: towards the middle of the window there is room for it.
    /// Else the screen's edge shifts it, and the arrow points beside this.
    private PopOver.ArrowLocation arrow() {
        double place = localToScene(getWidth() / 2, 0).getX() / getScene().getWidth();
        if (place < 1 / 3.0) {
            return PopOver.ArrowLocation.TOP_LEFT;
        }
        return place < 2 / 3.0 ? PopOver.ArrowLocation.TOP_CENTER : PopOver.ArrowLocation.TOP_RIGHT;
    }

    private Opened make() {
        DropPane pane = panes.get();
        var popOver = new PopOver(pane);
        popOver.setDetachable(false);
        popOver.setAnimated(false);
        popOver.setArrowIndent(16);
        popOver.setCornerRadius(6);
        pane.getStyleClass().add("drop-pane");
        pane.whenDone(popOver::hide);
        pane.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            // A list takes this key for itself, also where it has nothing to leave.
            if (event.getCode() == KeyCode.ESCAPE && !pane.isEditing()) {
                popOver.hide();
                event.consume();
            }
        });
        return new Opened(pane, popOver, new PopupLooks(this, popOver, part));
    }
}
