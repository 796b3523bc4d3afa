package clasp.journal.ui.table;

import clasp.journal.ui.table.TableSelection.Mode;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// The keys of the table. Confined to the FX thread.
final class TableKeys {
    private final EntryTableViewModel model;
    private final Runnable goTo;
    private final Runnable copy;

    /// @param goTo asks where to go
    /// @param copy copies the selected rows
    TableKeys(EntryTableViewModel model, Runnable goTo, Runnable copy) {
        this.model = model;
        this.goTo = goTo;
        this.copy = copy;
    }

    /// Handles and consumes what is the table's.
    void handle(KeyEvent event) {
        if (event.isAltDown()) {
            return;
        }
        boolean used = event.isShortcutDown() ? withShortcut(event) : alone(event);
        if (used) {
            event.consume();
        }
    }

    private boolean alone(KeyEvent event) {
        Mode mode = event.isShiftDown() ? Mode.EXTEND : Mode.ONLY;
        switch (event.getCode()) {
            case UP -> model.move(-1, mode);
            case DOWN -> model.move(1, mode);
            case PAGE_UP -> model.movePages(-1, mode);
            case PAGE_DOWN -> model.movePages(1, mode);
            case HOME -> model.goToStart(mode);
            case END -> model.goToEnd(mode);
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean withShortcut(KeyEvent event) {
        Mode mode = event.isShiftDown() ? Mode.EXTEND : Mode.ONLY;
        KeyCode code = event.getCode();
        switch (code) {
            case UP -> model.scrollBy(-1);
            case DOWN -> model.scrollBy(1);
            case HOME -> model.goToStart(mode);
            case END -> model.goToEnd(mode);
            case A -> model.selectAll();
            case C -> copy.run();
            case G -> goTo.run();
            default -> {
                return false;
            }
        }
        return true;
    }
}
