package clasp.journal.ui.recovery;

import clasp.journal.model.Param;
import clasp.journal.recovery.RecoveredState;
import clasp.journal.ui.fx.NumberText;
import clasp.journal.ui.fx.SelectionMenu;
import clasp.journal.ui.fx.Texts;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Every param at the cursor; what has just changed stands out. Confined to the FX thread.
final class StatePane extends BorderPane implements ParamPage {
    private static final int WRITER = 4;
    private static final int TIME = 5;
    private static final double ROOM_FOR_WRITERS = 764;
    private static final double ROOM_FOR_TIMES = 620;

    private static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");
    private static final PseudoClass PINNED = PseudoClass.getPseudoClass("pinned");

    private final StateViewModel model;
    private final DenseTable<StateRow> table = new DenseTable<>("stateTable", "recoveryView.state.table");
    private final Label summary = new Label();

    StatePane(StateViewModel model) {
        this.model = model;
        getStyleClass().add("state-pane");
        buildTable();
        setTop(filterBar());
        setCenter(new OutcomePane<>(
                model.question(), model.cursor().browsing(), model.cursor().nowhere(), table, this::show));
    }

    @Override
    public void shown() {
        table.withSelected(row -> model.cursor().focus().show(row.address()));
    }

    private HBox filterBar() {
        var filter = new TextField();
        filter.setId("stateFilter");
        filter.setPromptText(Texts.text("recoveryView.state.filter"));
        filter.setAccessibleText(Texts.text("recoveryView.state.filter"));
        filter.setTooltip(new Tooltip(Texts.text("recoveryView.state.filter.tip")));
        filter.textProperty().bindBidirectional(model.filter());
        HBox.setHgrow(filter, Priority.ALWAYS);
        summary.setId("stateSummary");
        summary.getStyleClass().add("summary");
        summary.setMinWidth(Region.USE_PREF_SIZE);
        var bar = new HBox(filter, summary);
        bar.getStyleClass().add("bar");
        return bar;
    }

    private void buildTable() {
        table.column("recoveryView.column.pin", 30, row -> row.pinned() ? "★" : "", "pin");
        table.column("recoveryView.column.address", 170, row -> DenseTable.address(row.address()), "mono", "address");
        sortable(StateOrder.ADDRESS);
        table.column("recoveryView.column.value", 110, of(param -> DenseTable.line(param.valueJson())), "mono");
        sortable(StateOrder.VALUE);
        table.column(
                "recoveryView.column.revision",
                50,
                of(param -> Long.toUnsignedString(param.revision())),
                "mono",
                "right");
        sortable(StateOrder.REVISION);
        table.column("recoveryView.column.writer", 90, of(param -> DenseTable.line(param.writer())), "mono");
        sortable(StateOrder.WRITER);
        table.column(
                "recoveryView.column.time",
                208,
                of(param -> Times.of(model.cursor().browsing()).full(param.timestampMicros())),
                "mono",
                "right");
        sortable(StateOrder.TIME);
        table.column("recoveryView.column.setBy", 106, StatePane::setBy, "mono", "right");
        sortable(StateOrder.LAST_CHANGE);
        TableColumn<StateRow, ?> newest = table.last();
        newest.setSortType(TableColumn.SortType.DESCENDING);
        table.getSortOrder().add(newest);
        table.setSortPolicy(view -> {
            sort();
            return true;
        });
        table.grow(1, 2, 4);
        // Whoever looks at one param reads its writer and time beside the table.
        needsRoom(WRITER, ROOM_FOR_WRITERS);
        needsRoom(TIME, ROOM_FOR_TIMES);
        model.filter()
                .map(String::isBlank)
                .subscribe(all -> table.placeholder(all ? "recoveryView.state.noneYet" : "recoveryView.state.none"));
        table.setRowFactory(view -> new Row());
        model.cursor().browsing().timeDisplay().subscribe(display -> table.refresh());
        table.onSelect(row -> model.cursor().focus().select(row.address()));
        table.onOpen(this::goToSetter);
        table.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.SPACE) {
                pin();
                event.consume();
            }
        });
        table.onClick(1, (column, row) -> {
            if (column == table.getColumns().getFirst()) {
                model.togglePin(row.address());
            }
        });
        table.setContextMenu(new SelectionMenu(
                table.getSelectionModel().selectedItemProperty(),
                item("recoveryView.state.go", Feather.CORNER_DOWN_RIGHT, () -> selected(this::goToSetter)),
                table.onWhy(row -> model.cursor().focus().ask(row.address())),
                item("recoveryView.state.pin", Feather.STAR, this::pin)));
    }

    private void needsRoom(int column, double room) {
        table.getColumns()
                .get(column)
                .visibleProperty()
                .bind(Bindings.createBooleanBinding(() -> getWidth() >= room, widthProperty()));
    }

    private void sortable(StateOrder order) {
        TableColumn<StateRow, ?> column = table.last();
        column.setSortable(true);
        column.setUserData(order);
    }

    private void sort() {
        if (table.getSortOrder().isEmpty()) {
            model.sort(StateOrder.LAST_CHANGE, false);
            return;
        }
        TableColumn<StateRow, ?> first = table.getSortOrder().getFirst();
        if (first.getUserData() instanceof StateOrder order) {
            model.sort(order, first.getSortType() == TableColumn.SortType.ASCENDING);
        }
    }

    private static Function<StateRow, String> of(Function<Param, String> text) {
        return row -> row.param() == null ? "" : text.apply(row.param().param());
    }

    private static String setBy(StateRow row) {
        if (row.param() == null) {
            return Texts.text("recoveryView.state.absent");
        }
        return row.param().setBy().isPresent()
                ? NumberText.seq(row.param().seq())
                : Texts.text("recoveryView.state.snapshot");
    }

    private static MenuItem item(String key, Feather icon, Runnable action) {
        var item = new MenuItem(Texts.text(key), new FontIcon(icon));
        item.setOnAction(event -> action.run());
        return item;
    }

    private void selected(java.util.function.Consumer<StateRow> action) {
        StateRow row = table.getSelectionModel().getSelectedItem();
        if (row != null) {
            action.accept(row);
        }
    }

    private void pin() {
        selected(row -> model.togglePin(row.address()));
    }

    /// To the entry that set the param.
    private void goToSetter(StateRow row) {
        if (row.param() != null && row.param().setBy().isPresent()) {
            model.cursor().moveTo(row.param().seq());
        }
    }

    private void show(StateViewModel.Shown shown) {
        table.show(shown.rows(), StateRow::address);
        RecoveredState state = shown.state();
        String params = Texts.text(
                "recoveryView.state.params",
                state.params().size(),
                NumberText.grouped(shown.rows().size()));
        String base = state.baseSnapshot()
                .map(info ->
                        Texts.text("recoveryView.state.base", Long.toString(info.id()), NumberText.seq(info.seqAt())))
                .orElse(Texts.text("recoveryView.state.noBase"));
        summary.setText(params + " · " + base);
    }

    private static final class Row extends TableRow<StateRow> {
        @Override
        protected void updateItem(@Nullable StateRow item, boolean empty) {
            super.updateItem(item, empty);
            pseudoClassStateChanged(CHANGED, item != null && !empty && item.changed());
            pseudoClassStateChanged(PINNED, item != null && !empty && item.pinned());
        }
    }
}
