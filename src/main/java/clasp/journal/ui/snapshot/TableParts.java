package clasp.journal.ui.snapshot;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/// What the tables of params and of changes have in common: rows of one height, text cells, and sorting that the view
/// model does in the background. Confined to the FX thread.
final class TableParts {

    private static final double ROW_HEIGHT = 24;
    private static final int MOST_CHARS = 400;

    private TableParts() {}

    static <T> void prepare(TableView<T> table, SnapshotViewModel model) {
        table.setFixedCellSize(ROW_HEIGHT);
        table.getStyleClass().addAll("dense", "params");
        table.setSortPolicy(view -> {
            List<TableColumn<T, ?>> order = view.getSortOrder();
            if (order.isEmpty()) {
                model.sort(ParamColumn.ADDRESS, true);
            } else {
                TableColumn<T, ?> first = order.getFirst();
                model.sort((ParamColumn) first.getUserData(), first.getSortType() == TableColumn.SortType.ASCENDING);
            }
            return true;
        });
    }

    /// @param styles style classes of the cells; those in `right` are set flush right
    static <T> TableColumn<T, T> column(
            String title, ParamColumn key, double width, Function<T, String> text, String... styles) {
        var column = new TableColumn<T, T>(title);
        column.setUserData(key);
        column.setPrefWidth(width);
        column.getStyleClass().addAll(styles);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(ignored -> new TextCell<>(text, styles));
        return column;
    }

    /// As one line of bounded length: a value can have megabytes.
    static String line(String text) {
        String start = text.length() > MOST_CHARS ? text.substring(0, MOST_CHARS) + "…" : text;
        return start.indexOf('\n') < 0 ? start : start.replace('\n', ' ');
    }

    private static final class TextCell<T> extends TableCell<T, T> {
        private final Function<T, String> text;

        TextCell(Function<T, String> text, String... styles) {
            this.text = text;
            getStyleClass().addAll(styles);
        }

        @Override
        protected void updateItem(@Nullable T item, boolean empty) {
            super.updateItem(item, empty);
            setText(empty || item == null ? null : text.apply(item));
        }
    }
}
