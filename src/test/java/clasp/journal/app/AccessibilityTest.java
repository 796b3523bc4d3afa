package clasp.journal.app;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.testing.FxStage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Cell;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Control;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToolBar;
import javafx.scene.control.TreeView;
import javafx.stage.Window;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whoever cannot see the window is told what each control is and what it is for.
@Tag("thorough")
class AccessibilityTest {
    /// The roles of nodes to which nobody gave one.
    private static final Set<AccessibleRole> WITHOUT_MEANING = EnumSet.of(AccessibleRole.NODE, AccessibleRole.PARENT);

    @TempDir
    private Path folder;

    private Path journal;

    private final DialogTour tour = new DialogTour(AccessibilityTest::check);

    @BeforeEach
    void makeAJournal() {
        journal = GeneratedJournal.in(folder.resolve("show.db"), 500);
    }

    @Test
    void theWelcomeAndTheDialogsThatNeedNoJournal() {
        tour.withoutJournal();
    }

    @Test
    void theEntriesAndTheirDialogs() {
        try (var window = OpenWindow.on(journal, 1400, 900)) {
            tour.entries(window);
        }
    }

    @Test
    void whatTheQueryBarOpens() {
        try (var window = OpenWindow.on(journal, 1400, 900)) {
            tour.queryPanes(window);
            tour.queryPopups(window);
        }
    }

    @Test
    void menus() {
        try (var window = OpenWindow.on(journal, 1400, 900)) {
            tour.menus(window);
        }
    }

    @Test
    void whatFails() {
        try (var window = OpenWindow.on(journal, 1400, 900)) {
            tour.failures(window);
        }
    }

    @Test
    void whatGoesOnBehindATab() {
        tour.activities();
    }

    @Test
    void theOtherPages() {
        try (var window = OpenWindow.on(journal, 1400, 900)) {
            tour.pages(window);
        }
    }

    private static void check(OpenWindow window, String where) {
        List<String> nameless = new ArrayList<>();
        FxStage.run(() -> Window.getWindows().stream().filter(Window::isShowing).forEach(shown -> {
            if (shown instanceof ContextMenu menu) {
                menu.getItems().forEach(item -> walk(item, nameless));
            }
            walk(shown.getScene().getRoot(), nameless);
        }));
        assertThat(nameless).as("controls without a name: " + where).isEmpty();
    }

    private static void walk(MenuItem item, List<String> nameless) {
        boolean named = item.getText() != null && !item.getText().isBlank()
                || item instanceof SeparatorMenuItem
                || item instanceof CustomMenuItem;
        if (!named) {
            nameless.add("item " + item.getId() + " of a menu");
        }
    }

    private static void walk(Node node, List<String> nameless) {
        if (!node.isVisible()) {
            return;
        }
        if ((node.isFocusTraversable() || isUsed(node)) && !isFrame(node) && !isPart(node)) {
            Object text = node.queryAccessibleAttribute(AccessibleAttribute.TEXT);
            String given = node.getAccessibleText();
            Object label = node.queryAccessibleAttribute(AccessibleAttribute.LABELED_BY);
            boolean named = given != null && !given.isBlank()
                    || label != null
                    || node instanceof Labeled
                            && text != null
                            && !text.toString().isBlank();
            if (!named || WITHOUT_MEANING.contains(node.getAccessibleRole())) {
                nameless.add(node.getClass().getSimpleName() + " " + node.getId() + " " + node.getStyleClass() + " "
                        + node.getAccessibleRole() + " in " + parents(node));
            }
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> walk(child, nameless));
        }
    }

    /// What one uses or reads, whether or not the keyboard comes there.
    private static boolean isUsed(Node node) {
        return node instanceof ButtonBase
                || node instanceof TextInputControl
                || node instanceof ComboBoxBase
                || node instanceof ChoiceBox
                || node instanceof Slider
                || node instanceof Spinner
                || node instanceof ProgressIndicator
                || node instanceof ListView
                || node instanceof TableView
                || node instanceof TreeView;
    }

    /// What only holds others, or passes the keyboard on.
    private static boolean isFrame(Node node) {
        return node.getStyleClass().contains("edge")
                || node instanceof ScrollPane
                || node instanceof SplitPane
                || node instanceof ToolBar
                || node instanceof TabPane
                || node instanceof Label;
    }

    /// What belongs to a control that tells of itself.
    private static boolean isPart(Node node) {
        for (Node at = node.getParent(); at != null; at = at.getParent()) {
            if (at instanceof Cell && node instanceof ButtonBase) {
                return false;
            }
            if (at instanceof Control && !isFrame(at)) {
                return true;
            }
        }
        return false;
    }

    private static String parents(Node node) {
        List<String> names = new ArrayList<>();
        for (Node at = node.getParent(); at != null && names.size() < 4; at = at.getParent()) {
            names.add(
                    at.getStyleClass().isEmpty()
                            ? at.getClass().getSimpleName()
                            : at.getStyleClass().getLast());
        }
        return String.join(" < ", names);
    }
}
