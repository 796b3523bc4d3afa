package clasp.journal.app;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.testing.FxStage;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// Shows one view or dialog of a window after the other, as its keys do, so that something can be looked at in each.
/// Used from the test's thread.
///
/// @param look given the window and what it shows
record DialogTour(BiConsumer<OpenWindow, String> look, double width, double height) {
    private static final int MOST_TABS = 60;

    DialogTour(BiConsumer<OpenWindow, String> look) {
        this(look, 1280, 820);
    }

    /// The window without a journal, and the dialogs that need none.
    void withoutJournal() {
        try (var window = OpenWindow.empty(width, height)) {
            window.press(KeyCode.TAB);
            look.accept(window, "welcome");
            show(window, "connect", KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.R);
            show(window, "record", KeyCode.CONTROL, KeyCode.R);
            show(window, "host", KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.H);
            show(window, "palette", KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
            show(window, "shortcuts", KeyCode.F1);
        }
    }

    /// The entries, what is asked within their page, and the dialogs of a journal.
    void entries(OpenWindow window) {
        window.press(KeyCode.CONTROL, KeyCode.G);
        look.accept(window, "go to");
        window.type("100");
        window.press(KeyCode.ENTER);
        window.settle();
        look.accept(window, "entries");
        for (String tab : List.of("diff", "history")) {
            tabTo(window, "detailTabs");
            window.press(KeyCode.RIGHT);
            window.settle();
            look.accept(window, "detail, " + tab);
        }
        show(window, "export", KeyCode.CONTROL, KeyCode.E);
        show(window, "bookmarks", KeyCode.CONTROL, KeyCode.DIGIT4);
        show(window, "note", KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.B);
        show(window, "colours", KeyCode.CONTROL, KeyCode.ALT, KeyCode.D);
        compaction(window);
    }

    /// The steps of a compaction up to its end.
    private void compaction(OpenWindow window) {
        window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.K);
        window.settle();
        look.accept(window, "compaction");
        tabTo(window, "understood");
        window.press(KeyCode.SPACE);
        tabTo(window, "compact");
        window.press(KeyCode.SPACE);
        window.find("#restore");
        window.settle();
        look.accept(window, "compacted");
        window.press(KeyCode.ESCAPE);
        window.settle();
    }

    /// What opens below the query field.
    void queryPanes(OpenWindow window) {
        for (String menu : List.of("patternMenu", "timeMenu", "typesMenu", "namedMenu")) {
            window.press(KeyCode.CONTROL, KeyCode.L);
            tabTo(window, menu);
            show(window, menu, KeyCode.DOWN);
        }
    }

    /// What fits while one types in the query field, and what is said of what cannot be meant.
    void queryPopups(OpenWindow window) {
        window.press(KeyCode.CONTROL, KeyCode.L);
        window.type("ty");
        window.press(KeyCode.CONTROL, KeyCode.SPACE);
        window.find("#completions");
        look.accept(window, "completion");
        window.press(KeyCode.ESCAPE);
        window.press(KeyCode.CONTROL, KeyCode.A);
        window.type("type:");
        window.press(KeyCode.ENTER);
        window.settle();
        look.accept(window, "mistake in the query");
        window.press(KeyCode.CONTROL, KeyCode.A);
        window.press(KeyCode.DELETE);
        window.press(KeyCode.ENTER);
        window.settle();
    }

    /// The menus of what has the keyboard.
    void menus(OpenWindow window) {
        window.reveal(100);
        for (String place : List.of("#entryTable", "#query", ".timeline .strip", ".address-tree", "#valueTree")) {
            Node node = window.find(place);
            FxStage.run(node::requestFocus);
            window.press(KeyCode.CONTEXT_MENU);
            FxStage.await(
                    "a menu of " + place, () -> Window.getWindows().stream().anyMatch(ContextMenu.class::isInstance));
            look.accept(window, "menu of " + place);
            window.press(KeyCode.ESCAPE);
        }
        window.command("columns");
        window.find("#columnsView");
        look.accept(window, "columns");
        window.press(KeyCode.ESCAPE);
        window.press(KeyCode.CONTROL, KeyCode.DIGIT5);
        window.find("#lifelines");
        window.settle();
        window.press(KeyCode.CONTEXT_MENU);
        look.accept(window, "menu of a lifeline");
        window.press(KeyCode.ESCAPE);
        window.press(KeyCode.CONTROL, KeyCode.DIGIT5);
    }

    /// What is told when something goes wrong.
    void failures(OpenWindow window) {
        window.fail(new IllegalStateException());
        window.find("#failure");
        look.accept(window, "failure of the program");
        window.press(KeyCode.ESCAPE);
        window.awaitGone("#failure");
        look.accept(window, "notice");
        window.dismissNotices();
        window.open(Path.of("not", "there.db"));
        look.accept(window, "what could not be opened");
        window.dismissNotices();
    }

    /// What goes on behind a tab, and what is asked before that ends.
    void activities() {
        try (var window = OpenWindow.empty(width, height)) {
            HostDialog.host(window);
            look.accept(window, "a hosted session");
            String router = HostDialog.url(window, "ws://");
            window.press(KeyCode.CONTROL, KeyCode.W);
            window.find("#question");
            look.accept(window, "question before closing");
            window.press(KeyCode.ESCAPE);
            window.awaitGone("#question");
            window.click("#hostClients");
            window.find("#hostGuests");
            look.accept(window, "clients");
            window.press(KeyCode.ESCAPE);
            window.press(KeyCode.CONTROL, KeyCode.R);
            window.press(KeyCode.CONTROL, KeyCode.A);
            window.type(router);
            window.click("#recordStart");
            window.awaitText("#recordingState", "Recording");
            window.settle();
            look.accept(window, "a recording");
            window.click("#recordingStop");
            window.awaitText("#recordingState", "Recording stopped");
            look.accept(window, "a recording that was stopped");
        }
    }

    /// What is shown in place of the entries or below them.
    void pages(OpenWindow window) {
        page(window, "snapshots", KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.S);
        page(window, "lifelines", KeyCode.CONTROL, KeyCode.DIGIT5);
        window.press(KeyCode.CONTROL, KeyCode.DIGIT5);
        window.find("#lifelines");
        window.settle();
        window.press(KeyCode.SPACE);
        window.find("#sharedPlot");
        window.settle();
        look.accept(window, "lifelines with a plot");
        window.press(KeyCode.CONTROL, KeyCode.DIGIT5);
        window.settle();
        window.press(KeyCode.CONTROL, KeyCode.DIGIT3);
        window.settle();
        for (String tab : List.of("state", "problems", "compare", "crash", "moments", "pair", "evidence")) {
            window.find("#recovery-tab-" + tab);
            look.accept(window, "recovery, " + tab);
            tabTo(window, "recoveryTabs");
            window.press(KeyCode.RIGHT);
            window.settle();
        }
    }

    private void page(OpenWindow window, String name, KeyCode... keys) {
        window.press(keys);
        window.settle();
        look.accept(window, name);
        window.press(keys);
        window.settle();
    }

    void show(OpenWindow window, String name, KeyCode... keys) {
        window.press(keys);
        window.settle();
        look.accept(window, name);
        window.press(KeyCode.ESCAPE);
        window.settle();
    }

    private static void tabTo(OpenWindow window, String id) {
        for (int i = 0; i < MOST_TABS && !id.equals(focused(window)); i++) {
            window.press(KeyCode.TAB);
        }
        assertThat(focused(window)).as("what Tab reaches").isEqualTo(id);
    }

    private static @Nullable String focused(OpenWindow window) {
        return FxStage.call(() -> {
            Node owner = window.root().getScene().getFocusOwner();
            return owner == null ? null : owner.getId();
        });
    }
}
