package clasp.journal.ui.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/// The columns as the user has arranged them. Confined to the FX thread.
final class EntryColumns {
    private final TableView<RowSlot> table;
    private final TableMemory memory;
    private final FillingColumn filling = new FillingColumn();
    private boolean arranging;

    EntryColumns(TableView<RowSlot> table, TableMemory memory) {
        this.table = table;
        this.memory = memory;
        arrange(memory.columns());
        table.setColumnResizePolicy(filling);
        InvalidationListener changed = observable -> remember();
        table.getColumns().addListener(changed);
        for (TableColumn<RowSlot, ?> column : table.getColumns()) {
            column.visibleProperty().addListener(changed);
            column.widthProperty().addListener(changed);
        }
    }

    static EntryColumn of(TableColumn<RowSlot, ?> column) {
        return (EntryColumn) column.getUserData();
    }

    /// As if nothing was remembered.
    void reset() {
        arranging = true;
        for (TableColumn<RowSlot, ?> column : table.getColumns()) {
            column.setVisible(true);
            filling.setWanted(column, of(column).width());
        }
        table.getColumns().sort(Comparator.comparing(EntryColumns::of));
        arranging = false;
        filling.fill(table);
        remember();
    }

    private void arrange(List<TableSettings.Column> remembered) {
        List<String> order = remembered.stream().map(TableSettings.Column::id).toList();
        List<TableColumn<RowSlot, @Nullable ShownRow>> columns = new ArrayList<>(
                Arrays.stream(EntryColumn.values()).map(EntryColumns::column).toList());
        for (TableColumn<RowSlot, ?> column : columns) {
            remembered.stream()
                    .filter(known -> known.id().equals(of(column).id()))
                    .findFirst()
                    .ifPresent(known -> arrange(column, known));
        }
        columns.sort(Comparator.comparingInt(column -> {
            int at = order.indexOf(of(column).id());
            return at < 0 ? order.size() : at;
        }));
        table.getColumns().setAll(columns);
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

    private void remember() {
        if (!arranging) {
            memory.setColumns(table.getColumns().stream()
                    .map(column -> new TableSettings.Column(of(column).id(), width(column), column.isVisible()))
                    .toList());
        }
    }

    private double width(TableColumn<RowSlot, ?> column) {
        return Math.rint(filling.wanted(column));
    }
}
