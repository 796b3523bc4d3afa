package clasp.journal.ui.query;

import clasp.journal.ui.fx.PopupLooks;
import clasp.journal.ui.fx.Texts;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;

/// The suggestions below the caret's word. The field keeps the focus and handles the keys. Confined to the FX thread.
final class CompletionPopup {
    private static final double ROW_HEIGHT = 26;
    private static final int MOST_ROWS = 10;
    private static final double INDENT = 10;

    private final QueryField field;
    private final CompletionModel model;
    private final SuggestionList list;
    private final Label remark = new Label();
    private final VBox box;
    private final Popup popup = new Popup();
    private final PopupLooks looks;

    /// @param taken receives what a click chose
    CompletionPopup(QueryField field, CompletionModel model, Consumer<CompletionModel.Edit> taken) {
        this.field = field;
        this.model = model;
        list = new SuggestionList(
                model.suggestions(), index -> model.take(index).ifPresent(taken));
        list.setId("completions");
        list.setFixedCellSize(ROW_HEIGHT);
        list.setAccessibleText(Texts.text("query.complete.accessible"));
        remark.getStyleClass().add("remark");
        remark.setWrapText(true);
        remark.textProperty().bind(model.remark());
        box = new VBox(list, remark);
        box.getStyleClass().add("completion");
        popup.getContent().add(box);
        looks = new PopupLooks(field, popup, "query");
        popup.setHideOnEscape(false);
        popup.setAutoHide(true);
        popup.setOnAutoHide(event -> model.close());
        model.suggestions().addListener((ListChangeListener<Suggestion>) change -> resize());
        model.chosen().subscribe(index -> choose(index.intValue()));
        model.open().subscribe(this::show);
    }

    private void resize() {
        int rows = Math.min(MOST_ROWS, model.suggestions().size());
        list.setPrefHeight(rows * ROW_HEIGHT + 2);
        list.setVisible(rows > 0);
        list.setManaged(rows > 0);
        remark.setVisible(rows == 0);
        remark.setManaged(rows == 0);
        if (popup.isShowing()) {
            popup.sizeToScene();
        }
    }

    private void choose(int index) {
        if (index < 0) {
            list.getSelectionModel().clearSelection();
        } else {
            list.getSelectionModel().select(index);
            // A popup that is hidden has no theme: lines that were laid out in it would look for its colours in vain.
            if (popup.isShowing()) {
                list.scrollTo(Math.max(0, index - MOST_ROWS / 2));
            }
        }
    }

    private void show(boolean open) {
        if (!open) {
            popup.hide();
            return;
        }
        resize();
        field.below(model.start()).ifPresent(at -> {
            looks.follow();
            popup.show(field, at.getX() - INDENT, at.getY() + 2);
            choose(model.chosen().get());
        });
    }
}
