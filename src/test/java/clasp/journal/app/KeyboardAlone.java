package clasp.journal.app;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.input.KeyCode;

/// The hands of somebody who has no mouse: nothing here points at anything. Used from the test's thread.
record KeyboardAlone(OpenWindow window) {
    /// More than any dialog or window has controls.
    private static final int ROUND = 60;

    /// Goes on by Tab until this has the keyboard.
    void tabTo(String selector) {
        window.find(selector);
        window.settle();
        for (int i = 0; i < ROUND && !window.focusIsWithin(selector); i++) {
            window.press(KeyCode.TAB);
        }
        assertThat(window.focusIsWithin(selector))
                .as("Tab comes to " + selector)
                .isTrue();
    }

    /// Presses a button, or ticks a box.
    void activate(String selector) {
        tabTo(selector);
        window.press(KeyCode.SPACE);
    }

    /// Writes over what is in a field.
    void fill(String selector, String text) {
        tabTo(selector);
        window.press(KeyCode.CONTROL, KeyCode.A);
        window.type(text);
    }

    void press(KeyCode... keys) {
        window.press(keys);
        window.settle();
    }

    /// Shows and selects an entry.
    void goTo(String place) {
        window.press(KeyCode.CONTROL, KeyCode.G);
        window.find("#goTo");
        window.type(place);
        press(KeyCode.ENTER);
    }
}
