package clasp.journal.app;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.testing.ClaspClient;
import clasp.journal.testing.FxStage;
import java.nio.file.Path;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A relay is connected to, a router recorded, a session hosted, without the mouse: real ones, over sockets.
@Tag("thorough")
class KeyboardRouterJobsTest {
    @TempDir
    private Path folder;

    @Test
    void aRelayIsConnectedToInPartAndFollowed() {
        try (var relay = new ServedJournal();
                var window = OpenWindow.empty(1000, 700)) {
            relay.append("/lumen/", "param", 30, ServedJournal.LONG_AGO);
            relay.append("/lumen/", "param", 5, ServedJournal.now());
            relay.append("/lumen/", "event", 5, ServedJournal.now());
            relay.append("/audio/", "param", 5, ServedJournal.now());
            var keyboard = new KeyboardAlone(window);
            keyboard.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.R);
            assertThat(window.focusIsWithin("#connectUrl")).isTrue();
            window.type(relay.httpAddress());
            keyboard.fill("#connectToken", ServedJournal.TOKEN);
            keyboard.fill("#connectPattern", "/lumen/**");
            keyboard.activate("#connectTypes");
            window.find("#connectType-param");
            keyboard.press(KeyCode.SPACE);
            keyboard.press(KeyCode.ENTER);
            assertThat(window.text("#connectTypes")).isEqualTo("param");
            keyboard.tabTo("#connectLast");
            keyboard.press(KeyCode.DOWN);
            keyboard.activate("#connectTest");
            window.awaitText("#connectOutcome", "up to seq 45");
            window.screenshots("keyboard-connect");
            keyboard.activate("#connectOpen");
            window.awaitText(".status-line .label", "5 entries");
            window.awaitText(".status-line .label", "live · ");
            window.settle();
            assertThat(window.textsInFront(".entry-cell.seq")).containsExactly("31", "32", "33", "34", "35");
            assertThat(window.focusIsWithin(".entry-table")).isTrue();

            relay.append("/lumen/", "param", 1, ServedJournal.now());
            window.awaitText(".entry-cell.seq", "46");
            keyboard.press(KeyCode.CONTROL, KeyCode.W);
            window.awaitGone(".entry-table");
        }
    }

    @Test
    void anAddressAndATokenThatWereWrongAreEnteredAnew() {
        try (var relay = new ServedJournal();
                var window = OpenWindow.empty(1000, 700)) {
            relay.append("/lumen/", "param", 30, ServedJournal.LONG_AGO);
            var keyboard = new KeyboardAlone(window);
            keyboard.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.R);
            window.type(ServedJournal.nobody());
            keyboard.fill("#connectToken", "guess");
            window.press(KeyCode.ENTER);
            keyboard.activate("#openingAddress");
            window.find("#connectUrl");
            window.settle();
            window.type(relay.httpAddress());
            window.press(KeyCode.ENTER);
            keyboard.activate("#openingToken");
            window.find("#anotherToken");
            window.type(ServedJournal.TOKEN);
            window.press(KeyCode.ENTER);
            window.awaitText(".status-line .label", "30 entries");
        }
    }

    @Test
    void aRouterIsRecordedIntoAFileStoppedAndSaved() throws Exception {
        Path recorded = folder.resolve("recorded.db");
        Path saved = folder.resolve("saved.db");
        try (var router = new ServedJournal();
                var client = new ClaspClient(router.url(), ServedJournal.TOKEN);
                var window = OpenWindow.empty(1000, 700)) {
            client.set("/lumen/0", 1);
            client.set("/lumen/1", 1);
            var keyboard = new KeyboardAlone(window);
            keyboard.press(KeyCode.CONTROL, KeyCode.R);
            assertThat(window.focusIsWithin("#recordUrl")).isTrue();
            window.type(router.address());
            keyboard.fill("#recordToken", ServedJournal.TOKEN);
            keyboard.activate("#recordHistory");
            keyboard.tabTo("#recordToMemory");
            keyboard.press(KeyCode.DOWN);
            keyboard.fill("#recordFile", recorded.toString());
            window.screenshots("keyboard-record");
            window.press(KeyCode.ENTER);
            window.awaitText("#recordingState", "Recording");
            window.awaitText("#recordingFacts", "2 entries");
            client.set("/lumen/0", 2);
            window.awaitText("#recordingFacts", "3 entries");
            window.awaitText(".entry-cell.seq", "3");

            keyboard.activate("#recordingStop");
            window.awaitText("#recordingState", "Recording stopped");
            client.set("/lumen/0", 3);
            window.willSave(saved);
            keyboard.activate("#recordingSave");
            window.settle();
            keyboard.press(KeyCode.CONTROL, KeyCode.W);
            window.awaitGone("#recordingState");
        }
        assertThat(ServedJournal.entriesIn(recorded)).isEqualTo(3);
        assertThat(ServedJournal.entriesIn(saved)).isEqualTo(3);
    }

    @Test
    void aSessionIsHostedInAFileGivenToAClientAndStopped() throws Exception {
        Path file = folder.resolve("session.db");
        try (var window = OpenWindow.empty(1000, 700)) {
            var keyboard = new KeyboardAlone(window);
            keyboard.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.H);
            keyboard.fill("#hostPort", "0");
            keyboard.fill("#hostHttpPort", "0");
            keyboard.tabTo("#hostInMemory");
            keyboard.press(KeyCode.DOWN);
            keyboard.fill("#hostFile", file.toString());
            window.screenshots("keyboard-host");
            window.press(KeyCode.ENTER);
            window.awaitText("#hostTraffic", "no clients");
            window.settle();
            keyboard.activate("#hostCopy");
            try (var client = new ClaspClient(copied(), null)) {
                client.set("/lumen/0", 1);
                client.set("/lumen/1", 1);
                window.awaitText(".status-line .label", "2 entries");
                window.awaitText("#hostTraffic", "1 client");
                keyboard.activate("#hostClients");
                window.find(".guests-pane .label", "test");
                keyboard.press(KeyCode.ESCAPE);
                window.awaitGone(".guests-pane");
                keyboard.activate("#hostStop");
                window.awaitText("#question .sentence", "One client is connected");
                keyboard.press(KeyCode.ESCAPE);
                window.awaitGone("#question");
                client.set("/lumen/1", 2);
                window.awaitText(".status-line .label", "3 entries");
                keyboard.activate("#hostStop");
                keyboard.activate("#questionYes");
                window.awaitText("#hostState", "Stopped");
            }
            keyboard.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.S);
            window.awaitText(".state-cell .name", "Snapshot 1");
            keyboard.press(KeyCode.CONTROL, KeyCode.W);
            window.awaitGone("#hostStrip");
        }
        assertThat(ServedJournal.entriesIn(file)).isEqualTo(3);
    }

    private static String copied() {
        return FxStage.call(() -> Clipboard.getSystemClipboard().getString());
    }
}
