package clasp.journal.ui.query;

import clasp.journal.query.QueryProblem;
import javafx.css.PseudoClass;
import javafx.geometry.Point2D;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import javafx.stage.Window;

/// What is wrong with the typed filter, below the place where it goes wrong. Confined to the FX thread.
final class MessagePopup {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    private static final double WIDEST = 560;
    private static final double POINTER_INDENT = 14;

    private final QueryField field;
    private final Region pointer = new Region();
    private final Label sentence = new Label();
    private final VBox bubble = new VBox(pointer, sentence);
    private final Popup popup = new Popup();

    MessagePopup(QueryField field) {
        this.field = field;
        bubble.setId("queryMessage");
        bubble.getStyleClass().add("query-message");
        bubble.setMouseTransparent(true);
        pointer.getStyleClass().add("pointer");
        sentence.getStyleClass().add("sentence");
        sentence.setWrapText(true);
        popup.getContent().add(bubble);
        popup.setAutoFix(false);
        popup.setHideOnEscape(false);
        field.layoutBoundsProperty().subscribe(bounds -> moveIfShown());
        field.sceneProperty()
                .flatMap(scene -> scene.windowProperty())
                .flatMap(Window::xProperty)
                .subscribe(x -> moveIfShown());
        field.sceneProperty()
                .flatMap(scene -> scene.windowProperty())
                .flatMap(Window::yProperty)
                .subscribe(y -> moveIfShown());
    }

    private int place;

    void show(QueryProblem problem, boolean wrong) {
        place = problem.start();
        sentence.setText(problem.message());
        bubble.pseudoClassStateChanged(WRONG, wrong);
        field.below(place).ifPresent(this::showAt);
    }

    void hide() {
        popup.hide();
    }

    private void moveIfShown() {
        if (popup.isShowing()) {
            field.below(place).ifPresent(this::showAt);
        }
    }

    /// The pointer stands below the place; the sentence goes to the left where it would not fit into the window.
    private void showAt(Point2D at) {
        Window window = field.getScene().getWindow();
        if (!popup.isShowing()) {
            PopupLooks.follow(field, popup, "query");
        }
        double rightmost = window.getX() + window.getWidth() - 8;
        bubble.setMaxWidth(Math.min(WIDEST, window.getWidth() - 16));
        sentence.setMaxWidth(bubble.getMaxWidth());
        if (!popup.isShowing()) {
            popup.show(field, at.getX(), at.getY());
        }
        bubble.applyCss();
        double width = Math.min(bubble.prefWidth(-1), bubble.getMaxWidth());
        double left = Math.max(window.getX() + 8, Math.min(at.getX() - POINTER_INDENT, rightmost - width));
        double pointed = at.getX() - left - POINTER_WIDTH / 2;
        pointer.setTranslateX(Math.clamp(pointed, 2, Math.max(2, width - POINTER_WIDTH - 2)));
        popup.setX(left);
        popup.setY(at.getY());
    }

    private static final double POINTER_WIDTH = 12;
}
