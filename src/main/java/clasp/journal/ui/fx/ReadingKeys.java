package clasp.journal.ui.fx;

import java.util.function.IntConsumer;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;

/// The keys of a drawing whose entries are read one by one: `Left` and `Right` go to the one before and the next,
/// `Enter` shows the one that is read.
public final class ReadingKeys {
    private ReadingKeys() {}

    /// @param step told how far to go, -1 or 1
    public static void of(Node drawing, IntConsumer step, Runnable reveal) {
        drawing.setOnKeyPressed(event -> pressed(event, step, reveal));
    }

    private static void pressed(KeyEvent event, IntConsumer step, Runnable reveal) {
        if (Keystroke.isCommand(event)) {
            return;
        }
        switch (event.getCode()) {
            case LEFT -> step.accept(-1);
            case RIGHT -> step.accept(1);
            case ENTER -> reveal.run();
            default -> {
                return;
            }
        }
        event.consume();
    }
}
