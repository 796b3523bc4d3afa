package clasp.journal.app;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.testing.FxStage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The Tab key goes through the window as one reads: part after part, in each from top to bottom and from left to
/// right, all around; Shift+Tab goes the same way back.
class TabOrderTest {
    /// More are reached in a circle that does not close.
    private static final int MOST = 200;

    private static final double SAME_LINE = 6;

    /// The parts of the window, as one reads.
    private static final List<String> PARTS = List.of(
            ".command-bar",
            ".journal-tabs",
            ".query-bar",
            ".timeline",
            ".addresses",
            ".entry-table",
            ".recovery-view",
            ".detail",
            ".status-line");

    @TempDir
    private Path folder;

    @Test
    void theEntries() {
        try (var window = OpenWindow.on(GeneratedJournal.in(folder.resolve("show.db"), 500), 1400, 900)) {
            window.reveal(100);
            List<Node> way = around(window, window.find("#query"), "entries");
            List<Integer> parts =
                    FxStage.call(() -> way.stream().map(TabOrderTest::part).toList());
            assertThat(parts).as("all belong to a part: " + way).doesNotContain(-1);
            List<Integer> order = new ArrayList<>();
            parts.stream()
                    .filter(part -> order.isEmpty() || !order.getLast().equals(part))
                    .forEach(order::add);
            assertThat(order.stream().distinct())
                    .as("no part is come to twice")
                    .hasSameSizeAs(order.getFirst().equals(order.getLast()) ? order.subList(1, order.size()) : order);
            List<Integer> fromTheTop = new ArrayList<>(order.stream().distinct().toList());
            Collections.rotate(fromTheTop, -fromTheTop.indexOf(Collections.min(fromTheTop)));
            assertThat(fromTheTop).isSorted().contains(0, 2, 3, 4, 5, 7);
        }
    }

    @Test
    void theDialogs() {
        try (var window = OpenWindow.on(GeneratedJournal.in(folder.resolve("show.db"), 500), 1400, 900)) {
            dialog(window, "connect", KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.R);
            dialog(window, "record", KeyCode.CONTROL, KeyCode.R);
            dialog(window, "host", KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.H);
            dialog(window, "export", KeyCode.CONTROL, KeyCode.E);
            dialog(window, "compact", KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.K);
            dialog(window, "columns", KeyCode.CONTROL, KeyCode.ALT, KeyCode.C);
            dialog(window, "colours", KeyCode.CONTROL, KeyCode.ALT, KeyCode.D);
            dialog(window, "bookmarks", KeyCode.CONTROL, KeyCode.DIGIT4);
        }
    }

    private static void dialog(OpenWindow window, String name, KeyCode... keys) {
        window.press(keys);
        window.find("#overlay");
        window.settle();
        Node first = FxStage.call(() -> window.root().getScene().getFocusOwner());
        List<Node> way = around(window, first, name);
        assertThat(FxStage.call(() -> way.stream().allMatch(node -> within(node, "#overlay"))))
                .as("stays in the dialog: " + name)
                .isTrue();
        window.press(KeyCode.ESCAPE);
        window.awaitGone("#overlay");
    }

    /// What Tab comes to until it is where it began.
    private static List<Node> around(OpenWindow window, Node from, String where) {
        Scene scene = window.root().getScene();
        List<Node> way = FxStage.call(() -> walk(scene, from, false));
        List<Node> back = FxStage.call(() -> walk(scene, from, true));
        List<Node> expected = new ArrayList<>(way.subList(1, way.size()));
        Collections.reverse(expected);
        expected.addFirst(from);
        assertThat(back).as("the way back: " + where).isEqualTo(expected);
        assertThat(FxStage.call(() -> againstReading(way)))
                .as("against the reading order: " + where)
                .isEmpty();
        return way;
    }

    private static List<Node> walk(Scene scene, Node from, boolean back) {
        from.requestFocus();
        List<Node> way = new ArrayList<>(List.of(from));
        for (int i = 0; i < MOST; i++) {
            Node at = scene.getFocusOwner();
            Event.fireEvent(at, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.TAB, back, false, false, false));
            Node now = scene.getFocusOwner();
            if (now == from) {
                return way;
            }
            assertThat(way)
                    .as("Tab turns back to " + now + " before it was everywhere")
                    .doesNotContain(now);
            way.add(now);
        }
        throw new AssertionError("Tab never comes back to " + from + ": " + way);
    }

    /// Neighbours of the same part of which the later stands above, or before on the same line; a dialog is one part,
    /// and once the way begins anew at its top.
    private static List<String> againstReading(List<Node> way) {
        List<String> found = new ArrayList<>();
        for (int i = 1; i < way.size(); i++) {
            Node one = way.get(i - 1);
            Node next = way.get(i);
            if (part(one) == part(next) && isBefore(place(next), place(one)) && !beside(one, next)) {
                found.add(one + " " + place(one) + " → " + next + " " + place(next));
            }
        }
        return found.size() == 1 && within(way.getFirst(), "#overlay") ? List.of() : found;
    }

    private static boolean isBefore(Bounds one, Bounds other) {
        boolean sameLine = Math.abs(one.getCenterY() - other.getCenterY()) < SAME_LINE;
        return sameLine ? one.getMinX() < other.getMinX() : one.getMaxY() <= other.getMinY() + SAME_LINE;
    }

    /// In columns, of which the right one is read after the left one.
    private static boolean beside(Node one, Node next) {
        return place(next).getMinX() >= place(one).getMaxX() - SAME_LINE;
    }

    private static Bounds place(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }

    private static int part(Node node) {
        for (int i = 0; i < PARTS.size(); i++) {
            if (within(node, PARTS.get(i))) {
                return i;
            }
        }
        return node instanceof TabPane ? PARTS.indexOf(".journal-tabs") : -1;
    }

    private static boolean within(Node node, String selector) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (selector.startsWith("#")
                    ? selector.substring(1).equals(at.getId())
                    : at.getStyleClass().contains(selector.substring(1))) {
                return true;
            }
        }
        return false;
    }
}
