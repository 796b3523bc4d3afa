package clasp.journal.ui.snapshot;

import clasp.journal.ui.fx.Texts;
import clasp.journal.ui.fx.TimeDisplay;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The states to choose from. Confined to the FX thread.
final class StateListView extends VBox {
    private final SnapshotViewModel model;
    private final ListView<StateItem> list = new ListView<>();
    private boolean aligning;

    StateListView(SnapshotViewModel model) {
        this.model = model;
        getStyleClass().add("state-list");
        var title = new Label(Texts.text("snapshot.list"));
        title.getStyleClass().add("part-title");
        var failure = new Label();
        failure.setWrapText(true);
        failure.setMinHeight(USE_PREF_SIZE);
        failure.getStyleClass().add("problem");
        failure.textProperty().bind(model.states().failure());
        failure.visibleProperty().bind(failure.textProperty().isNotEmpty());
        failure.managedProperty().bind(failure.visibleProperty());
        var none = new Label(Texts.text("snapshot.none"));
        none.setWrapText(true);
        none.setMinHeight(USE_PREF_SIZE);
        none.getStyleClass().add("hint");
        list.setId("states");
        list.setAccessibleText(Texts.text("snapshot.list"));
        list.setItems(model.states().items());
        ObservableValue<TimeDisplay> display = model.browsing().timeDisplay();
        list.setCellFactory(view -> new StateCell(display));
        list.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> {
            if (now != null && !aligning) {
                model.subject().set(now.source());
            }
        });
        model.subject().addListener((property, before, now) -> align());
        model.states().items().addListener((ListChangeListener<StateItem>) change -> {
            align();
            showHint(none);
        });
        showHint(none);
        align();
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(title, failure, list, none);
    }

    @Override
    public void requestFocus() {
        list.requestFocus();
    }

    private void showHint(Label none) {
        boolean empty = model.states().items().size() == 1;
        none.setVisible(empty);
        none.setManaged(empty);
    }

    /// The selection follows the chosen state, wherever it stands in the list now.
    private void align() {
        aligning = true;
        var items = model.states().items();
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i).source().equals(model.subject().get())
                    && list.getSelectionModel().getSelectedIndex() != i) {
                list.getSelectionModel().clearAndSelect(i);
            }
        }
        aligning = false;
    }
}
