package clasp.journal.app;

import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the guide's page on recovery tells step by step, done on its example. Its pictures are copies of those
/// that this test draws into `target/screenshots`; an old copy makes it fail.
class RecoveryGuideTest {
    @TempDir
    private Path folder;

    @Test
    void afterSnapshotAndCompactionClaspRouterLosesTheNextSetAndTheViewSaysWhy() {
        Path file = GeneratedJournal.example(folder.resolve("example.db"));
        try (var window = OpenWindow.on(file, 1200, 760)) {
            window.press(KeyCode.CONTROL, KeyCode.DIGIT3);
            window.awaitText("#cursorPlace", "seq 124 of 124");
            window.awaitText("#whySummary", "1.0 at revision 4, set by entry 124, written by house-panel.");
            window.settle();
            window.screenshots("guide-recovery-documented");
            GuidePicture.isLike(window, "guide-recovery-documented", "recovery-documented");

            window.click("#rule-router");
            window.awaitText(
                    "#whySummary", "0.8 at revision 1, as the snapshot has it. One of its entries is rejected.");
            window.settle();
            window.screenshots("guide-recovery-router");
            GuidePicture.isLike(window, "guide-recovery-router", "recovery-router");

            window.click("#recovery-tab-crash");
            window.awaitText(
                    "#crashRouter", "comes back with 1 param with another value and 12 params at the wrong revision");
            window.settle();
            window.screenshots("guide-recovery-crash");
            GuidePicture.isLike(window, "guide-recovery-crash", "recovery-crash");

            window.click("#recovery-tab-compare");
            window.find("#differenceTable");
            window.settle();
            window.click("#differenceTable .table-row-cell");
            window.awaitText(
                    "#differenceExplanation", "entry 124 is rejected, it carries revision 4 where it expects 1.");
            window.settle();
            window.screenshots("guide-recovery-compare");
            GuidePicture.isLike(window, "guide-recovery-compare", "recovery-compare");
        }
    }
}
