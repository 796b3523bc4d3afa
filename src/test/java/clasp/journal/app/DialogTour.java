package clasp.journal.app;

import java.util.function.BiConsumer;
import javafx.scene.input.KeyCode;

/// Shows one dialog of a window after the other, as its keys do, so that something can be looked at in each. Used from
/// the test's thread.
///
/// @param look given the window and what it shows
record DialogTour(BiConsumer<OpenWindow, String> look, double width, double height) {
    DialogTour(BiConsumer<OpenWindow, String> look) {
        this(look, 1280, 820);
    }

    /// The window without a journal, and the dialogs that need none.
    void withoutJournal() {
        try (var window = OpenWindow.empty(width, height)) {
            look.accept(window, "welcome");
            show(window, "connect", KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.R);
            show(window, "record", KeyCode.CONTROL, KeyCode.R);
            show(window, "host", KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.H);
            show(window, "palette", KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
            show(window, "shortcuts", KeyCode.F1);
        }
    }

    void show(OpenWindow window, String name, KeyCode... keys) {
        window.press(keys);
        window.settle();
        look.accept(window, name);
        window.press(KeyCode.ESCAPE);
        window.settle();
    }
}
