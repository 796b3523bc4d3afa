package clasp.journal.ui.export;

import clasp.journal.export.CsvColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;

/// Which columns a CSV file gets, and in which order. Confined to the FX thread.
final class ColumnChoice {
    private final ObservableList<CsvColumn> order;
    private final Map<CsvColumn, BooleanProperty> included = new EnumMap<>(CsvColumn.class);
    private final ReadOnlyObjectWrapper<List<CsvColumn>> chosen = new ReadOnlyObjectWrapper<>(List.of());

    /// @param remembered in their order; columns that it does not name follow, included
    ColumnChoice(List<ExportPreferences.Column> remembered) {
        order = FXCollections.observableArrayList(Stream.concat(
                        remembered.stream().map(ExportPreferences.Column::column), Arrays.stream(CsvColumn.values()))
                .distinct()
                .toList());
        order.forEach(column -> included.put(column, new SimpleBooleanProperty(true)));
        remembered.forEach(column -> included(column.column()).set(column.included()));
        order.addListener((ListChangeListener<CsvColumn>) change -> choose());
        included.values().forEach(property -> property.addListener((observable, before, now) -> choose()));
        choose();
    }

    /// All columns, in the order in which the file has them.
    ObservableList<CsvColumn> order() {
        return order;
    }

    BooleanProperty included(CsvColumn column) {
        BooleanProperty found = included.get(column);
        if (found == null) {
            throw new IllegalArgumentException("No such column: " + column);
        }
        return found;
    }

    void includeAll(boolean all) {
        included.values().forEach(property -> property.set(all));
    }

    /// Moves a column to another place; beyond an end it stops there.
    ///
    /// @return where it is now
    int move(int from, int to) {
        int place = Math.clamp(to, 0, order.size() - 1);
        if (from != place) {
            var moved = new ArrayList<>(order);
            moved.add(place, moved.remove(from));
            order.setAll(moved);
        }
        return place;
    }

    /// What the file gets; never null.
    ReadOnlyObjectProperty<List<CsvColumn>> chosen() {
        return chosen.getReadOnlyProperty();
    }

    List<ExportPreferences.Column> preferences() {
        return order.stream()
                .map(column ->
                        new ExportPreferences.Column(column, included(column).get()))
                .toList();
    }

    private void choose() {
        chosen.set(order.stream().filter(column -> included(column).get()).toList());
    }
}
