package clasp.journal.ui.table;

import clasp.journal.ui.fx.Command;
import clasp.journal.ui.fx.MenusHere;
import clasp.journal.ui.fx.Stale;
import clasp.journal.ui.fx.Stylesheets;
import clasp.journal.ui.fx.Texts;
import clasp.journal.ui.fx.ViewHistory;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// The entry table.
///
/// A JavaFX table over all rows of a journal dies at a million of them: so this one holds only the lines on screen,
/// never scrolls by itself, and has its selection, keys and scroll bar from the view model. It still gives columns
/// that can be hidden, moved and sized. Confined to the FX thread.
public final class EntryTableView extends BorderPane {
    static final double ROW_HEIGHT = 24;

    private final EntryTableViewModel model;
    private final TableView<RowSlot> table = new TableView<>();
    private final TableWheel wheel = new TableWheel();
    private final GoToPrompt goTo;
    private final EntryMenu menu;
    private final EntryColumns columns;

    public EntryTableView(EntryTableViewModel model) {
        this.model = model;
        getStyleClass().add("entry-table");
        Stylesheets.add(this, "table");
        goTo = new GoToPrompt(model, table::requestFocus);
        menu = new EntryMenu(model, EntryActions::toClipboard);
        columns = new EntryColumns(table, model.memory());
        prepareTable();
        var scroller = new TableScroller(model);
        var pane = new StackPane(table, new TableNoticeView(model), scroller.bubble());
        setTop(goTo);
        setCenter(pane);
        setRight(scroller.node());
        model.stale().subscribe(now -> Stale.mark(this, now));
    }

    EntryTableViewModel model() {
        return model;
    }

    /// Shows the prompt for a seq or a time.
    public void askWhereToGo() {
        goTo.open();
    }

    /// A dialog in which the columns are arranged with the keys.
    ///
    /// @param close takes it away
    public ColumnsView columnsDialog(Runnable close) {
        return new ColumnsView(columns, close);
    }

    /// Remembers which columns are shown, in which order and how wide.
    public void watchColumns(ViewHistory history) {
        columns.onStep((before, now) -> history.step(columns.arrangement(), before, now));
    }

    /// The menu of a row has these, too.
    public void offer(List<Command> commands) {
        menu.offer(commands);
    }

    @Override
    public void requestFocus() {
        table.requestFocus();
    }

    private void prepareTable() {
        table.setId("entryTable");
        table.setAccessibleText(Texts.text("table.accessible"));
        table.setFixedCellSize(ROW_HEIGHT);
        table.setPlaceholder(new Region());
        table.setSelectionModel(null);
        table.setFocusModel(null);
        table.setItems(model.lines());
        var sweep = new RowSweep(table, model);
        table.setRowFactory(view -> new EntryLine(sweep::press));
        var header = new HeaderMenu(table, columns, model.browsing());
        table.getColumns().forEach(column -> column.setContextMenu(header));
        table.getColumns().stream()
                .filter(column -> EntryColumns.of(column) == EntryColumn.TIME)
                .findFirst()
                .ifPresent(this::titleTime);
        table.addEventFilter(ScrollEvent.SCROLL, this::scroll);
        var keys = new TableKeys(model, this::askWhereToGo, this::copy);
        table.addEventFilter(KeyEvent.KEY_PRESSED, keys::handle);
        table.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, this::openMenu);
        MenusHere.means(table, this::menuOfLead);
        // Some lines more than fit, so that the first frame is full already; how many do fit is known after its layout.
        table.heightProperty().subscribe(height -> {
            if (model.lines().isEmpty()) {
                fit(height.doubleValue());
            }
        });
        // The stylesheet has other heights for other densities.
        table.fixedCellSizeProperty().subscribe((before, now) -> fit(linesHeight()));
        table.skinProperty().subscribe(skin -> {
            if (skin != null && table.lookup(".clipped-container") instanceof Region lines) {
                lines.heightProperty().subscribe(height -> fit(height.doubleValue()));
            }
        });
    }

    /// Where the column is too narrow for dates, its title has that of the first line.
    private void titleTime(TableColumn<RowSlot, ?> column) {
        Runnable title = () -> {
            boolean wide = column.getWidth() >= TimeCell.ROOM_FOR_DATE;
            String unit = model.time().get().unit(0);
            // Without a line, it has none.
            String day = model.day().get().isEmpty()
                    ? Texts.text("table.column.time")
                    : model.day().get();
            column.setText(wide ? Texts.text("table.column.timeIn", unit) : day);
        };
        model.day().subscribe(title);
        model.time().subscribe(title);
        column.widthProperty().subscribe((old, now) -> {
            title.run();
            boolean crossed = old.doubleValue() < TimeCell.ROOM_FOR_DATE != now.doubleValue() < TimeCell.ROOM_FOR_DATE;
            if (crossed) {
                table.refresh();
            }
        });
    }

    private double linesHeight() {
        return table.lookup(".clipped-container") instanceof Region lines ? lines.getHeight() : 0;
    }

    private void fit(double height) {
        int lines = Math.max(1, (int) (height / table.getFixedCellSize()));
        if (height > 0 && lines != model.lines().size()) {
            model.setVisibleRows(lines);
        }
    }

    private void scroll(ScrollEvent event) {
        if (event.getDeltaY() != 0) {
            int rows = wheel.rows(event);
            if (rows != 0) {
                model.scrollBy(rows);
            }
            event.consume();
        }
    }

    private void copy() {
        model.copyRows(RowCopier.Format.TEXT, EntryActions::toClipboard);
    }

    private void openMenu(ContextMenuEvent event) {
        if (event.isKeyboardTrigger()) {
            openMenuOfLead();
            event.consume();
            return;
        }
        EntryCell cell = cell(event.getPickResult().getIntersectedNode());
        if (cell == null || cell.getTableRow() == null) {
            return;
        }
        RowSlot line = cell.getTableRow().getItem();
        ShownRow shown = cell.getItem();
        if (line != null && shown != null) {
            model.clickForMenu(line);
            menu.prepare(cell.column(), shown);
            menu.show(table, event.getScreenX(), event.getScreenY());
            event.consume();
        }
    }

    private void openMenuOfLead() {
        cellOfLead().ifPresent(cell -> {
            prepareMenu(cell);
            Bounds at = cell.localToScreen(cell.getLayoutBounds());
            menu.show(table, at.getMinX(), at.getMaxY());
        });
    }

    private ContextMenu menuOfLead() {
        cellOfLead().ifPresentOrElse(this::prepareMenu, menu.getItems()::clear);
        return menu;
    }

    private void prepareMenu(EntryCell cell) {
        menu.prepare(cell.column(), Objects.requireNonNull(cell.getItem()));
    }

    /// The keys have no cell, so the menu is that of the selected row's address, or of its first cell where addresses
    /// are hidden. Where everything is selected and no row leads, of the first one in sight.
    private Optional<EntryCell> cellOfLead() {
        return cellOf(RowLook::lead).or(() -> cellOf(RowLook::selected));
    }

    private Optional<EntryCell> cellOf(Predicate<RowLook> row) {
        List<EntryCell> cells = table.lookupAll(".entry-cell").stream()
                .filter(node -> node instanceof EntryCell cell && isOf(cell, row))
                .map(EntryCell.class::cast)
                .toList();
        return cells.stream()
                .filter(cell -> cell.column() == EntryColumn.ADDRESS)
                .findFirst()
                .or(() -> cells.stream().findFirst());
    }

    private static boolean isOf(EntryCell cell, Predicate<RowLook> row) {
        return cell.isVisible()
                && cell.getItem() != null
                && cell.getTableRow() != null
                && cell.getTableRow().getItem() instanceof RowSlot line
                && row.test(line.look().get());
    }

    private static @Nullable EntryCell cell(@Nullable Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at instanceof EntryCell cell) {
                return cell;
            }
        }
        return null;
    }
}
