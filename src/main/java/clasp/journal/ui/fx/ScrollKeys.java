package clasp.journal.ui.fx;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;

/// Lets the keys scroll a page while something beside it has the keyboard, such as the button that closes it.
/// Confined to the FX thread.
public final class ScrollKeys {
    private static final double LINE = 40;
    /// What stays on screen of the page before.
    private static final double OVERLAP = 0.1;

    private ScrollKeys() {}

    /// Scrolls what is first found by the selector in the area, when it is longer than its window, by keys that nothing
    /// in the area has a use for; and by up and down, which would lead from button to button as left and right do.
    public static void route(Node area, String selector) {
        area.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            switch (event.getCode()) {
                case UP, DOWN -> {
                    if (event.getTarget() instanceof Button) {
                        scroll(area, selector, event);
                    }
                }
                default -> {}
            }
        });
        area.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            switch (event.getCode()) {
                case PAGE_UP, PAGE_DOWN, HOME, END -> scroll(area, selector, event);
                default -> {}
            }
        });
    }

    private static void scroll(Node area, String selector, KeyEvent event) {
        boolean plain = !event.isAltDown() && !event.isShortcutDown() && !event.isShiftDown();
        if (plain && area.lookup(selector) instanceof ScrollPane page && page.getContent() != null) {
            Bounds window = page.getViewportBounds();
            double beyond = page.getContent().getLayoutBounds().getHeight() - window.getHeight();
            if (beyond > 0) {
                double now = page.getVvalue() * beyond;
                page.setVvalue(Math.clamp(target(event, now, window.getHeight(), beyond) / beyond, 0, 1));
                event.consume();
            }
        }
    }

    private static double target(KeyEvent event, double now, double window, double beyond) {
        double page = window * (1 - OVERLAP);
        return switch (event.getCode()) {
            case UP -> now - LINE;
            case DOWN -> now + LINE;
            case PAGE_UP -> now - page;
            case PAGE_DOWN -> now + page;
            case HOME -> 0;
            default -> beyond;
        };
    }
}
