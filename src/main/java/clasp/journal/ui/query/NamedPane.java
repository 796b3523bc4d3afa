package clasp.journal.ui.query;

import clasp.journal.query.Query;
import clasp.journal.ui.fx.DropPane;
import clasp.journal.ui.fx.EmptyText;
import clasp.journal.ui.fx.Texts;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// Saves the filter under a name, and lists those saved. Confined to the FX thread.
final class NamedPane extends DropPane {
    private static final double WIDTH = 420;
    private static final double ROW_HEIGHT = 44;
    private static final int MOST_ROWS = 6;

    private final QueryBarViewModel model;
    private final NamedFilters filters;
    private final Label present = new Label();
    private final TextField name = new TextField();
    private final Button save = new Button();
    private final ListView<NamedFilter> list;
    private final Label deleted = new Label();
    private final Hyperlink undo = new Hyperlink(Texts.text("query.named.undo"));
    private final HBox saving = new HBox(8, name, save);
    private final HBox undoLine = new HBox(4, deleted, undo);
    private @Nullable NamedFilter lastDeleted;

    NamedPane(QueryBarViewModel model) {
        this.model = model;
        filters = model.named();
        setPrefWidth(WIDTH);
        list = new ListView<>(filters.all());
        buildList();
        present.getStyleClass().add("hint");
        name.setId("filterName");
        name.setPromptText(Texts.text("query.named.name"));
        name.setAccessibleText(Texts.text("query.named.name"));
        name.textProperty().subscribe(text -> update());
        name.setOnAction(event -> save());
        name.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.DOWN && !filters.all().isEmpty()) {
                list.requestFocus();
                choose();
                event.consume();
            }
        });
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            // It is for the saved filters here, whatever else the window has it for.
            if (event.getCode() == KeyCode.F2) {
                rename();
                event.consume();
            }
        });
        HBox.setHgrow(name, Priority.ALWAYS);
        save.setId("saveFilter");
        save.getStyleClass().add("accent");
        save.setMinWidth(Region.USE_PREF_SIZE);
        save.setOnAction(event -> save());
        saving.managedProperty().bind(saving.visibleProperty());
        undo.setOnAction(event -> undo());
        undoLine.getStyleClass().add("undo");
        undoLine.managedProperty().bind(undoLine.visibleProperty());
        var hint = new Label(Texts.text("query.named.hint"));
        hint.getStyleClass().add("hint");
        hint.setId("namedHint");
        hint.visibleProperty().bind(Bindings.isNotEmpty(filters.all()));
        hint.managedProperty().bind(hint.visibleProperty());
        getChildren().setAll(present, saving, list, undoLine, hint);
        model.verdict().subscribe(verdict -> update());
    }

    @Override
    protected void opening() {
        filters.refresh();
        lastDeleted = null;
        name.setText(filters.nameOf(model.text().get().strip()).orElse(""));
        name.selectAll();
        update();
    }

    @Override
    protected Node first() {
        return savable().isPresent() ? name : list;
    }

    @Override
    protected boolean isEditing() {
        return list.getEditingIndex() >= 0;
    }

    private void buildList() {
        list.setId("namedFilters");
        list.getStyleClass().add("named-list");
        list.setFixedCellSize(ROW_HEIGHT);
        list.setAccessibleText(Texts.text("query.named.list"));
        // A click on the one that is chosen applies it, as on any other.
        list.setEditable(false);
        list.editingIndexProperty().subscribe(index -> {
            if (index.intValue() < 0) {
                list.setEditable(false);
            }
        });
        list.setPlaceholder(new EmptyText("query.named.empty"));
        list.setCellFactory(view -> new NamedCell(this::apply, this::edit, this::rename, this::delete));
        list.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            NamedFilter selected = list.getSelectionModel().getSelectedItem();
            // The list would rename the one that it stands on.
            NamedFilter chosen = selected == null ? list.getFocusModel().getFocusedItem() : selected;
            boolean renaming = list.getEditingIndex() >= 0;
            if (chosen == null || renaming) {
                return;
            }
            if (event.getCode() == KeyCode.ENTER) {
                apply(chosen);
                event.consume();
            } else if (event.getCode() == KeyCode.DELETE) {
                delete(chosen);
                event.consume();
            }
        });
        list.focusedProperty().subscribe(focused -> {
            if (focused) {
                choose();
            }
        });
        filters.all().subscribe(this::update);
    }

    /// One is chosen: the one in force, or else the first, unless another is already.
    private void choose() {
        if (list.getSelectionModel().isEmpty() && !filters.all().isEmpty()) {
            int inForce = filters.all().stream()
                    .map(NamedFilter::text)
                    .toList()
                    .indexOf(model.text().get().strip());
            list.getSelectionModel()
                    .select(Math.max(0, Math.max(inForce, list.getFocusModel().getFocusedIndex())));
        }
    }

    private boolean rename(NamedFilter filter, String to) {
        boolean renamed = filters.rename(filter, to);
        if (renamed) {
            list.getSelectionModel().select(new NamedFilter(to.strip(), filter.text()));
        }
        return renamed;
    }

    private void rename() {
        if (!filters.all().isEmpty() && !isEditing()) {
            choose();
            edit(list.getSelectionModel().getSelectedItem());
        }
    }

    private void edit(NamedFilter filter) {
        list.setEditable(true);
        list.edit(filters.all().indexOf(filter));
    }

    private Optional<Query> savable() {
        return model.verdict().get().asQuery().filter(query -> !query.text().isEmpty());
    }

    private void update() {
        present.setText(sentence());
        save.setText(Texts.text(filters.has(name.getText()) ? "query.named.replace" : "query.named.save"));
        saving.setVisible(savable().isPresent());
        save.setDisable(name.getText().isBlank());
        list.setPrefHeight(Math.clamp(filters.all().size(), 2, MOST_ROWS) * ROW_HEIGHT + 2);
        NamedFilter gone = lastDeleted;
        undoLine.setVisible(gone != null);
        deleted.setText(gone == null ? "" : Texts.text("query.named.deleted", gone.name()));
    }

    private String sentence() {
        if (model.verdict().get() instanceof Verdict.Wrong) {
            return Texts.text("query.named.wrong");
        }
        return savable()
                .map(query -> Texts.text("query.named.current", query.text()))
                .orElseGet(() -> Texts.text("query.named.nothing"));
    }

    private void save() {
        savable().ifPresent(query -> {
            model.apply();
            if (filters.save(name.getText(), query.text())) {
                done();
            }
        });
    }

    private void apply(NamedFilter filter) {
        model.use(filter.text());
        done();
    }

    private void delete(NamedFilter filter) {
        int place = filters.all().indexOf(filter);
        filters.delete(filter);
        if (!filters.all().isEmpty()) {
            list.getSelectionModel().select(Math.clamp(place, 0, filters.all().size() - 1));
        }
        lastDeleted = filter;
        update();
    }

    private void undo() {
        NamedFilter gone = lastDeleted;
        if (gone != null) {
            filters.save(gone.name(), gone.text());
        }
        lastDeleted = null;
        update();
    }
}
