package clasp.journal.app;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.model.Entry;
import clasp.journal.testing.FxStage;
import clasp.journal.testing.JournalFiles;
import clasp.journal.testing.JournalRows;
import clasp.journal.testing.SharedJournals;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A second journal in the recovery view, whose file others write to.
class OtherJournalWindowTest {
    @TempDir
    private Path folder;

    @Test
    void whatIsWrittenToItAndWhatTakesItsPlaceIsSeen() throws Exception {
        Path one = SharedJournals.copy("session-20k.db", folder);
        Path other = Files.copy(one, folder.resolve("other.db"));
        try (var window = OpenWindow.on(one, 1000, 700)) {
            window.press(KeyCode.CONTROL, KeyCode.DIGIT3);
            window.click("#recovery-tab-pair");
            window.willOpen(other);
            window.click("#pairOther");
            window.awaitText("#pairSummary", "20,000 entries are alike");
            write(
                    other,
                    "INSERT INTO journal_entries (author, address, value_json, revision, timestamp, msg_type,"
                            + " signal_type) SELECT author, address, value_json, revision, timestamp, msg_type,"
                            + " signal_type FROM journal_entries WHERE seq = 20000");
            window.find("#pairOutdated");
            window.screenshots("recovery-pair-outdated");
            window.click("#pairOutdated");
            window.awaitText("#pairSummary", "They part at seq 20001");
            window.awaitGone("#pairOutdated");

            write(other, "DELETE FROM journal_entries WHERE seq < 10");
            window.awaitText("#pairSummary", "They part at seq 1");

            Path next = JournalFiles.write(
                    folder.resolve("next.db"), JournalRows.entries(one).subList(0, 5));
            Files.move(next, other, StandardCopyOption.REPLACE_EXISTING);
            window.awaitText("#pairSummary", "They part at seq 6");

            Files.writeString(folder.resolve("none.db"), "no journal");
            Files.move(folder.resolve("none.db"), other, StandardCopyOption.REPLACE_EXISTING);
            window.awaitText(".pair-pane .other-message", "“other.db” is no SQLite database");
            Node message = window.find(".pair-pane .other-message");
            assertThat(message.getBoundsInParent().getMaxX())
                    .as("right end of the message")
                    .isLessThanOrEqualTo(1_000);
            window.screenshots("recovery-pair-unreadable");
        }
    }

    /// As when a router's journal was begun anew in the middle of a show.
    @Test
    void fiveThousandEntriesThatItLacksArePassedInOneStepByKeyboard() {
        Path one = GeneratedJournal.in(folder.resolve("show.db"), 9_000);
        List<Entry> later = JournalRows.entries(one).subList(5_000, 9_000).stream()
                .map(entry -> entry.withSeq(entry.seq() - 5_000))
                .map(entry -> entry.seq() == 3_000 ? entry.withValueJson("\"other\"") : entry)
                .toList();
        Path other = JournalFiles.write(folder.resolve("begun-anew.db"), later);
        try (var window = OpenWindow.on(one, 800, 600)) {
            window.press(KeyCode.CONTROL, KeyCode.DIGIT3);
            window.click("#recovery-tab-pair");
            window.willOpen(other);
            window.click("#pairOther");
            window.awaitText("#pairSummary", "They part at seq 1");
            window.click("#align-time");
            window.awaitText("#pairSummary", "They part at seq 1 here");
            window.press(KeyCode.ALT, KeyCode.DOWN);
            window.awaitText(
                    "#pairSummary",
                    "They meet again at seq 5001 here and 1 there and part again at seq 8000 here and 3000" + " there");
            window.screenshots("recovery-pair-next");
            window.press(KeyCode.ALT, KeyCode.DOWN);
            window.awaitText("#pairSummary", "do not part any more: all 1,000 entries");
            window.press(KeyCode.ALT, KeyCode.UP);
            window.awaitText("#pairSummary", "part again at seq 8000");
            assertThat(window.focusIsWithin(".pair-pane")).isTrue();
        }
    }

    @Test
    void inASmallWindowAddressesHaveTheRoomAndWhatIsCutIsTheirMiddle() {
        Path one = GeneratedJournal.in(folder.resolve("show.db"), 900);
        Path other = JournalFiles.write(
                folder.resolve("other.db"),
                JournalRows.entries(one).stream()
                        .map(entry -> entry.seq() == 800 ? entry.withValueJson("\"other\"") : entry)
                        .toList());
        for (int[] size : new int[][] {{800, 600}, {1024, 700}, {1440, 900}}) {
            try (var window = OpenWindow.on(one, size[0], size[1])) {
                window.press(KeyCode.CONTROL, KeyCode.DIGIT3);
                window.click("#recovery-tab-pair");
                window.willOpen(other);
                window.click("#pairOther");
                window.awaitText("#pairSummary", "They part at seq 800");
                window.settle();
                window.screenshots("recovery-pair-addresses-" + size[0]);
                var table = (TableView<?>) window.find("#pairTable");
                List<Double> widths = FxStage.call(() -> table.getVisibleLeafColumns().stream()
                        .filter(column -> column.getStyleClass().contains("address"))
                        .map(column -> column.getWidth())
                        .toList());
                assertThat(widths).as("in a window of " + size[0]).hasSize(2).allMatch(width -> width >= 130);
                assertThat(FxStage.<Boolean>call(
                                () -> table.getColumns().getFirst().isVisible()))
                        .as("the time, where there is room for it")
                        .isEqualTo(size[0] > 800);
                assertThat(FxStage.call(() -> table.lookupAll(".table-cell.address").stream()
                                .map(cell -> ((Labeled) cell).getTextOverrun())
                                .toList()))
                        .isNotEmpty()
                        .containsOnly(OverrunStyle.CENTER_ELLIPSIS);
            }
        }
    }

    /// As of two machines whose clocks are apart.
    @Test
    void inSmallWindowsItIsReadWholeThatTimesAreShiftedAndTheWayOutCanBeSeen() {
        Path one = GeneratedJournal.in(folder.resolve("show.db"), 900);
        Path other = JournalFiles.write(
                folder.resolve("the-other-machine.db"),
                JournalRows.entries(one).stream()
                        .map(entry -> entry.withTimestampMicros(entry.timestampMicros() - 83_250_001))
                        .toList());
        for (int[] size : new int[][] {{1024, 700}, {800, 600}}) {
            try (var window = OpenWindow.on(one, size[0], size[1])) {
                window.press(KeyCode.CONTROL, KeyCode.DIGIT3);
                window.click("#recovery-tab-pair");
                window.willOpen(other);
                window.click("#pairOther");
                window.awaitText("#pairSummary", "They part at seq 1");
                window.settle();
                window.screenshots("recovery-pair-by-seq-" + size[0]);
                window.click("#align-time");
                window.awaitText("#pairShift", "all 900 entries from here on differ only in time");
                assertThat(window.text("#pairShift")).contains("all by \u22121 min 23.250001 s there");
                new KeyboardAlone(window).tabTo("#pairShift");
                window.settle();
                window.screenshots("recovery-pair-shifted-" + size[0]);
                Bounds link = inScene(window, "#pairShift");
                Bounds pane = inScene(window, ".pair-pane");
                assertThat(link.getMinX() - pane.getMinX())
                        .as("room for the ring")
                        .isGreaterThanOrEqualTo(2);
                assertThat(pane.getMaxX() - link.getMaxX()).isGreaterThanOrEqualTo(2);
                assertThat(inScene(window, "#pairTable").getMinY() - link.getMaxY())
                        .isGreaterThanOrEqualTo(2);
                assertThat(inScene(window, "#pairTable").getHeight())
                        .as("a heading and three rows")
                        .isGreaterThan(4 * 24);
                window.press(KeyCode.SPACE);
                window.awaitText("#pairSummary", "They part at seq 1");
                assertThat(window.sees("#pairShift")).isFalse();
            }
        }
    }

    private static Bounds inScene(OpenWindow window, String selector) {
        Node node = window.find(selector);
        return FxStage.call(() -> node.localToScene(node.getLayoutBounds()));
    }

    private static void write(Path file, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
