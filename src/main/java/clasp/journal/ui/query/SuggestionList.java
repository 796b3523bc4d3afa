package clasp.journal.ui.query;

import java.util.function.IntConsumer;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// Suggestions to choose from by mouse; never takes the focus from the field that they are for. Confined to the FX
/// thread.
final class SuggestionList extends ListView<Suggestion> {
    private final IntConsumer taken;

    /// @param taken receives the index of what was clicked
    SuggestionList(ObservableList<Suggestion> suggestions, IntConsumer taken) {
        super(suggestions);
        this.taken = taken;
        getStyleClass().add("suggestions");
        setFocusTraversable(false);
        setCellFactory(view -> new Line());
    }

    @Override
    public void requestFocus() {
        // The field keeps it.
    }

    private final class Line extends ListCell<Suggestion> {
        private final Label word = new Label();
        private final Label hint = new Label();
        private final HBox line;

        Line() {
            word.getStyleClass().addAll("word", "mono");
            word.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
            word.setMinWidth(0);
            hint.getStyleClass().add("hint");
            hint.setMinWidth(Region.USE_PREF_SIZE);
            var gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            line = new HBox(16, word, gap, hint);
            setPrefWidth(0);
            setOnMouseClicked(event -> {
                if (!isEmpty()) {
                    taken.accept(getIndex());
                }
            });
        }

        @Override
        protected void updateItem(@Nullable Suggestion item, boolean empty) {
            super.updateItem(item, empty);
            if (empty || item == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            word.setText(item.label());
            hint.setText(item.hint());
            setGraphic(line);
            setAccessibleText((item.label() + " " + item.hint()).strip());
        }
    }
}
