package clasp.journal.ui.table;

import clasp.journal.ui.table.TableSelection.Mode;
import java.util.function.BiConsumer;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.TableRow;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// A line of the table. It is selected by the view model, never by the table: the table knows only the lines on screen.
/// Confined to the FX thread.
final class EntryLine extends TableRow<RowSlot> {
    private static final PseudoClass BLANK = PseudoClass.getPseudoClass("blank");
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final PseudoClass LEAD = PseudoClass.getPseudoClass("lead");
    private static final PseudoClass MARKED = PseudoClass.getPseudoClass("marked");
    private static final PseudoClass LOADING = PseudoClass.getPseudoClass("loading");

    private Subscription look = Subscription.EMPTY;

    /// @param clicked told the line and how the selection shall change
    EntryLine(BiConsumer<RowSlot, Mode> clicked) {
        getStyleClass().add("entry-line");
        addEventFilter(MouseEvent.ANY, event -> {
            if (event.getEventType() == MouseEvent.MOUSE_PRESSED) {
                press(event, clicked);
            }
            boolean byTable = event.getEventType() == MouseEvent.MOUSE_PRESSED
                    || event.getEventType() == MouseEvent.MOUSE_RELEASED
                    || event.getEventType() == MouseEvent.MOUSE_DRAGGED
                    || event.getEventType() == MouseEvent.DRAG_DETECTED;
            if (byTable) {
                event.consume();
            }
        });
    }

    private void press(MouseEvent event, BiConsumer<RowSlot, Mode> clicked) {
        getTableView().requestFocus();
        RowSlot line = getItem();
        if (line == null || event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        if (event.isShiftDown()) {
            clicked.accept(line, event.isShortcutDown() ? Mode.ADD : Mode.EXTEND);
        } else {
            clicked.accept(line, event.isShortcutDown() ? Mode.TOGGLE : Mode.ONLY);
        }
    }

    @Override
    protected void updateItem(@Nullable RowSlot item, boolean empty) {
        RowSlot before = getItem();
        super.updateItem(item, empty);
        if (item != before) {
            look.unsubscribe();
            look = item == null ? Subscription.EMPTY : item.look().subscribe(this::show);
        }
        if (item == null) {
            show(RowLook.EMPTY);
        }
    }

    /// Made only when somebody listens: a line gets another row many times a second.
    @Override
    public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        RowSlot line = getItem();
        ShownRow shown = line == null ? null : line.shown().get();
        return attribute == AccessibleAttribute.TEXT && shown != null
                ? EntryCell.accessibleName(shown)
                : super.queryAccessibleAttribute(attribute, parameters);
    }

    private void show(RowLook now) {
        pseudoClassStateChanged(BLANK, now.empty());
        pseudoClassStateChanged(CHOSEN, now.selected());
        pseudoClassStateChanged(LEAD, now.lead());
        pseudoClassStateChanged(MARKED, now.marked());
        pseudoClassStateChanged(LOADING, now.loading());
    }
}
