package clasp.journal.ui.fx;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/// Shares the width of a table among its columns. Stateless; used on the FX thread.
public final class ColumnRoom {
    private static final double SCROLL_BAR = 18;
    /// In less, a column says nothing.
    private static final double NARROWEST = 52;

    private ColumnRoom() {}

    /// Some columns take the room that all leave; one that is named twice gets two shares. Where there is less room
    /// than all of them want, these give way, as their texts can be cut short: so the table does not scroll
    /// sideways. Hidden columns take no room.
    ///
    /// @param growing of the table, whose columns have the widths that they want
    public static <T> void share(TableView<T> table, List<TableColumn<T, ?>> growing) {
        List<TableColumn<T, ?>> columns = List.copyOf(table.getColumns());
        Map<TableColumn<T, ?>, Double> wanted = new IdentityHashMap<>();
        columns.forEach(column -> wanted.put(column, column.getPrefWidth()));
        Runnable arrange = () -> arrange(table, wanted, growing);
        table.widthProperty().subscribe(arrange);
        columns.forEach(column -> column.visibleProperty().subscribe(arrange));
    }

    private static <T> void arrange(
            TableView<T> table, Map<TableColumn<T, ?>, Double> wanted, List<TableColumn<T, ?>> growing) {
        double all = wanted.keySet().stream()
                .filter(TableColumn::isVisible)
                .mapToDouble(wanted::get)
                .sum();
        List<TableColumn<T, ?>> shown =
                growing.stream().filter(TableColumn::isVisible).toList();
        double left = table.getWidth() - SCROLL_BAR - all;
        double spare = shown.stream()
                .distinct()
                .mapToDouble(column -> spare(wanted.get(column)))
                .sum();
        double given = Math.min(1, Math.max(0, -left) / Math.max(1, spare));
        double taken = Math.max(0, left) / Math.max(1, shown.size());
        Map<TableColumn<T, ?>, Double> widths = new IdentityHashMap<>();
        shown.forEach(column -> widths.merge(
                column, wanted.get(column) - given * spare(wanted.get(column)) + taken, (once, twice) -> once + taken));
        widths.forEach(TableColumn::setPrefWidth);
    }

    /// What a column can do without.
    private static double spare(double width) {
        return Math.max(0, width - NARROWEST);
    }
}
