package clasp.journal.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import clasp.journal.query.Filter;
import clasp.journal.store.Cancellation;
import clasp.journal.store.PageRequest;
import clasp.journal.testing.FxStage;
import java.nio.file.Path;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A bookmark is seen beside the scroll bar at the place of its row, and on the timeline at its time, as long as it is
/// there.
class BookmarkPlacesTest {
    private static final int ENTRIES = 3_000;
    private static final int ONE = 750;
    private static final int LATE = 2_900;

    @TempDir
    private Path folder;

    @Test
    void aBookmarkIsBesideTheScrollBarWhereItsRowIs() {
        try (var window = OpenWindow.on(GeneratedJournal.in(folder.resolve("show.db"), ENTRIES), 1280, 820)) {
            double top = mark(window, ".scroll-marks", 1).getMinY();
            double bottom = mark(window, ".scroll-marks", ENTRIES).getMinY();
            double between = mark(window, ".scroll-marks", ONE).getMinY();
            double height = window.find(".scroll-marks").getLayoutBounds().getHeight();
            assertThat(top / height).as("the first row").isCloseTo(0, within(0.05));
            assertThat(bottom / height).as("the last row").isCloseTo(1, within(0.05));
            assertThat(between).isCloseTo(top + (bottom - top) * (ONE - 1) / (ENTRIES - 1), within(2.0));
        }
    }

    @Test
    void aBookmarkIsOnTheTimelineWhereItsTimeIs() {
        try (var window = OpenWindow.on(GeneratedJournal.in(folder.resolve("show.db"), ENTRIES), 1280, 820)) {
            double first = mark(window, ".timeline .strip", 1).getMinX();
            double last = mark(window, ".timeline .strip", LATE).getMinX();
            double between = mark(window, ".timeline .strip", ONE).getMinX();
            assertThat(last - first).isGreaterThan(600);
            double part =
                    (double) (micros(window, ONE) - micros(window, 1)) / (micros(window, LATE) - micros(window, 1));
            assertThat(between).isCloseTo(first + (last - first) * part, within(2.0));
        }
    }

    /// It stands at the very end of the axis.
    @Test
    void theBookmarkOfTheNewestEntryIsSeenWhole() {
        try (var window = OpenWindow.on(GeneratedJournal.in(folder.resolve("show.db"), ENTRIES), 1280, 820)) {
            double width = window.find(".timeline .strip").getLayoutBounds().getWidth();
            Rectangle2D flag = mark(window, ".timeline .strip", ENTRIES);
            assertThat(flag.getMaxX()).isCloseTo(width, within(2.0));
            assertThat(flag.getWidth()).isGreaterThan(4);
        }
    }

    private static long micros(OpenWindow window, long seq) {
        return window.journal()
                .page(PageRequest.forward(Filter.ALL, seq, 1), Cancellation.none())
                .getFirst()
                .entry()
                .timestampMicros();
    }

    /// Where the picture of the part changes when the entry is marked. When the mark is taken away it is as before.
    private static Rectangle2D mark(OpenWindow window, String part, long seq) {
        window.reveal(seq);
        Node node = window.find(part);
        WritableImage without = picture(window, node);
        window.press(KeyCode.CONTROL, KeyCode.B);
        window.settle();
        WritableImage with = picture(window, node);
        window.press(KeyCode.CONTROL, KeyCode.B);
        window.settle();
        assertThat(changed(without, picture(window, node)))
                .as("without the mark again")
                .isNull();
        Rectangle2D changed = changed(without, with);
        assertThat(changed).as("what the mark changes").isNotNull();
        return changed;
    }

    private static WritableImage picture(OpenWindow window, Node node) {
        return FxStage.call(() -> {
            window.root().getScene().getRoot().applyCss();
            window.root().getScene().getRoot().layout();
            return node.snapshot(null, null);
        });
    }

    /// The least area with all pixels that differ; null for none.
    private static Rectangle2D changed(WritableImage one, WritableImage other) {
        int left = Integer.MAX_VALUE;
        int top = Integer.MAX_VALUE;
        int right = -1;
        int bottom = -1;
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                if (one.getPixelReader().getArgb(x, y) != other.getPixelReader().getArgb(x, y)) {
                    left = Math.min(left, x);
                    top = Math.min(top, y);
                    right = Math.max(right, x);
                    bottom = Math.max(bottom, y);
                }
            }
        }
        return right < 0 ? null : new Rectangle2D(left, top, right - left + 1, bottom - top + 1);
    }
}
