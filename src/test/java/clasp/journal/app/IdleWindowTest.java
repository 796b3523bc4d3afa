package clasp.journal.app;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.model.Entry;
import clasp.journal.model.MsgType;
import clasp.journal.router.Router;
import clasp.journal.store.memory.MemoryJournal;
import clasp.journal.testing.FxStage;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Where nothing happens, nothing is laid out again: a part that asks for a layout in each layout keeps a processor
/// busy.
class IdleWindowTest {
    private static final int FRAMES = 12;

    @TempDir
    private Path folder;

    @Test
    void nothingIsLaidOutAgainWhenNothingHappens() {
        Path file = GeneratedJournal.in(folder.resolve("one.db"), 2_000);
        try (var window = OpenWindow.on(file, 1280, 900)) {
            window.reveal(1_000);
            assertThat(layouts(window)).as("entries, addresses and detail").isEmpty();
            window.press(KeyCode.CONTROL, KeyCode.DIGIT3);
            assertThat(layouts(window)).as("recovery").isEmpty();
            window.press(KeyCode.CONTROL, KeyCode.DIGIT3);
            window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.S);
            assertThat(layouts(window)).as("snapshots").isEmpty();
            window.press(KeyCode.CONTROL, KeyCode.DIGIT5);
            assertThat(layouts(window)).as("lifelines").isEmpty();
        }
    }

    @Test
    void nothingIsLaidOutAgainWhileAQuietRelayIsFollowed() {
        var journal = new MemoryJournal("served", 1_000, 1, InstantSource.system());
        journal.append(new Entry(0, 1_708_500_000_000_000L, "desk", "/a", "param", "1", 1L, MsgType.SET));
        try (var router = Router.withJournal(journal)
                        .withHttpOn(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                        .start();
                var window = OpenWindow.empty(1280, 900)) {
            ConnectDialog.fill(window, router.httpAddress().orElseThrow(), "");
            window.click("#connectOpen");
            window.awaitText(".status-line .label", "live · ");
            window.awaitText(".status-line .label", "1 entry");
            assertThat(layouts(window)).as("a relay's journal, followed").isEmpty();
        }
    }

    /// What wants a layout in most frames after all has settled: a number that changes once is laid out once.
    private static List<String> layouts(OpenWindow window) {
        window.settle();
        frames(window, new ArrayList<>());
        var wanting = new ArrayList<String>();
        frames(window, wanting);
        return wanting.stream()
                .distinct()
                .filter(part -> Collections.frequency(wanting, part) > FRAMES / 2)
                .toList();
    }

    private static void frames(OpenWindow window, List<String> wanting) {
        var scene = FxStage.call(() -> window.root().getScene());
        int[] frames = {0};
        Runnable count = () -> {
            frames[0]++;
            collect((Parent) window.root(), wanting);
        };
        FxStage.run(() -> scene.addPreLayoutPulseListener(count));
        FxStage.await(FRAMES + " frames", () -> {
            Platform.requestNextPulse();
            return frames[0] >= FRAMES;
        });
        FxStage.run(() -> scene.removePreLayoutPulseListener(count));
    }

    private static void collect(Parent parent, List<String> wanting) {
        if (parent.isNeedsLayout()) {
            wanting.add(parent.getClass().getSimpleName() + parent.getStyleClass());
        }
        for (var child : parent.getChildrenUnmodifiable()) {
            if (child instanceof Parent part && part.isVisible()) {
                collect(part, wanting);
            }
        }
    }
}
