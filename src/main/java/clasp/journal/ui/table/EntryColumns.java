package clasp.journal.ui.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ObservableList;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/// The columns as the user has arranged them. Confined to the FX thread.
final class EntryColumns {
    private static final double STEP = 16;

    private final TableView<RowSlot> table;
    private final TableMemory memory;
    private final FillingColumn filling = new FillingColumn();
    private final ObjectProperty<List<TableSettings.Column>> arrangement = new SimpleObjectProperty<>();
    private BiConsumer<List<TableSettings.Column>, List<TableSettings.Column>> stepped = (before, now) -> {};
    private boolean arranging;

    EntryColumns(TableView<RowSlot> table, TableMemory memory) {
        this.table = table;
        this.memory = memory;
        arrange(memory.columns());
        table.setColumnResizePolicy(filling);
        InvalidationListener changed = observable -> settle();
        table.getColumns().addListener(changed);
        for (TableColumn<RowSlot, ?> column : table.getColumns()) {
            column.visibleProperty().addListener(changed);
            // Most of these are not the user's: columns give each other room, as when the table is resized.
            column.widthProperty().subscribe((before, now) -> rememberWidths());
        }
        arrangement.set(present());
        arrangement.subscribe((before, now) -> {
            if (!now.equals(present())) {
                rearrange(now);
            }
        });
        // A drag of a border, or of a header, is one change, however many widths it goes through.
        table.pressedProperty().subscribe((before, now) -> {
            if (before && !now) {
                settle();
            }
        });
    }

    /// How the columns are arranged, but for a drag that goes on. Setting it arranges them.
    ObjectProperty<List<TableSettings.Column>> arrangement() {
        return arrangement;
    }

    /// @param listener told how the columns were and how they are, after each act of the user
    void onStep(BiConsumer<List<TableSettings.Column>, List<TableSettings.Column>> listener) {
        stepped = listener;
    }

    /// The user has done something, unless a drag goes on.
    private void settle() {
        if (!arranging && !table.isPressed()) {
            List<TableSettings.Column> before = arrangement.get();
            remember();
            List<TableSettings.Column> now = arrangement.get();
            if (!now.equals(before)) {
                stepped.accept(before, now);
            }
        }
    }

    static EntryColumn of(TableColumn<RowSlot, ?> column) {
        return (EntryColumn) column.getUserData();
    }

    /// All of them, hidden ones too, in their order.
    ObservableList<TableColumn<RowSlot, ?>> all() {
        return table.getColumns();
    }

    /// Whether it is not the only one in sight: without any, there would be no header to bring others back with.
    boolean mayHide(TableColumn<RowSlot, ?> column) {
        return !column.isVisible() || table.getVisibleLeafColumns().size() > 1;
    }

    /// Shows or hides the column; the only one in sight stays.
    void show(TableColumn<RowSlot, ?> column, boolean visible) {
        if (visible || mayHide(column)) {
            column.setVisible(visible);
        }
    }

    /// Moves the column at this place, as far as there is one to change places with.
    ///
    /// @return its place now
    int move(int place, int by) {
        int to = Math.clamp(place + by, 0, table.getColumns().size() - 1);
        if (to != place) {
            List<TableColumn<RowSlot, ?>> moved = new ArrayList<>(table.getColumns());
            moved.add(to, moved.remove(place));
            table.getColumns().setAll(moved);
        }
        return to;
    }

    /// Makes the column so many steps wider, or narrower when negative, as the mouse does at its edge.
    void widen(TableColumn<RowSlot, ?> column, int steps) {
        double delta = Math.max(steps * STEP, column.getMinWidth() - column.getWidth());
        if (column.isVisible()) {
            atOnce(() -> table.resizeColumn(column, delta));
        }
    }

    /// As if nothing was remembered.
    void reset() {
        atOnce(() -> {
            for (TableColumn<RowSlot, ?> column : table.getColumns()) {
                column.setVisible(true);
                filling.setWanted(column, of(column).width());
            }
            table.getColumns().sort(Comparator.comparing(EntryColumns::of));
        });
    }

    private void rearrange(List<TableSettings.Column> wanted) {
        atOnce(() -> {
            for (TableColumn<RowSlot, ?> column : table.getColumns()) {
                known(column, wanted).ifPresent(known -> arrange(column, known));
            }
            table.getColumns().sort(inOrderOf(wanted));
        });
    }

    /// What the user did is one change, and its steps are none.
    private void atOnce(Runnable change) {
        arranging = true;
        change.run();
        filling.fill(table);
        arranging = false;
        settle();
    }

    private void arrange(List<TableSettings.Column> remembered) {
        List<TableColumn<RowSlot, @Nullable ShownRow>> columns = new ArrayList<>(
                Arrays.stream(EntryColumn.values()).map(EntryColumns::column).toList());
        for (TableColumn<RowSlot, ?> column : columns) {
            known(column, remembered).ifPresent(known -> arrange(column, known));
        }
        columns.sort(inOrderOf(remembered));
        if (columns.stream().noneMatch(TableColumn::isVisible)) {
            columns.forEach(column -> column.setVisible(true));
        }
        table.getColumns().setAll(columns);
    }

    private static Optional<TableSettings.Column> known(
            TableColumn<RowSlot, ?> column, List<TableSettings.Column> all) {
        return all.stream().filter(known -> known.id().equals(of(column).id())).findFirst();
    }

    /// Those that are not in it come last.
    private static Comparator<TableColumn<RowSlot, ?>> inOrderOf(List<TableSettings.Column> all) {
        List<String> order = all.stream().map(TableSettings.Column::id).toList();
        return Comparator.comparingInt(column -> {
            int at = order.indexOf(of(column).id());
            return at < 0 ? order.size() : at;
        });
    }

    private void arrange(TableColumn<RowSlot, ?> column, TableSettings.Column known) {
        filling.setWanted(column, known.width());
        column.setVisible(known.visible());
    }

    private static TableColumn<RowSlot, @Nullable ShownRow> column(EntryColumn kind) {
        var column = new TableColumn<RowSlot, @Nullable ShownRow>(kind.title());
        column.setId("column-" + kind.id());
        column.setUserData(kind);
        column.setSortable(false);
        column.setMinWidth(36);
        column.setPrefWidth(kind.width());
        column.getStyleClass().add(kind.number() ? "number" : "text");
        column.setCellValueFactory(line -> line.getValue().shown());
        column.setCellFactory(ignored -> cell(kind));
        return column;
    }

    private static EntryCell cell(EntryColumn kind) {
        return switch (kind) {
            case TIME -> new TimeCell();
            case DELTA -> new DeltaCell();
            case SIGNAL -> new SignalCell();
            case VALUE -> new ValueCell();
            case SEQ, MESSAGE, ADDRESS, REVISION, AUTHOR -> new EntryCell(kind);
        };
    }

    /// When a column is put away the others take its room at once, before it is told: that is part of what the user
    /// did.
    private void rememberWidths() {
        if (asArranged(present()).equals(asArranged(arrangement.get()))) {
            remember();
        }
    }

    /// The columns in sight, in their order.
    private static List<String> asArranged(List<TableSettings.Column> columns) {
        return columns.stream()
                .filter(TableSettings.Column::visible)
                .map(TableSettings.Column::id)
                .toList();
    }

    private void remember() {
        if (!arranging) {
            List<TableSettings.Column> now = present();
            memory.setColumns(now);
            if (!table.isPressed()) {
                arrangement.set(now);
            }
        }
    }

    private List<TableSettings.Column> present() {
        return table.getColumns().stream()
                .map(column -> new TableSettings.Column(of(column).id(), width(column), column.isVisible()))
                .toList();
    }

    private double width(TableColumn<RowSlot, ?> column) {
        return Math.rint(filling.wanted(column));
    }
}
