package clasp.journal.ui.recovery;

import clasp.journal.ui.fx.ColumnRoom;
import clasp.journal.ui.fx.LineText;
import clasp.journal.ui.fx.Texts;
import clasp.journal.ui.fx.WhyHere;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// A table of low rows of one height whose cells are texts; sorting is the view model's. Confined to the FX thread.
final class DenseTable<T> extends TableView<T> {
    private static final double ROW_HEIGHT = 24;
    /// JavaFX takes it for a width that nobody gave, and makes the column as wide as those rows need that
    /// are there when it comes on screen: none or all, as it happens.
    private static final double NOT_GIVEN = 80;

    private static final int MOST_CHARS = 400;
    private static final int MOST_BEFORE = 3;
    private static final String ADDRESS = "address";

    private boolean exchanging;

    DenseTable(String id, String accessible) {
        setId(id);
        setAccessibleText(Texts.text(accessible));
        setFixedCellSize(ROW_HEIGHT);
        getStyleClass().add("dense");
        setSortPolicy(view -> true);
    }

    /// @param styles style classes of the cells; those in `right` are set flush right
    DenseTable<T> column(String titleKey, double width, Function<T, String> text, String... styles) {
        return add(titleKey, width, text, null, styles);
    }

    /// A column whose cells show the whole text when pointed at.
    DenseTable<T> sentences(String titleKey, double width, Function<T, String> text, String... styles) {
        return add(titleKey, width, text, text, styles);
    }

    /// A column of addresses: what is cut of one is its middle, as its end says most.
    ///
    /// @param least width, below which others give way instead
    DenseTable<T> addresses(String titleKey, double width, double least, Function<T, String> text) {
        sentences(titleKey, width, text, "mono", ADDRESS);
        last().setMinWidth(least);
        return this;
    }

    /// A column whose cells say more when pointed at.
    DenseTable<T> hinted(
            String titleKey, double width, Function<T, String> text, Function<T, String> tip, String... styles) {
        return add(titleKey, width, text, tip, styles);
    }

    private DenseTable<T> add(
            String titleKey,
            double width,
            Function<T, String> text,
            @Nullable Function<T, String> tip,
            String... styles) {
        var column = new TableColumn<T, T>(Texts.text(titleKey));
        column.setUserData(titleKey);
        column.setPrefWidth(width == NOT_GIVEN ? NOT_GIVEN + 1 : width);
        column.setSortable(false);
        column.getStyleClass().addAll(styles);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(ignored -> new TextCell<>(text, tip, styles));
        getColumns().add(column);
        return this;
    }

    TableColumn<T, ?> last() {
        return getColumns().getLast();
    }

    /// These columns share the room that all leave, and give way where there is too little, see [ColumnRoom].
    void grow(int... indexes) {
        growAndLeave(List.of(), indexes);
    }

    /// The same, where in a narrow table some columns leave to the others, the first of them first.
    void growAndLeave(List<Integer> leaving, int... growing) {
        ColumnRoom.share(
                this,
                IntStream.of(growing)
                        .<TableColumn<T, ?>>mapToObj(getColumns()::get)
                        .toList(),
                leaving.stream().<TableColumn<T, ?>>map(getColumns()::get).toList());
    }

    /// What the user selects, in rows of which each is about one param.
    void onSelect(Consumer<T> action) {
        getSelectionModel().selectedItemProperty().subscribe((before, now) -> {
            // The selection also moves while rows are exchanged: that is nobody's wish.
            if (now != null && !exchanging && isFocusWithin()) {
                action.accept(now);
            }
        });
    }

    /// Does it with the selected row, if there is one.
    ///
    /// @return whether there is
    boolean withSelected(Consumer<T> action) {
        open(action);
        return getSelectionModel().getSelectedItem() != null;
    }

    /// What a double click and the Enter key do with a row.
    void onOpen(Consumer<T> action) {
        onClick(2, (column, row) -> action.accept(row));
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                open(action);
                event.consume();
            }
        });
    }

    /// What *Why this value?* does with the selected row: its menu item, to be put in, and the key.
    MenuItem onWhy(Consumer<T> action) {
        WhyHere.means(this, () -> withSelected(action));
        var item = new MenuItem(Texts.text("recoveryView.why.title"), new FontIcon(Feather.HELP_CIRCLE));
        item.setId("why");
        item.setOnAction(event -> open(action));
        return item;
    }

    /// What so many clicks on a cell do, given its column and row; clicks beside the rows do nothing.
    void onClick(int clicks, BiConsumer<TableColumn<?, ?>, T> action) {
        addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == clicks) {
                Node node = event.getPickResult().getIntersectedNode();
                while (node != null && node != this && !(node instanceof TextCell<?>)) {
                    node = node.getParent();
                }
                T row = getSelectionModel().getSelectedItem();
                if (node instanceof TextCell<?> cell && !cell.isEmpty() && row != null) {
                    action.accept(cell.getTableColumn(), row);
                }
            }
        });
    }

    private void open(Consumer<T> action) {
        T row = getSelectionModel().getSelectedItem();
        if (row != null) {
            action.accept(row);
        }
    }

    /// Puts other rows in; the selection stays on the row that means the same, the scrolling where it was.
    void show(List<T> rows, Function<T, Object> identity) {
        exchanging = true;
        T selected = getSelectionModel().getSelectedItem();
        getItems().setAll(rows);
        if (selected != null) {
            Object wanted = identity.apply(selected);
            IntStream.range(0, rows.size())
                    .filter(i -> identity.apply(rows.get(i)).equals(wanted))
                    .findFirst()
                    .ifPresent(getSelectionModel()::clearAndSelect);
        }
        exchanging = false;
    }

    /// Selects a row and shows it, with some that are before it where there is room for more than them.
    void lead(int row) {
        getSelectionModel().clearAndSelect(row);
        double fitting = getHeight() / ROW_HEIGHT - 1;
        scrollTo(Math.max(0, row - (int) Math.clamp(fitting / 3, 0, MOST_BEFORE)));
    }

    void placeholder(String key) {
        var label = new Label(Texts.text(key));
        label.setWrapText(true);
        label.getStyleClass().add("hint");
        setPlaceholder(label);
    }

    /// An address, also the empty one, which is an address as any other.
    static String address(String address) {
        return line(LineText.named(address));
    }

    static String line(String text) {
        return LineText.of(text, MOST_CHARS);
    }

    private static final class TextCell<T> extends TableCell<T, T> {
        private final Function<T, String> text;
        private final @Nullable Function<T, String> tip;

        TextCell(Function<T, String> text, @Nullable Function<T, String> tip, String... styles) {
            this.text = text;
            this.tip = tip;
            getStyleClass().addAll(styles);
            setTextOverrun(getStyleClass().contains(ADDRESS) ? OverrunStyle.CENTER_ELLIPSIS : OverrunStyle.ELLIPSIS);
        }

        @Override
        protected void updateItem(@Nullable T item, boolean empty) {
            super.updateItem(item, empty);
            if (empty || item == null) {
                setText(null);
                setTooltip(null);
            } else {
                setText(text.apply(item));
                String more = tip == null ? "" : tip.apply(item);
                setTooltip(more.isEmpty() ? null : tooltip(more));
            }
        }

        private static Tooltip tooltip(String text) {
            var tooltip = new Tooltip(text);
            tooltip.setWrapText(true);
            tooltip.setMaxWidth(560);
            return tooltip;
        }
    }
}
