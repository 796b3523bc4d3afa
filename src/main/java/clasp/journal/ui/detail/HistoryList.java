package clasp.journal.ui.detail;

import clasp.journal.store.Row;
import clasp.journal.ui.fx.Texts;
import clasp.journal.ui.fx.TimeDisplay;
import clasp.journal.ui.fx.TimeText;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.jspecify.annotations.Nullable;

/// The entries of the address, newest first. What is in sight stays where it is when entries come in at either end; at
/// the ends more are fetched. Confined to the FX thread.
final class HistoryList extends ListView<Row> {
    private static final double ROW_HEIGHT = 40;
    /// So many rows are in sight where there is room for them.
    static final double FEW_ROWS = 3 * ROW_HEIGHT;
    /// So many rows before an end, more are fetched.
    private static final int MARGIN = 50;
    /// The selected entry comes into sight with so many newer ones above it, or fewer in a low list.
    private static final int ABOVE = 2;

    private final DetailViewModel detail;
    private final HistoryModel model;
    private TimeText times = TimeText.of(TimeDisplay.UTC, 0);
    private @Nullable HistoryWindow shown;
    private @Nullable Long marked;
    /// The height for which the selected entry came into sight.
    private double placedFor = -1;
    /// Whether the user has scrolled, or may have, since it came into sight.
    private boolean scrolledAway;

    HistoryList(DetailViewModel detail) {
        this.detail = detail;
        this.model = detail.history();
        setId("history");
        getStyleClass().add("history");
        setFixedCellSize(ROW_HEIGHT);
        setAccessibleText(Texts.text("detail.history.accessible"));
        setCellFactory(view -> new HistoryCell(this));
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            Row row = getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.ENTER && row != null) {
                reveal(row);
                event.consume();
            }
        });
        List.of(ScrollEvent.SCROLL, MouseEvent.MOUSE_PRESSED, KeyEvent.KEY_PRESSED)
                .forEach(type -> addEventFilter(type, event -> scrolledAway = true));
        model.window().subscribe(window -> update());
        model.current().subscribe(seq -> update());
        skinProperty().subscribe(skin -> listenToScrolling());
    }

    /// @param room the height that is in sight, which it takes for a few rows
    void fit(double room) {
        setMinHeight(Math.clamp(room, ROW_HEIGHT, FEW_ROWS));
        setPrefHeight(getMinHeight());
    }

    void show(TimeText now) {
        times = now;
        refresh();
    }

    TimeText times() {
        return times;
    }

    boolean isCurrent(Row row) {
        Long current = model.current().get();
        return current != null && current == row.entry().seq();
    }

    void reveal(Row row) {
        detail.reveal(row.entry().seq());
    }

    private @Nullable VirtualFlow<?> flow() {
        return lookup(".virtual-flow") instanceof VirtualFlow<?> flow ? flow : null;
    }

    private void listenToScrolling() {
        VirtualFlow<?> flow = flow();
        if (flow != null) {
            flow.positionProperty().subscribe(position -> scrolled(flow));
        }
    }

    private void scrolled(VirtualFlow<?> flow) {
        IndexedCell<?> first = flow.getFirstVisibleCell();
        IndexedCell<?> last = flow.getLastVisibleCell();
        if (first == null || last == null) {
            return;
        }
        model.atNewest().set(first.getIndex() == 0);
        if (first.getIndex() < MARGIN) {
            model.newer();
        }
        if (last.getIndex() >= getItems().size() - MARGIN) {
            model.older();
        }
    }

    private void update() {
        HistoryWindow window = model.window().get();
        HistoryWindow before = shown;
        shown = window;
        List<Row> rows = window == null ? List.of() : window.rows();
        boolean another = window == null || before == null || !before.address().equals(window.address());
        if (window != before) {
            replace(rows, another ? null : window);
        }
        Long current = model.current().get();
        if (window != null && current != null && (another || !current.equals(marked))) {
            comeIntoSight(window.indexOf(current));
        }
        if (current == null || !current.equals(marked)) {
            marked = current;
            refresh();
        }
    }

    /// @param same the window with what is now in sight in it; null when nothing is to stay in sight
    private void replace(List<Row> rows, @Nullable HistoryWindow same) {
        VirtualFlow<?> flow = flow();
        IndexedCell<?> first = flow == null ? null : flow.getFirstVisibleCell();
        Row top = first != null && first.getItem() instanceof Row row ? row : null;
        double offset = first == null ? 0 : first.getLayoutY();
        boolean atTop = first != null && first.getIndex() == 0 && offset == 0;
        Row chosen = getSelectionModel().getSelectedItem();
        setItems(FXCollections.observableList(rows));
        if (same == null) {
            return;
        }
        if (chosen != null && same.indexOf(chosen.entry().seq()) >= 0) {
            getSelectionModel().select(same.indexOf(chosen.entry().seq()));
        }
        int index = top == null ? -1 : same.indexOf(top.entry().seq());
        if (flow != null && index >= 0 && !atTop) {
            layout();
            flow.scrollToTop(index);
            flow.scrollPixels(-offset);
        }
    }

    private void comeIntoSight(int index) {
        if (index < 0) {
            return;
        }
        getSelectionModel().clearAndSelect(index);
        scrolledAway = false;
        if (getParent() != null) {
            getParent().layout();
        }
        layout();
        scrollTowards(index);
    }

    /// Whoever looks at the selected entry goes on seeing it when the list gets lower.
    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        VirtualFlow<?> flow = flow();
        if (placedFor != getHeight() && flow != null) {
            placedFor = getHeight();
            flow.layout();
            if (!scrolledAway) {
                scrollTowards(indexOfCurrent());
            }
        }
    }

    private int indexOfCurrent() {
        HistoryWindow window = shown;
        Long current = model.current().get();
        return window == null || current == null ? -1 : window.indexOf(current);
    }

    private void scrollTowards(int index) {
        VirtualFlow<?> flow = flow();
        IndexedCell<?> first = flow == null ? null : flow.getFirstVisibleCell();
        IndexedCell<?> last = flow == null ? null : flow.getLastVisibleCell();
        if (index >= 0 && (first == null || last == null || index <= first.getIndex() || index >= last.getIndex())) {
            int rows = (int) (getHeight() / ROW_HEIGHT);
            scrollTo(Math.max(0, index - Math.clamp((rows - 1) / 2, 0, ABOVE)));
        }
    }
}
