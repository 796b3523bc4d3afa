package clasp.journal.app;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.testing.ClaspClient;
import clasp.journal.testing.FxStage;
import java.nio.file.Path;
import javafx.scene.input.Clipboard;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A relay is connected to, a router recorded, a session hosted, by clicks alone: real ones, over sockets. Typed are an
/// address, a port, a token and a pattern, which nobody can point at; files are chosen in the system's own dialogs.
@Tag("thorough")
class MouseRouterJobsTest {
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
            var mouse = new MouseAlone(window);
            mouse.click("#command-connect");
            mouse.typeOver("#connectUrl", relay.httpAddress());
            mouse.typeOver("#connectToken", ServedJournal.TOKEN);
            mouse.typeOver("#connectPattern", "/lumen/**");
            mouse.click("#connectTypes");
            mouse.click("#connectType-param");
            mouse.click("#connectTypes");
            window.awaitGone("#connectType-param");
            mouse.click("#connectLast");
            mouse.click(".combo-box-popup .list-cell", "10 minutes ago");
            mouse.click("#connectTest");
            window.awaitText("#connectOutcome", "up to seq 45");
            window.screenshots("mouse-connect");
            mouse.click("#connectOpen");
            window.awaitText(".status-line .label", "5 entries");
            window.awaitText(".status-line .label", "live · ");
            window.settle();
            assertThat(window.textsInFront(".entry-cell.seq")).containsExactly("31", "32", "33", "34", "35");

            relay.append("/lumen/", "param", 1, ServedJournal.now());
            window.awaitText(".entry-cell.seq", "46");
            mouse.closeTab();
            window.awaitGone(".entry-table");
        }
    }

    @Test
    void anAddressAndATokenThatWereWrongAreEnteredAnew() {
        try (var relay = new ServedJournal();
                var window = OpenWindow.empty(1000, 700)) {
            relay.append("/lumen/", "param", 30, ServedJournal.LONG_AGO);
            var mouse = new MouseAlone(window);
            mouse.click("#command-connect");
            mouse.typeOver("#connectUrl", ServedJournal.nobody());
            mouse.typeOver("#connectToken", "guess");
            mouse.click("#connectOpen");
            mouse.click("#openingAddress");
            mouse.typeOver("#connectUrl", relay.httpAddress());
            mouse.click("#connectOpen");
            mouse.click("#openingToken");
            mouse.typeOver("#anotherToken", ServedJournal.TOKEN);
            mouse.click("#tokenUse");
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
            var mouse = new MouseAlone(window);
            mouse.click("#command-record");
            mouse.typeOver("#recordUrl", router.address());
            mouse.typeOver("#recordToken", ServedJournal.TOKEN);
            mouse.click("#recordHistory");
            window.willSave(recorded);
            mouse.click("#recordBrowse");
            window.screenshots("mouse-record");
            mouse.click("#recordStart");
            window.awaitText("#recordingState", "Recording");
            window.awaitText("#recordingFacts", "2 entries");
            client.set("/lumen/0", 2);
            window.awaitText("#recordingFacts", "3 entries");
            window.awaitText(".entry-cell.seq", "3");

            mouse.click("#recordingStop");
            window.awaitText("#recordingState", "Recording stopped");
            client.set("/lumen/0", 3);
            window.willSave(saved);
            mouse.click("#recordingSave");
            mouse.closeTab();
            window.awaitGone("#recordingState");
        }
        assertThat(ServedJournal.entriesIn(recorded)).isEqualTo(3);
        assertThat(ServedJournal.entriesIn(saved)).isEqualTo(3);
    }

    @Test
    void aSessionIsHostedInAFileGivenToAClientAndStopped() throws Exception {
        Path file = folder.resolve("session.db");
        try (var window = OpenWindow.empty(1000, 700)) {
            var mouse = new MouseAlone(window);
            mouse.click("#command-host");
            mouse.typeOver("#hostPort", "0");
            mouse.typeOver("#hostHttpPort", "0");
            window.willSave(file);
            mouse.click("#hostBrowse");
            window.screenshots("mouse-host");
            mouse.click("#hostStart");
            window.awaitText("#hostTraffic", "no clients");
            mouse.click("#hostCopy");
            try (var client = new ClaspClient(copied(), null)) {
                client.set("/lumen/0", 1);
                client.set("/lumen/1", 1);
                window.awaitText(".status-line .label", "2 entries");
                window.awaitText("#hostTraffic", "1 client");
                mouse.click("#hostClients");
                window.find(".guests-pane .label", "test");
                mouse.click("#hostClients");
                window.awaitGone(".guests-pane");
                mouse.click("#hostStop");
                window.awaitText("#question .sentence", "One client is connected");
                mouse.click("#questionNo");
                window.awaitGone("#question");
                client.set("/lumen/1", 2);
                window.awaitText(".status-line .label", "3 entries");
                mouse.click("#hostStop");
                mouse.click("#questionYes");
                window.awaitText("#hostState", "Stopped");
            }
            mouse.click("#command-snapshots");
            window.awaitText(".state-cell .name", "Snapshot 1");
            mouse.closeTab();
            window.awaitGone("#hostStrip");
        }
        assertThat(ServedJournal.entriesIn(file)).isEqualTo(3);
    }

    private static String copied() {
        return FxStage.call(() -> Clipboard.getSystemClipboard().getString());
    }
}
