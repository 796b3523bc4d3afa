package clasp.journal.app;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.testing.FxStage;
import clasp.journal.testing.OwnLanguage;
import clasp.journal.testing.SharedJournals;
import clasp.journal.ui.fx.Screenshots;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.Slider;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The recovery view in the whole window, on journals that CLASP wrote.
@Tag("thorough")
class RecoveryWindowTest {
    @TempDir
    private Path folder;

    @Test
    void theCursorIsSharedWithTheTable() {
        try (var window = OpenWindow.on(SharedJournals.copy("session-20k.db", folder), 1000, 700)) {
            window.reveal(12_043);
            window.press(KeyCode.CONTROL, KeyCode.DIGIT3);
            window.awaitText("#cursorPlace", "12043 of 20000");
            window.settle();
            window.screenshots("recovery-state");
            assertThat(window.focusIsWithin("#recoveryView")).isTrue();
            window.press(KeyCode.F7);
            window.awaitText("#cursorPlace", "12044 of 20000");
            window.press(KeyCode.SHIFT, KeyCode.F9);
            window.awaitText("#cursorPlace", "10000 of 20000");
            window.awaitText("#stateSummary", "from snapshot 2");
            window.reveal(777);
            window.awaitText("#cursorPlace", "777 of 20000");
            window.press(KeyCode.F11);
            window.settle();
            assertThat(window.text("#cursorPlace")).doesNotContain("777 of");
            window.click("#rule-router");
            window.settle();
            // A router counts the SETs before the snapshot once more.
            window.awaitText("#whySummary", "at revision 4, set by entry 8330");
            window.screenshots("recovery-router");
            window.press(KeyCode.CONTROL, KeyCode.DIGIT3);
            window.awaitGone("#recoveryView");
        }
    }

    @Test
    void whatBothRecoveriesMakeOfARealSessionIsComparedAndExported() {
        Path csv = folder.resolve("comparison.csv");
        try (var window = OpenWindow.on(SharedJournals.copy("session-20k.db", folder), 1000, 700)) {
            window.press(KeyCode.CONTROL, KeyCode.DIGIT3);
            window.click("#recovery-tab-compare");
            window.settle();
            awaitRows(window, "#differenceTable", 1_000);
            window.click("#differenceTable .table-row-cell");
            window.settle();
            window.screenshots("recovery-compare");
            window.willSave(csv);
            window.click("#exportComparison");
            window.awaitText("#compareExported", "written to comparison.csv");
            window.settle();
            window.screenshots("recovery-compare-exported");
            Node tolerance = window.find("#compareTolerance");
            assertThat(FxStage.<Double>call(() -> tolerance.getLayoutBounds().getWidth()))
                    .isGreaterThan(40);
            assertThat(csv).content().contains("it carries revision");
        }
    }

    @Test
    void aCrashOfARealSessionAndItsLastMoments() {
        try (var window = OpenWindow.on(SharedJournals.copy("session-20k.db", folder), 1000, 700)) {
            window.reveal(777);
            window.press(KeyCode.CONTROL, KeyCode.DIGIT3);
            window.click("#recovery-tab-crash");
            window.awaitText("#crashRouter", "comes back with 78 params with another value");
            window.screenshots("recovery-crash");
            window.click("#recovery-tab-moments");
            window.awaitText("#momentsSummary", "777 entries");
            window.click("#span-1");
            window.settle();
            window.screenshots("recovery-moments");
            assertThat(window.sees("#momentsTable .scroll-bar:horizontal"))
                    .as("columns out of sight")
                    .isFalse();
        }
    }

    /// What stands at the right is about the row that stands out at the left.
    @Test
    void whatIsSelectedOnThePageThatIsShownIsExplained() {
        try (var window = OpenWindow.on(SharedJournals.copy("session-20k.db", folder), 1280, 800)) {
            window.reveal(777);
            window.press(KeyCode.CONTROL, KeyCode.DIGIT3);
            window.click("#recovery-tab-crash");
            window.awaitText("#crashRouter", "comes back with 78 params with another value");
            window.clickNth("#lossTable .table-row-cell", 3);
            window.settle();
            String lost = selected(window, "#lossTable");
            assertThat(window.text("#whyTitle")).isEqualTo(lost);

            window.click("#recovery-tab-compare");
            window.settle();
            awaitRows(window, "#differenceTable", 10);
            window.settle();
            String compared = selected(window, "#differenceTable");
            assertThat(compared).isNotEqualTo(lost);
            assertThat(window.text("#whyTitle")).isEqualTo(compared);
            window.screenshots("recovery-compare-why");

            window.click("#recovery-tab-crash");
            window.settle();
            assertThat(window.text("#whyTitle")).as("back again").isEqualTo(lost);
        }
    }

    private static String selected(OpenWindow window, String table) {
        return window.texts(table + " .table-row-cell:selected .address").getFirst();
    }

    @Test
    void theLastMomentsSayWhereTheClockWasSetBack() throws Exception {
        Path file = SharedJournals.copy("session-20k.db", folder);
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            statement.execute("UPDATE journal_entries SET timestamp = timestamp - 3600000000 WHERE seq > 700");
        }
        try (var window = OpenWindow.on(file, 1000, 700)) {
            window.reveal(777);
            window.press(KeyCode.CONTROL, KeyCode.DIGIT3);
            window.click("#recovery-tab-moments");
            window.awaitText("#momentsSummary", "777 entries");
            window.awaitText("#momentsSummary", "set back meanwhile, by 3,599.9");
            window.settle();
            window.screenshots("recovery-moments-clock");
        }
    }

    @Test
    void theProblemsOfTheEdgeCasesAreListedAndReported() throws Exception {
        Path report = folder.resolve("report.html");
        try (var window = OpenWindow.on(SharedJournals.copy("edge.db", folder), 1000, 700)) {
            window.press(KeyCode.CONTROL, KeyCode.DIGIT3);
            window.click("#recovery-tab-problems");
            awaitRows(window, "#problemTable", 5);
            window.press(KeyCode.SHIFT, KeyCode.F8);
            window.settle();
            window.click("#problemTable .table-row-cell");
            window.settle();
            window.screenshots("recovery-problems");
            window.willSave(report);
            window.click("#saveReport");
            window.awaitText("#reportResult", "written to report.html");
            assertThat(report).content().startsWith("<!DOCTYPE html>");
            Path array = folder.resolve("report.json");
            window.willSave(array);
            window.click("#saveReport");
            window.awaitText("#reportResult", "written to report.json");
            var problems = new ObjectMapper().readTree(array.toFile());
            assertThat(problems).anySatisfy(problem -> {
                assertThat(problem.get("kind").textValue()).isEqualTo("unreadableSnapshot");
                assertThat(problem.get("severity").textValue()).isEqualTo("error");
            });
            assertThat(window.text("#reportResult")).startsWith(problems.size() + " problems");
        }
    }

    @Test
    void twoJournalsAreComparedFromWhereTheyPart() throws Exception {
        Path one = SharedJournals.copy("session-20k.db", folder);
        Path other = GeneratedJournal.in(folder.resolve("other.db"), 300);
        try (var window = OpenWindow.on(one, 1000, 700)) {
            window.press(KeyCode.CONTROL, KeyCode.DIGIT3);
            window.click("#recovery-tab-pair");
            window.settle();
            assertThat(window.find("#firstDivergence").isDisabled()).isTrue();
            assertThat(window.find("#nextDivergence").isDisabled()).isTrue();
            window.robot().moveTo(window.find("#nextDivergence"));
            window.awaitText(".tooltip", "Open another journal first");
            window.screenshots("recovery-pair-alone");
            window.willOpen(other);
            window.click("#pairOther");
            window.awaitText("#pairSummary", "They part at seq 1");
            window.settle();
            assertThat(window.find("#firstDivergence").isDisabled()).isFalse();
            assertThat(window.find("#nextDivergence").isDisabled()).isFalse();
            window.screenshots("recovery-pair");
        }
    }

    @Test
    void theFilesOfACrashedWriterAreShownToBeUntouched() throws Exception {
        Path file = SharedJournals.copy("unclean-stop/live.db", folder);
        SharedJournals.copy("unclean-stop/live.db-wal", folder);
        try (var window = OpenWindow.on(file, 1000, 700)) {
            window.press(KeyCode.CONTROL, KeyCode.DIGIT3);
            window.click("#recovery-tab-evidence");
            window.awaitText("#evidenceVerdict", "Every original file is untouched.");
            window.settle();
            window.screenshots("recovery-evidence");
        }
    }

    @Test
    void aFileThatThisProgramCompactedIsNotSaidToBeUntouched() {
        Path journal = SharedJournals.copy("session-20k.db", folder);
        try (var window = OpenWindow.on(journal, 1000, 700)) {
            window.click("#command-compact");
            window.awaitText("#proof-documented", "params come back");
            window.settle();
            window.click("#understood");
            window.click("#compact");
            window.awaitText("#verified", "Checked again");
            window.press(KeyCode.ESCAPE);
            window.press(KeyCode.CONTROL, KeyCode.DIGIT3);
            window.click("#recovery-tab-evidence");
            window.awaitText("#evidenceVerdict", "Not untouched: changed by this program itself (compaction at ");
            window.settle();
            window.screenshots("recovery-evidence-own");
        }
    }

    @Test
    void aSmallWindowHasRoomForTableAndState() {
        try (var window = OpenWindow.on(SharedJournals.copy("session-20k.db", folder), 800, 600)) {
            window.press(KeyCode.CONTROL, KeyCode.DIGIT3);
            window.settle();
            window.screenshots("recovery-small");
            assertThat(window.sees("#entryTable")).isTrue();
            assertThat(window.sees("#stateTable")).isTrue();
        }
    }

    @Test
    void aPageOfTheRecoveryViewThatIsOpenDuringACompactionTellsOfTheCompactedJournal() {
        try (var window = OpenWindow.on(SharedJournals.copy("session-20k.db", folder), 1000, 700)) {
            window.press(KeyCode.CONTROL, KeyCode.DIGIT3);
            window.click("#recovery-tab-evidence");
            window.awaitText("#evidenceVerdict", "Every original file is untouched.");
            window.click("#command-compact");
            window.fill("#cut-seq-text", "15000");
            window.awaitText("#compact", "14,999 entries");
            window.awaitText("#proof-documented", "params come back");
            window.settle();
            window.click("#understood");
            window.click("#compact");
            window.find("#backupDone");
            window.click("#close");
            window.awaitText("#evidenceVerdict", "changed by this program itself (compaction at ");
            window.settle();
            window.screenshots("recovery-evidence-compacted");
        }
    }

    @Test
    void aCompactionCanBeLedToItsEndInASmallWindow() {
        Path journal = SharedJournals.copy("session-20k.db", folder);
        for (int[] size : new int[][] {{1024, 700}, {800, 600}}) {
            try (var window = OpenWindow.on(journal, size[0], size[1])) {
                window.click("#command-compact");
                window.awaitText("#proof-documented", "params come back");
                window.settle();
                window.screenshots("compaction-" + size[0]);
                var compact = window.find("#compact");
                var below = FxStage.call(() -> compact.localToScene(compact.getBoundsInLocal()));
                assertThat(below.getMaxY()).isLessThanOrEqualTo(size[1]);
                assertThat(below.getMaxX()).isLessThanOrEqualTo(size[0]);
                window.press(KeyCode.ESCAPE);
            }
        }
    }

    @Test
    void aRowOfTheComparisonLeadsToItsEntry() {
        try (var window = OpenWindow.on(SharedJournals.copy("session-20k.db", folder), 800, 600)) {
            window.press(KeyCode.CONTROL, KeyCode.DIGIT3);
            window.click("#recovery-tab-compare");
            awaitRows(window, "#differenceTable", 1_000);
            window.click("#differenceTable .table-row-cell");
            window.press(KeyCode.ENTER);
            window.settle();
            assertThat(window.text("#cursorPlace")).doesNotContain("20000 of");
            window.screenshots("recovery-compare-small");
        }
    }

    @Test
    @OwnLanguage
    void aComparisonSaysThatTheNewestSnapshotCannotBeLoaded() throws Exception {
        Path edge = SharedJournals.copy("edge.db", folder);
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + edge);
                Statement statement = connection.createStatement()) {
            statement.execute("DELETE FROM snapshots WHERE id = 2");
        }
        for (int[] size : new int[][] {{1000, 700}, {800, 600}}) {
            try (var window = OpenWindow.on(edge, size[0], size[1])) {
                window.press(KeyCode.CONTROL, KeyCode.DIGIT3);
                window.click("#recovery-tab-compare");
                window.awaitText("#compareNotes", "the newest by then, cannot be loaded");
                window.settle();
                window.screenshots("recovery-compare-note-" + size[0]);
                assertThat(window.text("#compareNotes")).contains("clasp-router begins with nothing");
                assertThat(window.find("#differenceTable").getBoundsInLocal().getHeight())
                        .isGreaterThan(55);
                assertThat(window.find("#compareNotes").getBoundsInLocal().getHeight())
                        .as("two lines at least")
                        .isGreaterThan(34);
            }
        }
        Locale.setDefault(Locale.GERMANY);
        try (var window = OpenWindow.on(edge, 800, 600)) {
            window.press(KeyCode.CONTROL, KeyCode.DIGIT3);
            window.click("#recovery-tab-compare");
            window.find("#compareNotes");
            window.settle();
            window.screenshots("recovery-compare-note-german");
        }
    }

    @Test
    void theSliderAndTheChainOfEntriesMoveTheCursor() {
        try (var window = OpenWindow.on(SharedJournals.copy("session-20k.db", folder), 1000, 700)) {
            window.press(KeyCode.CONTROL, KeyCode.DIGIT3);
            window.settle();
            window.drag(window.find("#cursorSlider"), 0.98, 0.5);
            window.settle();
            assertThat(window.text("#cursorPlace")).doesNotContain("20000 of");
            window.reveal(18_339);
            window.awaitText("#cursorPlace", "18339 of 20000");
            window.awaitText("#whySummary", "set by entry 18339");
            window.clickNth("#whyChain .list-cell", 1);
            window.awaitText("#cursorPlace", "17843 of 20000");
            window.awaitText("#whySummary", "set by entry 17843");
        }
    }

    @Test
    void eachPageOfTheViewIsMadeWhenItIsFirstAskedFor() {
        try (var window = OpenWindow.on(GeneratedJournal.in(folder.resolve("show.db"), 1), 1000, 700)) {
            window.press(KeyCode.CONTROL, KeyCode.DIGIT3);
            window.awaitText("#cursorPlace", "seq 1 of 1");
            var tabs = (TabPane) window.find("#recoveryTabs");
            assertThat(made(tabs)).containsExactly("recovery-tab-state");
            window.click("#recovery-tab-crash");
            window.find("#crashDocumented");
            assertThat(made(tabs)).containsExactly("recovery-tab-state", "recovery-tab-crash");

            var slider = (Slider) window.find("#cursorSlider");
            assertThat(slider.getValue()).as("at the only entry, the last").isEqualTo(slider.getMax());
        }
    }

    private static List<String> made(TabPane tabs) {
        return FxStage.call(() -> tabs.getTabs().stream()
                .filter(tab -> tab.getContent() != null)
                .map(Tab::getId)
                .toList());
    }

    @Test
    void anEmptyJournalAndOneThatVanishesSayWhatIsTheMatter() throws Exception {
        Path file = GeneratedJournal.in(folder.resolve("empty.db"), 0);
        try (var window = OpenWindow.on(file, 1000, 700)) {
            window.press(KeyCode.CONTROL, KeyCode.DIGIT3);
            window.settle();
            window.awaitText("#cursorPlace", "There are no entries yet.");
            window.awaitText("#recoveryView .hint", "no moment to look at yet");
            window.screenshots("recovery-empty");
        }
        Path gone = SharedJournals.copy("session-20k.db", folder);
        try (var window = OpenWindow.on(gone, 1000, 700)) {
            Files.move(gone, folder.resolve("elsewhere.db"), StandardCopyOption.ATOMIC_MOVE);
            window.press(KeyCode.CONTROL, KeyCode.DIGIT3);
            window.settle();
            window.awaitText("#cursorMessage", "no longer at");
            window.screenshots("recovery-gone");
            window.dismissNotices();
        }
    }

    @Test
    void theTextFollowsTheCrashPointWhileItIsDragged() {
        try (var window = OpenWindow.on(SharedJournals.copy("session-20k.db", folder), 1000, 700)) {
            window.press(KeyCode.CONTROL, KeyCode.DIGIT3);
            window.click("#recovery-tab-crash");
            window.awaitText("#crashDocumented", "right after seq 20000");
            window.drag(window.find("#cursorSlider"), 0.98, 0.5);
            window.settle();
            String there = window.text("#cursorPlace").replace("seq ", "").replace(" of 20000", "");
            assertThat(there).isNotEqualTo("20000");
            window.awaitText("#crashDocumented", "right after seq " + there + ":");
            window.press(KeyCode.F7);
            window.press(KeyCode.SHIFT, KeyCode.F7);
            window.settle();
            window.awaitText("#crashDocumented", "right after seq " + there + ":");
        }
    }

    @Test
    void problemsArePaintedBesideTheScrollBarAndInTheTimeline() {
        try (var window = OpenWindow.on(SharedJournals.copy("edge.db", folder), 1000, 700)) {
            int beside = red(window, ".entry-table .scroll-marks");
            int line = red(window, ".timeline .strip");
            window.press(KeyCode.CONTROL, KeyCode.DIGIT3);
            window.click("#recovery-tab-problems");
            awaitRows(window, "#problemTable", 5);
            window.settle();
            assertThat(red(window, ".entry-table .scroll-marks")).isGreaterThan(beside);
            assertThat(red(window, ".timeline .strip")).isGreaterThan(line);
        }
    }

    @Test
    void aJournalOfWhichEverythingWasCompactedShowsItsSnapshot() throws Exception {
        Path file = SharedJournals.copy("session-20k.db", folder);
        try (var database = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = database.createStatement()) {
            statement.executeUpdate("DELETE FROM journal_entries");
        }
        try (var window = OpenWindow.on(file, 1000, 700)) {
            window.press(KeyCode.CONTROL, KeyCode.DIGIT3);
            window.awaitText("#cursorPlace", "all entries up to seq 20000 compacted away");
            window.awaitText(".table-notice .hint", "All entries up to seq 20000 were compacted away.");
            window.awaitText("#stateSummary", "from snapshot");
            awaitRows(window, "#stateTable", 5);
            window.click("#stateTable .table-row-cell");
            window.awaitText("#whySummary", "as the snapshot has it");
            window.screenshots("recovery-compacted");
        }
    }

    @Test
    void theKeyOfHmacsIsAskedForAndAWrongOneIsSaid() {
        Path edge = SharedJournals.copy("edge.db", folder);
        for (int[] size : new int[][] {{1000, 700}, {800, 600}}) {
            try (var window = OpenWindow.on(edge, size[0], size[1])) {
                window.press(KeyCode.CONTROL, KeyCode.DIGIT3);
                window.click("#recovery-tab-problems");
                awaitRows(window, "#problemTable", 5);
                window.click("#askHmacKey");
                assertThat(window.focusIsWithin("#hmacKey")).isTrue();
                window.screenshots("recovery-hmac-" + size[0]);
                window.type("abc");
                window.press(KeyCode.ENTER);
                window.settle();
                window.screenshots("recovery-hmac-wrong-" + size[0]);
                assertThat(window.text("#hmacResult")).isNotEmpty();
                Node error = window.find("#problemTable .table-row-cell.error .severity");
                assertThat(((Labeled) window.find("#hmacResult")).getTextFill())
                        .isEqualTo(((Labeled) error).getTextFill());
            }
        }
    }

    /// How many pixels there are in the colour of errors.
    private static int red(OpenWindow window, String canvas) {
        Node node = window.find(canvas);
        return FxStage.call(() -> {
            Bounds at = node.localToScene(node.getBoundsInLocal());
            var pixels = Screenshots.of(node.getScene()).getPixelReader();
            int found = 0;
            for (int y = (int) at.getMinY(); y < (int) at.getMaxY(); y++) {
                for (int x = (int) at.getMinX(); x < (int) at.getMaxX(); x++) {
                    Color colour = pixels.getColor(x, y);
                    if (colour.getRed() > 0.7 && colour.getGreen() < 0.3 && colour.getBlue() < 0.3) {
                        found++;
                    }
                }
            }
            return found;
        });
    }

    private static void awaitRows(OpenWindow window, String selector, int more) {
        var table = (TableView<?>) window.find(selector);
        FxStage.await("rows in " + selector, () -> table.getItems().size() > more);
    }
}
