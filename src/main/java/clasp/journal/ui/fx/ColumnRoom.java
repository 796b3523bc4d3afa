package clasp.journal.ui.fx;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/// Shares the width of a table among its columns. Stateless; used on the FX thread.
public final class ColumnRoom {
    private static final double SCROLL_BAR = 18;
    /// In less, a column says nothing, unless it needs more itself.
    private static final double NARROWEST = 52;
    /// So much of what they can do without do columns give before others leave.
    private static final double GIVEN = 0.5;

    private ColumnRoom() {}

    /// Some columns take the room that all leave; one that is named twice gets two shares. Where there is less room
    /// than all of them want, these give way, as their texts can be cut short, the first of them last: so the table
    /// does not scroll sideways. Hidden columns take no room.
    ///
    /// @param growing of the table, whose columns have the widths that they want
    public static <T> void share(TableView<T> table, List<TableColumn<T, ?>> growing) {
        share(table, growing, List.of());
    }

    /// The same, where in a narrow table some columns leave to those that say more.
    ///
    /// @param leaving the first of them leaves first; nobody else hides or shows them
    public static <T> void share(TableView<T> table, List<TableColumn<T, ?>> growing, List<TableColumn<T, ?>> leaving) {
        share(table, growing, leaving, GIVEN);
    }

    /// The same, where all that leave do so before any other gives way at all; but for the last of them.
    public static <T> void shareWhole(
            TableView<T> table, List<TableColumn<T, ?>> growing, List<TableColumn<T, ?>> leaving) {
        share(table, growing, leaving, 0);
    }

    /// @param given so much of what they can do without do columns give before one leaves; more before the last does
    private static <T> void share(
            TableView<T> table, List<TableColumn<T, ?>> growing, List<TableColumn<T, ?>> leaving, double given) {
        List<Wanted<T>> all = table.getColumns().stream()
                .map(column -> new Wanted<T>(
                        column,
                        column.getPrefWidth(),
                        Collections.frequency(growing, column),
                        growing.getFirst() == column))
                .toList();
        Runnable arrange = () -> arrange(table.getWidth() - SCROLL_BAR, all);
        table.widthProperty().subscribe(width -> {
            if (width.doubleValue() > 0) {
                leave(width.doubleValue() - SCROLL_BAR, all, leaving, given);
            }
            arrange.run();
        });
        all.forEach(each -> each.column().visibleProperty().subscribe(arrange));
    }

    /// @param shares of the room that is left; 0 for a column that stays as it is
    /// @param first whether it gives way last
    private record Wanted<T>(TableColumn<T, ?> column, double width, int shares, boolean first) {
        /// What the column can do without.
        double spare() {
            return Math.max(0, width - Math.max(NARROWEST, column.getMinWidth()));
        }
    }

    private static <T> void leave(double room, List<Wanted<T>> all, List<TableColumn<T, ?>> leaving, double given) {
        List<Wanted<T>> staying = new ArrayList<>(all);
        for (TableColumn<T, ?> column : leaving) {
            boolean fits = needed(staying, column == leaving.getLast() ? GIVEN : given) <= room;
            column.setVisible(fits);
            if (!fits) {
                staying.removeIf(each -> each.column() == column);
            }
        }
    }

    private static <T> double needed(List<Wanted<T>> columns, double given) {
        return columns.stream()
                .mapToDouble(each -> each.width() - (each.shares() > 0 ? given * each.spare() : 0))
                .sum();
    }

    private static <T> void arrange(double room, List<Wanted<T>> all) {
        List<Wanted<T>> shown =
                all.stream().filter(each -> each.column().isVisible()).toList();
        List<Wanted<T>> growing =
                shown.stream().filter(each -> each.shares() > 0).toList();
        double left = room - shown.stream().mapToDouble(Wanted::width).sum();
        double taken = Math.max(0, left)
                / Math.max(1, growing.stream().mapToInt(Wanted::shares).sum());
        double missing = Math.max(0, -left);
        List<Wanted<T>> others = growing.stream().filter(each -> !each.first()).toList();
        double given = part(missing, others);
        double givenLast = part(
                missing - spare(others), growing.stream().filter(Wanted::first).toList());
        growing.forEach(each -> each.column()
                .setPrefWidth(
                        each.width() + each.shares() * taken - (each.first() ? givenLast : given) * each.spare()));
    }

    /// How much of what they can do without they give.
    private static <T> double part(double missing, List<Wanted<T>> columns) {
        return Math.clamp(missing / Math.max(1, spare(columns)), 0, 1);
    }

    private static <T> double spare(List<Wanted<T>> columns) {
        return columns.stream().mapToDouble(Wanted::spare).sum();
    }
}
