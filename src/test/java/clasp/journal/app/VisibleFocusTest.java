package clasp.journal.app;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.testing.FxStage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.TraversalDirection;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whoever works by keyboard sees where the keys go: each control that the keyboard reaches is ringed while it has the
/// focus, in light and dark, in every view and dialog.
@Tag("thorough")
class VisibleFocusTest {
    /// More than these are reached in a circle that does not close.
    private static final int MOST_CONTROLS = 300;

    @TempDir
    private Path folder;

    private final List<String> unseen = new ArrayList<>();
    private final DialogTour tour = new DialogTour(this::look);

    private Path journal;

    @BeforeEach
    void makeAJournal() {
        journal = GeneratedJournal.in(folder.resolve("show.db"), 500);
    }

    @Test
    void theWelcomeAndTheDialogsThatNeedNoJournal() {
        tour.withoutJournal();
        assertAllSeen();
    }

    @Test
    void theEntriesAndTheirDialogs() {
        try (var window = OpenWindow.on(journal, 1400, 900)) {
            tour.entries(window);
        }
        assertAllSeen();
    }

    @Test
    void whatTheQueryBarOpens() {
        try (var window = OpenWindow.on(journal, 1400, 900)) {
            tour.queryPanes(window);
        }
        assertAllSeen();
    }

    @Test
    void theOtherPages() {
        try (var window = OpenWindow.on(journal, 1400, 900)) {
            tour.pages(window);
        }
        assertAllSeen();
    }

    private void assertAllSeen() {
        assertThat(unseen).as("controls whose focus is not seen").isEmpty();
    }

    private void look(OpenWindow window, String where) {
        for (boolean dark : new boolean[] {false, true}) {
            window.dark(dark);
            String place = where + (dark ? ", dark: " : ", light: ");
            FxStage.run(() -> walk(front(window), place));
        }
        window.dark(false);
    }

    /// The window's scene, or that of the popup which has the keyboard.
    private static Scene front(OpenWindow window) {
        return Window.getWindows().stream()
                .filter(PopupWindow.class::isInstance)
                .map(Window::getScene)
                .filter(scene -> scene.getFocusOwner() != null)
                .findFirst()
                .orElse(window.root().getScene());
    }

    /// Goes through all that the Tab key reaches, until it is where it began.
    private void walk(Scene scene, String where) {
        Set<Node> reached = new LinkedHashSet<>();
        Node at = scene.getFocusOwner();
        while (at != null && reached.add(at)) {
            var ring = new FocusPicture(at);
            if (!ring.seen()) {
                unseen.add(where + at.getClass().getSimpleName() + " " + at.getId() + " " + at.getStyleClass() + " "
                        + ring);
            }
            at.requestFocusTraversal(TraversalDirection.NEXT);
            at = scene.getFocusOwner();
        }
        assertThat(reached).as("what the Tab key reaches: " + where).hasSizeBetween(1, MOST_CONTROLS);
    }
}
