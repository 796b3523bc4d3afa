package clasp.journal.app;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.settings.Settings;
import clasp.journal.testing.FxStage;
import clasp.journal.ui.fx.KeyText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.TraversalDirection;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TreeView;
import javafx.scene.input.Clipboard;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The palette has every action of the window: of its toolbar, its shortcuts, the menus of its buttons, and the menu of
/// what has the keyboard. The sheet has every shortcut. A dialog has the keyboard for itself, so its actions are on its
/// buttons.
@Tag("thorough")
class EveryActionTest {
    /// Where the plus is on the key of another character, for the command whose own keys are listed; and the toolkit's
    /// key of a default button.
    private static final List<String> NOT_LISTED = List.of("Ctrl+=", "Ctrl+Shift+=", "↵");

    /// Copying and pasting in a text that is being written.
    private static final Class<?> HAS_THE_MENU_OF_THE_TOOLKIT = TextInputControl.class;

    @TempDir
    private Path folder;

    private Path journal;

    private final Set<Node> known = new HashSet<>();
    private final Set<String> asked = new LinkedHashSet<>();
    private final List<String> missing = new ArrayList<>();

    @BeforeEach
    void makeAJournal() {
        journal = GeneratedJournal.in(folder.resolve("show.db"), 500);
    }

    @Test
    void everyShortcutIsInThePaletteAndOnTheSheet() {
        try (var window = OpenWindow.on(journal, 1200, 800)) {
            List<String> work = FxStage.call(() -> window.root().getScene().getAccelerators().keySet().stream()
                    .map(KeyText::of)
                    .filter(keys -> !NOT_LISTED.contains(keys))
                    .distinct()
                    .sorted()
                    .toList());
            assertThat(work).hasSizeGreaterThan(30);
            assertThat(keys(ShownCommands.inPalette(window))).containsExactlyElementsOf(work);
            assertThat(keys(ShownCommands.onSheet(window))).containsAll(work);
        }
    }

    private static List<String> keys(List<ShownCommands> lines) {
        return lines.stream()
                .map(ShownCommands::keys)
                .filter(keys -> !keys.isEmpty())
                .sorted()
                .toList();
    }

    @Test
    void everyButtonOfTheToolbarAndWhatTheMenusOfButtonsOfferIsInThePalette() {
        Settings settings = Settings.inMemory();
        try (var window = OpenWindow.on(journal, settings, 1200, 800)) {
            window.reveal(100);
            List<String> toolbar = FxStage.call(() -> window.root().lookupAll("*").stream()
                    .filter(node -> node instanceof ButtonBase
                            && String.valueOf(node.getId()).startsWith("command-"))
                    .map(node -> (String) node.queryAccessibleAttribute(AccessibleAttribute.TEXT))
                    .toList());
            List<String> menus = FxStage.call(() -> window.root().lookupAll("*").stream()
                    .filter(node -> node instanceof MenuButton && SeenNodes.isSeen(node))
                    .flatMap(node -> ((MenuButton) node).getItems().stream())
                    .map(MenuItem::getText)
                    .filter(text -> text != null)
                    .toList());
            assertThat(toolbar).contains("Host…", "All commands…", "Snapshots");
            assertThat(menus).contains(journal.toString(), "Forget these files", "Time in UTC", "Copy address");
            assertThat(names(window)).containsAll(toolbar).containsAll(menus).doesNotHaveDuplicates();
        }
    }

    @Test
    void whatTheMenuKeyOffersIsInThePaletteWhereverTheKeyboardIs() {
        var tour = new DialogTour(this::compare);
        try (var window = OpenWindow.on(journal, 1400, 900)) {
            window.reveal(100);
            compare(window, "entries");
            tour.pages(window);
        }
        assertThat(missing).as("what a menu offers, and the palette does not").isEmpty();
        assertThat(asked)
                .as("what has a menu")
                .contains("entryTable", "address-tree", "strip", "valueTree", "params", "stateTable", "momentsTable");
    }

    @Test
    void whatAMenuOffersIsDoneFromThePalette() {
        try (var window = OpenWindow.on(journal, 1200, 800)) {
            window.reveal(100);
            Node table = window.find("#entryTable");
            FxStage.run(table::requestFocus);
            window.command("copy address");
            FxStage.await(
                    "the copy",
                    () -> String.valueOf(Clipboard.getSystemClipboard().getString())
                            .startsWith("/"));
        }
    }

    /// Goes through all that the Tab key reaches.
    private void compare(OpenWindow window, String where) {
        Set<Node> reached = new LinkedHashSet<>();
        Scene scene = window.root().getScene();
        FxStage.run(() -> window.root().lookup(".command-bar").requestFocus());
        Node at = FxStage.call(scene::getFocusOwner);
        while (at != null && reached.add(at)) {
            compare(window, at, where);
            Node from = at;
            at = FxStage.call(() -> {
                from.requestFocus();
                from.requestFocusTraversal(TraversalDirection.NEXT);
                return scene.getFocusOwner();
            });
        }
    }

    private void compare(OpenWindow window, Node node, String where) {
        if (HAS_THE_MENU_OF_THE_TOOLKIT.isInstance(node) || !known.add(node)) {
            return;
        }
        FxStage.run(() -> selectALine(node));
        window.settle();
        List<String> offered = window.menuByKeyboard(node);
        if (!offered.isEmpty()) {
            asked.add(node.getId() == null ? node.getStyleClass().getLast() : node.getId());
            List<String> names = names(window);
            offered.stream()
                    .filter(item -> !names.contains(item))
                    .map(item -> where + ", " + node.getId() + ": " + item)
                    .forEach(missing::add);
        }
    }

    private static void selectALine(Node node) {
        switch (node) {
            case TableView<?> table
            when table.getSelectionModel() != null -> table.getSelectionModel().select(0);
            case ListView<?> list
            when list.getSelectionModel() != null -> list.getSelectionModel().select(0);
            // The first line of a tree stands for everything.
            case TreeView<?> tree -> tree.getSelectionModel().select(Math.min(1, tree.getExpandedItemCount() - 1));
            default -> {}
        }
    }

    private static List<String> names(OpenWindow window) {
        return ShownCommands.inPalette(window).stream().map(ShownCommands::name).toList();
    }
}
