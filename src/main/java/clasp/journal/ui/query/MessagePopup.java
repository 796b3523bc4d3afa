package clasp.journal.ui.query;

import clasp.journal.query.QueryProblem;
import clasp.journal.ui.fx.PopupLooks;
import javafx.css.PseudoClass;
import javafx.geometry.Point2D;
import javafx.scene.Group;
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
    private static final double POINTER_WIDTH = 12;
    private static final double MARGIN = 8;

    private final QueryField field;
    private final Region pointer = new Region();
    private final Label sentence = new Label();
    private final VBox bubble = new VBox(pointer, sentence);
    private final Popup popup = new Popup();
    private final PopupLooks looks;
    private int place;

    MessagePopup(QueryField field) {
        this.field = field;
        bubble.setId("queryMessage");
        bubble.getStyleClass().add("query-message");
        bubble.setMouseTransparent(true);
        pointer.getStyleClass().add("pointer");
        sentence.getStyleClass().add("sentence");
        sentence.setWrapText(true);
        // A popup asks for a height without a width, as if the sentence had one line; a group has the height it shows.
        popup.getContent().add(new Group(bubble));
        looks = new PopupLooks(field, popup, "query");
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
            looks.follow();
            popup.show(field, at.getX(), at.getY());
        }
        double widest = Math.min(WIDEST, window.getWidth() - 2 * MARGIN);
        bubble.setMaxWidth(widest);
        sentence.setMaxWidth(widest);
        bubble.applyCss();
        double width = Math.min(bubble.prefWidth(-1), widest);
        double rightmost = window.getX() + window.getWidth() - MARGIN - width;
        double left = Math.max(window.getX() + MARGIN, Math.min(at.getX() - POINTER_INDENT, rightmost));
        double pointed = at.getX() - left - POINTER_WIDTH / 2;
        pointer.setTranslateX(Math.clamp(pointed, 0, Math.max(0, width - POINTER_WIDTH)));
        popup.setX(left);
        popup.setY(at.getY());
        popup.sizeToScene();
    }
}
