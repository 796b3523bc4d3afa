package clasp.journal.app;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.testing.FxStage;
import java.nio.file.Path;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is in a dialog is done there by keyboard alone.
@Tag("thorough")
class DialogKeysTest {
    private enum Opening {
        SPACE(KeyCode.SPACE),
        F4(KeyCode.F4),
        ALT_DOWN(KeyCode.ALT, KeyCode.DOWN),
        DOWN(KeyCode.DOWN);

        private final KeyCode[] keys;

        Opening(KeyCode... keys) {
            this.keys = keys;
        }
    }

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"SPACE, ESCAPE", "F4, ESCAPE", "ALT_DOWN, ESCAPE", "DOWN, ENTER"})
    void typesAreChosenFromAListThatTheKeysOpenAndCheck(Opening opening, KeyCode close) {
        try (var window = OpenWindow.empty(1000, 700)) {
            window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.R);
            Node types = window.find("#connectTypes");
            window.settle();
            FxStage.run(types::requestFocus);
            window.press(opening.keys);
            window.find("#connectType-param");
            window.press(KeyCode.SPACE);
            window.press(KeyCode.TAB);
            window.press(KeyCode.SPACE);
            assertThat(window.text("#connectTypes")).isEqualTo("param, event");
            window.press(KeyCode.SPACE);
            assertThat(window.text("#connectTypes")).isEqualTo("param");
            window.press(close);
            window.awaitGone("#connectType-param");
            assertThat(window.sees(".connect-view"))
                    .as("the list alone is closed")
                    .isTrue();
            assertThat(window.focusIsWithin("#connectTypes")).isTrue();
        }
    }

    @Test
    void typesAreCheckedByMouseToo() {
        try (var window = OpenWindow.empty(1000, 700)) {
            window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.R);
            window.click("#connectTypes");
            window.click("#connectType-stream");
            window.screenshots("connect-types");
            assertThat(window.text("#connectTypes")).isEqualTo("stream");
            window.click("#connectType-stream");
            assertThat(window.text("#connectTypes")).isEqualTo("all types");
        }
    }

    /// Enter would tick what the space bar has just unticked.
    @Test
    void enterOnAChoicePressesTheMainButton() {
        try (var window = OpenWindow.empty(1000, 700)) {
            window.click("#command-record");
            window.fill("#recordUrl", "127.0.0.1:1");
            Node history = window.find("#recordHistory");
            FxStage.run(history::requestFocus);
            boolean ticked = FxStage.call(((CheckBox) history)::isSelected);
            window.press(KeyCode.SPACE);
            assertThat(FxStage.call(((CheckBox) history)::isSelected)).isNotEqualTo(ticked);
            window.press(KeyCode.ENTER);
            window.awaitGone("#recordHistory");
            window.find("#openingAddress");
        }
    }

    @Test
    void whatIsTypedReplacesTheAddressOfTheLastTime() {
        try (var window = OpenWindow.empty(1000, 700)) {
            for (String dialog : new String[] {"connect", "record"}) {
                window.click("#command-" + dialog);
                ComboBox<?> url = (ComboBox<?>) window.find("#" + dialog + "Url");
                window.settle();
                assertThat(FxStage.call(() -> url.getEditor().getText()))
                        .as("filled in already")
                        .isNotEmpty();
                window.type("10.0.0.7");
                assertThat(FxStage.call(() -> url.getEditor().getText())).isEqualTo("10.0.0.7");
                window.press(KeyCode.ESCAPE);
                window.awaitGone("#" + dialog + "Url");
            }
        }
    }

    @Test
    void theSheetOfShortcutsIsScrolled() {
        try (var window = OpenWindow.empty(800, 600)) {
            window.press(KeyCode.F1);
            ScrollPane scroller = (ScrollPane) window.find("#shortcuts .scroll-pane");
            assertScrolls(window, scroller);
        }
    }

    @Test
    void aPageOfTheCompactionIsScrolled() {
        Path journal = GeneratedJournal.in(folder.resolve("show.db"), 500);
        try (var window = OpenWindow.on(journal, 800, 600)) {
            window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.K);
            window.awaitText("#proof-documented", "params come back");
            window.settle();
            ScrollPane scroller = (ScrollPane) window.find(".compaction-view .scroll-pane");
            Node close = window.find("#close");
            FxStage.run(close::requestFocus);
            assertScrolls(window, scroller);
        }
    }

    private static void assertScrolls(OpenWindow window, ScrollPane scroller) {
        window.press(KeyCode.DOWN);
        double line = at(scroller);
        assertThat(line).as("a line").isPositive();
        window.press(KeyCode.PAGE_DOWN);
        double page = at(scroller);
        assertThat(page).as("a page").isGreaterThan(line);
        window.press(KeyCode.END);
        assertThat(at(scroller)).as("the end").isEqualTo(1);
        window.press(KeyCode.PAGE_UP);
        assertThat(at(scroller)).as("a page back").isLessThan(1);
        window.press(KeyCode.HOME);
        assertThat(at(scroller)).as("the beginning").isZero();
        window.press(KeyCode.DOWN);
        window.press(KeyCode.UP);
        assertThat(at(scroller)).as("a line and back").isZero();
    }

    private static double at(ScrollPane scroller) {
        return FxStage.call(scroller::getVvalue);
    }

    @Test
    void enterExportsToTheFileThatWasBrowsedFor() {
        Path journal = GeneratedJournal.in(folder.resolve("show.db"), 500);
        Path target = folder.resolve("levels.csv");
        try (var window = OpenWindow.on(journal, 1000, 700)) {
            window.press(KeyCode.CONTROL, KeyCode.E);
            window.find("#browse");
            window.settle();
            while (!window.focusIsWithin("#browse")) {
                window.press(KeyCode.TAB);
            }
            window.press(KeyCode.SPACE);
            assertThat(window.focusIsWithin("#browse")).as("nothing was chosen").isTrue();
            window.willSave(target);
            window.press(KeyCode.SPACE);
            window.settle();
            assertThat(window.focusIsWithin("#export")).isTrue();
            window.press(KeyCode.ENTER);
            window.awaitText(".outcome .label", "500");
            assertThat(target).exists();
        }
    }

    @Test
    void journalsAreChangedFromWhereverTheKeyboardIs() {
        Path one = GeneratedJournal.in(folder.resolve("one.db"), 500);
        Path other = GeneratedJournal.in(folder.resolve("other.db"), 500);
        try (var window = OpenWindow.on(one, 1200, 800)) {
            window.open(other);
            window.press(KeyCode.CONTROL, KeyCode.L);
            window.press(KeyCode.CONTROL, KeyCode.TAB);
            assertThat(front(window)).as("from the query").isEqualTo("one.db");
            window.settle();
            window.reveal(3);
            window.click("#value-raw");
            window.click("#rawText");
            window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.TAB);
            assertThat(front(window)).as("from a text").isEqualTo("other.db");
            window.click("#entryTable");
            window.press(KeyCode.CONTROL, KeyCode.TAB);
            assertThat(front(window)).as("from the table").isEqualTo("one.db");
            window.press(KeyCode.CONTROL, KeyCode.E);
            window.find("#target");
            window.press(KeyCode.CONTROL, KeyCode.TAB);
            assertThat(front(window)).as("not below a dialog").isEqualTo("one.db");
        }
    }

    private static String front(OpenWindow window) {
        return window.textsInFront("#journals > .tab-header-area .tab:selected .tab-label")
                .getFirst()
                .toLowerCase(Locale.ROOT);
    }
}
