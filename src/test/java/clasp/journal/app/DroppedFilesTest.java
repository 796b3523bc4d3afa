package clasp.journal.app;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.testing.FxStage;
import com.sun.javafx.scene.input.DragboardHelper;
import com.sun.javafx.tk.TKClipboard;
import com.sun.javafx.tk.Toolkit;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.PickResult;
import javafx.scene.input.TransferMode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files dragged from elsewhere onto the window. The platform without a screen has no other programs to drag from, so
/// the events that such a drag brings are made here.
class DroppedFilesTest {
    @TempDir
    private Path folder;

    @Test
    void droppedFilesOpenInTabsOfTheirOwn() throws Exception {
        Path show = GeneratedJournal.in(folder.resolve("show.db"), 300);
        Path other = GeneratedJournal.in(folder.resolve("größe #1 100%.db"), 200);
        try (var window = OpenWindow.empty(1000, 700)) {
            assertThat(drop(window, ".welcome", files(show, other))).hasValue(TransferMode.COPY);
            window.settle();
            assertThat(tabs(window)).containsExactly("show.db", "größe #1 100%.db");
            window.awaitText(".status-line .label", "200 entries");
        }
        assertThat(show).exists();
        assertThat(other).exists();
    }

    @Test
    void aFileDroppedOnAnOpenJournalOpensBesideIt() throws Exception {
        Path show = GeneratedJournal.in(folder.resolve("show.db"), 300);
        Path note = Files.writeString(folder.resolve("note.txt"), "Dear diary");
        try (var window = OpenWindow.on(show, 1000, 700)) {
            drop(window, "#entryTable", files(note));
            window.awaitText(".opening .label", "note.txt could not be opened");
            assertThat(tabs(window)).containsExactly("show.db", "note.txt");
        }
    }

    @Test
    void aFileThatIsOpenComesToTheFrontWhenItIsDropped() throws Exception {
        Path show = GeneratedJournal.in(folder.resolve("show.db"), 300);
        Path other = GeneratedJournal.in(folder.resolve("other.db"), 200);
        try (var window = OpenWindow.on(show, 1000, 700)) {
            window.open(other);
            drop(window, "#entryTable", files(show));
            window.settle();
            assertThat(window.texts("#journals > .tab-header-area .tab:selected .tab-label"))
                    .containsExactly("show.db");
            assertThat(tabs(window)).containsExactly("show.db", "other.db");
        }
    }

    @Test
    void whatIsNoFileIsNotTaken() {
        try (var window = OpenWindow.empty(1000, 700)) {
            var text = new ClipboardContent();
            text.putString("/lumen/**");
            assertThat(drop(window, ".welcome", text)).isEmpty();
            assertThat(tabs(window)).isEmpty();
        }
    }

    @Test
    void whileFilesAreDraggedOverTheWindowItSaysThatTheyCanBeDropped() throws Exception {
        Path show = GeneratedJournal.in(folder.resolve("show.db"), 300);
        Path other = GeneratedJournal.in(folder.resolve("other.db"), 200);
        try (var window = OpenWindow.on(show, 1024, 700)) {
            drag(window, "#entryTable", files(other), DragEvent.DRAG_ENTERED, DragEvent.DRAG_OVER);
            assertThat(window.text("#dropSign > .label")).isEqualTo("Open “other.db”");
            assertThat(window.find("#dropSign").getAccessibleText()).isEqualTo("Open “other.db”");
            window.screenshots("window-dragged-over");
            drag(window, "#entryTable", files(other), DragEvent.DRAG_EXITED);
            assertThat(window.sees("#dropSign")).isFalse();
            drag(window, "#entryTable", files(show, other), DragEvent.DRAG_ENTERED, DragEvent.DRAG_OVER);
            assertThat(window.text("#dropSign > .label")).isEqualTo("Open 2 files");
            drag(window, "#entryTable", files(show, other), DragEvent.DRAG_DROPPED);
            assertThat(window.sees("#dropSign")).isFalse();
            assertThat(tabs(window)).containsExactly("show.db", "other.db");
        }
        try (var window = OpenWindow.empty(800, 600)) {
            drag(window, ".welcome", files(show, other), DragEvent.DRAG_ENTERED, DragEvent.DRAG_OVER);
            window.screenshots("window-dragged-over-empty");
            assertThat(window.sees("#dropSign")).isTrue();
        }
    }

    @Test
    void ofWhatIsNoFileNothingIsSaid() {
        try (var window = OpenWindow.empty(1000, 700)) {
            var text = new ClipboardContent();
            text.putString("/lumen/**");
            drag(window, ".welcome", text, DragEvent.DRAG_ENTERED, DragEvent.DRAG_OVER);
            assertThat(window.sees("#dropSign")).isFalse();
        }
    }

    private static List<String> tabs(OpenWindow window) {
        return window.texts("#journals > .tab-header-area .tab-label");
    }

    private static ClipboardContent files(Path... paths) {
        var content = new ClipboardContent();
        content.putFiles(Stream.of(paths).map(Path::toFile).toList());
        return content;
    }

    /// Drags over the node and, when the window would take it, drops.
    ///
    /// @return how the window took it; empty when it did not
    private static Optional<TransferMode> drop(OpenWindow window, String selector, ClipboardContent content) {
        Node node = window.find(selector);
        return FxStage.call(() -> {
            Dragboard dragboard = DragboardHelper.createDragboard(draggedFromElsewhere());
            dragboard.setContent(content);
            DragEvent over = event(DragEvent.DRAG_OVER, node, dragboard);
            Event.fireEvent(node, over);
            @Nullable TransferMode taken = over.getAcceptedTransferMode();
            if (taken != null) {
                Event.fireEvent(node, event(DragEvent.DRAG_DROPPED, node, dragboard));
            }
            return Optional.ofNullable(taken);
        });
    }

    @SafeVarargs
    private static void drag(
            OpenWindow window, String selector, ClipboardContent content, EventType<DragEvent>... types) {
        Node node = window.find(selector);
        FxStage.run(() -> {
            Dragboard dragboard = DragboardHelper.createDragboard(draggedFromElsewhere());
            dragboard.setContent(content);
            for (EventType<DragEvent> type : types) {
                // The platform tells every node of the way that the drag has come to it, or left.
                for (Node at = node; at != null; at = at.getParent()) {
                    if (at == node || type == DragEvent.DRAG_ENTERED || type == DragEvent.DRAG_EXITED) {
                        Event.fireEvent(at, event(type, at, dragboard));
                    }
                }
            }
        });
        window.settle();
    }

    /// A clipboard of this process, which knows of no drag, with what a drag adds.
    private static TKClipboard draggedFromElsewhere() {
        TKClipboard content = Toolkit.getToolkit().createLocalClipboard();
        return (TKClipboard) Proxy.newProxyInstance(
                TKClipboard.class.getClassLoader(),
                new Class<?>[] {TKClipboard.class},
                (proxy, method, arguments) -> method.getName().equals("getTransferModes")
                        ? EnumSet.of(TransferMode.COPY, TransferMode.MOVE)
                        : method.invoke(content, arguments));
    }

    private static DragEvent event(EventType<DragEvent> type, Node node, Dragboard dragboard) {
        var middle = node.localToScreen(
                node.getLayoutBounds().getCenterX(), node.getLayoutBounds().getCenterY());
        return new DragEvent(
                null,
                node,
                type,
                dragboard,
                middle.getX(),
                middle.getY(),
                middle.getX(),
                middle.getY(),
                TransferMode.COPY,
                null,
                null,
                new PickResult(node, middle.getX(), middle.getY()));
    }
}
