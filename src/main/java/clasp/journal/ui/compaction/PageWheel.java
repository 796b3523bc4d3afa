package clasp.journal.ui.compaction;

import javafx.scene.Parent;
import javafx.scene.control.ListView;
import javafx.scene.input.ScrollEvent;

/// Leaves the wheel to the page around a list that nobody has gone into: who scrolls the page is not caught by what
/// passes under the mouse. Stateless.
final class PageWheel {
    private PageWheel() {}

    static void over(ListView<?> list) {
        list.addEventFilter(ScrollEvent.SCROLL, event -> {
            Parent page = list.getParent();
            if (page != null && !list.isFocused()) {
                event.consume();
                page.fireEvent(event.copyFor(page, page));
            }
        });
    }
}
