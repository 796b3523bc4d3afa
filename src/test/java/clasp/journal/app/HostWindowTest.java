package clasp.journal.app;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.router.core.Messages;
import clasp.journal.settings.Settings;
import clasp.journal.store.Cancellation;
import clasp.journal.store.JournalReader;
import clasp.journal.store.Progress;
import clasp.journal.store.sqlite.SqliteJournals;
import clasp.journal.testing.ClaspClient;
import clasp.journal.testing.ForeignWriter;
import clasp.journal.testing.FxStage;
import clasp.journal.testing.SharedJournals;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A session that is hosted in the window, with real clients.
@Tag("thorough")
class HostWindowTest {
    private static final String TOKEN = "h0st-s3cret";

    @TempDir
    private Path folder;

    /// Opens the dialog and has it listen on free ports.
    /// What the router holds, not what its journal would lead to.
    @Test
    void theLiveStateOfAHostedSessionIsItsRoutersOwn() throws Exception {
        try (var window = OpenWindow.empty(1000, 700)) {
            HostDialog.host(window);
            try (var client = new ClaspClient(HostDialog.url(window, "ws://"), null)) {
                client.set("/lumen/0", 1);
                client.set("/lumen/1", 2);
                client.set("/lumen/1", 3);
                window.awaitText(".status-line .label", "3 entries");
                window.reveal(1);
                window.press(KeyCode.CONTROL, KeyCode.DIGIT3);
                window.click("#recovery-tab-compare");
                window.settle();
                window.choose("#compareRight", "live state of the router");
                window.awaitText("#difference-extra", "extra: 1");
                window.screenshots("recovery-live");
                client.set("/lumen/2", 4);
                window.awaitText("#difference-extra", "extra: 2");
            }
        }
    }

    @Test
    void aHostedSessionShowsWhatItsClientsSendAndStaysAfterItWasStopped() throws Exception {
        try (var window = OpenWindow.empty(800, 600)) {
            HostDialog.open(window);
            window.fill("#hostToken", TOKEN);
            window.screenshots("window-host-dialog");
            window.click("#hostStart");
            window.awaitText("#hostTraffic", "no clients");

            try (var client = new ClaspClient(HostDialog.url(window, "ws://"), TOKEN)) {
                for (int i = 0; i < 20; i++) {
                    client.set("/lumen/" + i % 4, i);
                }
                window.awaitText(".status-line .label", "20 entries");
                window.awaitText("#hostTraffic", "1 client · no subscriptions · 4 params");
                assertThat(((ToggleButton) window.find("#command-follow")).isSelected())
                        .as("follows what is written")
                        .isTrue();
                window.awaitText(".status-line .label", "hosting");
                window.screenshots("window-host");

                window.command("who is connected");
                ListView<?> clients = window.robot().lookup("#hostGuests").queryListView();
                assertThat(FxStage.<Boolean>call(clients::isFocused)).isTrue();
                assertThat(clients.getItems()).hasSize(1);
                window.press(KeyCode.ESCAPE);

                window.click("#hostStop");
                window.awaitText("#question .sentence", "One client is connected");
                window.screenshots("window-host-stop");
                window.click("#questionNo");
                client.set("/lumen/0", 99);
                window.awaitText(".status-line .label", "21 entries");
            }

            window.click("#hostStop");
            window.click("#questionYes");
            window.awaitText("#hostState", "Stopped");
            window.awaitText("#hostTraffic", "21 entries were journaled");
            window.awaitText(".status-line .label", "stopped");
            window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
            window.type("who is connected");
            assertThat(window.find("#paletteList .command-cell").getPseudoClassStates())
                    .as("there are none any more")
                    .contains(PseudoClass.getPseudoClass("unavailable"));
            window.press(KeyCode.ESCAPE);
            window.screenshots("window-host-stopped");
            window.click("#command-snapshots");
            window.awaitText(".state-cell .name", "Snapshot 1");
        }
    }

    /// From the dialog it comes to what is hosted, and to nothing on the way.
    @Test
    void theKeyboardComesToTheTableAtOnce() {
        try (var window = OpenWindow.empty(1000, 700)) {
            HostDialog.open(window);
            List<String> drawn = new ArrayList<>();
            List<Double> heights = new ArrayList<>();
            FxStage.run(() -> window.root().getScene().addPostLayoutPulseListener(() -> {
                Node strip = window.root().lookup("#hostStrip");
                if (strip != null) {
                    heights.add(strip.getLayoutBounds().getHeight());
                    drawn.add(String.valueOf(window.root().getScene().getFocusOwner()));
                }
            }));
            window.click("#hostStart");
            window.awaitText("#hostTraffic", "no clients");
            window.settle();
            assertThat(heights).isNotEmpty().allMatch(height -> height < 120);
            assertThat(drawn).noneMatch(owner -> owner.contains("command-"));
        }
    }

    @Test
    void closingTheTabAsksAndThenStoresTheStateInTheFile() throws Exception {
        Path file = folder.resolve("session.db");
        try (var window = OpenWindow.empty(1000, 700)) {
            HostDialog.hostIn(file, window);
            try (var client = new ClaspClient(HostDialog.url(window, "ws://"), null)) {
                client.set("/a", 1);
                window.awaitText(".status-line .label", "1 entry");
            }
            window.press(KeyCode.CONTROL, KeyCode.W);
            window.find("#question");
            assertThat(window.focusIsWithin("#questionNo")).isTrue();
            window.press(KeyCode.ESCAPE);
            window.awaitGone("#question");
            window.find("#hostStrip");

            window.press(KeyCode.CONTROL, KeyCode.W);
            window.click("#questionYes");
            window.awaitGone("#hostStrip");
            window.settle();
        }
        try (JournalReader journal = new SqliteJournals().open(file, Progress.NONE, Cancellation.none())) {
            assertThat(journal.snapshots()).hasSize(1);
            assertThat(journal.state().latestSeq()).isEqualTo(1);
        }
    }

    /// Whoever copies the file then has all of it.
    @Test
    void aRouterThatEndsByItselfIsToldOfAtOnceAlsoWhileAnotherJournalIsInFront() throws Exception {
        Path file = folder.resolve("session.db");
        try (var window = OpenWindow.empty(1000, 700)) {
            HostDialog.hostIn(file, window);
            try (var client = new ClaspClient(HostDialog.url(window, "ws://"), null)) {
                client.set("/a", 1);
                window.open(GeneratedJournal.in(folder.resolve("other.db"), 200));
                window.awaitText(".status-line .label", "200 entries");
                ForeignWriter.set(file, "/a", "5", 2);
                client.send(Messages.set("/a", 7));
                window.find(".tab-warning");
                assertThat(window.find(".notice-bar .message").getAccessibleText())
                        .startsWith("The router of “session.db” has ended by itself");
                window.screenshots("window-host-ended-behind");
                window.click(".notice-bar .remedy");
                window.awaitText("#hostState", "Ended by itself");
                window.awaitText("#hostTrouble", "Another program has written");
            }
        }
    }

    @Test
    void theFileOfAStoppedSessionIsCompleteByItselfWhileItsTabIsOpen() throws Exception {
        Path file = folder.resolve("session.db");
        Path copy = folder.resolve("copy.db");
        try (var window = OpenWindow.empty(1000, 700)) {
            HostDialog.hostIn(file, window);
            try (var client = new ClaspClient(HostDialog.url(window, "ws://"), null)) {
                for (int i = 0; i < 20; i++) {
                    client.set("/lumen/" + i % 4, i);
                }
                window.awaitText(".status-line .label", "20 entries");
                window.awaitText("#hostTraffic", "1 client");
            }
            window.awaitText("#hostTraffic", "no clients");
            window.awaitText("#walFrames", "≤");
            window.click("#hostStop");
            window.click("#questionYes");
            window.awaitText("#hostState", "Stopped");
            Files.copy(file, copy);
            window.awaitGone("#walFrames");
        }
        try (JournalReader journal = new SqliteJournals().open(copy, Progress.NONE, Cancellation.none())) {
            assertThat(journal.state().latestSeq()).isEqualTo(20);
            assertThat(journal.snapshots()).hasSize(1);
        }
    }

    /// The log that a router of CLASP left, with one bit of its header turned.
    @Test
    void aDamagedLogIsKeptBesideTheJournalOfTheSessionAndTheWindowSaysSo() throws Exception {
        Path file = SharedJournals.copy("unclean-stop/live.db", folder);
        Path log = SharedJournals.copy("unclean-stop/live.db-wal", folder);
        byte[] damaged = Files.readAllBytes(log);
        damaged[17] ^= 1;
        Files.write(log, damaged);
        try (var window = OpenWindow.empty(1000, 700)) {
            HostDialog.hostIn(file, window);
            window.find("#hostStrip");
            assertThat(window.find(".notice-bar .message").getAccessibleText())
                    .contains("76 frames of committed changes cannot be applied", "“live-damaged-log.db”");
            window.screenshots("window-host-damaged-log");
        }
        assertThat(folder.resolve("live-damaged-log.db-wal")).hasBinaryContent(damaged);
    }

    @Test
    void closingTheWindowAsksForEachSessionThatRuns() {
        try (var window = OpenWindow.empty(1000, 700)) {
            assertThat(window.closeAsAUserWould()).isTrue();
            HostDialog.open(window);
            window.click("#hostStart");
            window.find("#hostStrip");
            assertThat(window.closeAsAUserWould()).isFalse();
            window.awaitText("#question .dialog-title", "session: Stop hosting?");
            window.click("#questionNo");
            assertThat(window.isAgreedToClose()).isFalse();
            assertThat(window.closeAsAUserWould()).isFalse();
            window.click("#questionYes");
            assertThat(window.isAgreedToClose()).isTrue();
        }
    }

    @Test
    void aPortThatThisProgramHasItselfIsNotSaidToBeAnotherPrograms() {
        try (var window = OpenWindow.empty(1000, 700)) {
            HostDialog.host(window);
            String url = HostDialog.url(window, "ws://");
            String port = url.substring(url.lastIndexOf(':') + 1);
            window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.H);
            window.fill("#hostPort", port);
            window.fill("#hostHttpPort", "0");
            window.click("#hostStart");
            window.awaitText(
                    "#hostOutcome",
                    "Port " + port + " is used by the router that this program hosts in the tab “Hosted session”");
            window.screenshots("window-host-twice");
            window.fill("#hostHttpPort", port);
            window.click("#hostStart");
            window.awaitText("#hostOutcome", "are the same");
            window.press(KeyCode.ESCAPE);
            window.click("#hostStop");
            window.click("#questionYes");
            window.awaitText("#hostState", "Stopped");
            window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.H);
            window.fill("#hostPort", port);
            window.fill("#hostHttpPort", "0");
            window.click("#hostStart");
            window.awaitText("#hostTraffic", "no clients");
        }
    }

    @Test
    void whatCannotBeHostedIsExplainedWhereItWasTyped() throws IOException {
        try (var window = OpenWindow.empty(800, 600);
                var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            HostDialog.open(window);
            window.fill("#hostPort", Integer.toString(taken.getLocalPort()));
            window.click("#hostStart");
            window.awaitText(
                    "#hostOutcome",
                    "Cannot listen on 127.0.0.1:" + taken.getLocalPort()
                            + ": another program uses this port. End it, or choose another port.");

            window.fill("#hostPort", "70000");
            window.click("#hostStart");
            window.awaitText("#hostOutcome", "“70000” is no port");

            window.fill("#hostPort", "0");
            window.fill("#hostAddress", "0.0.0.0");
            window.click("#hostStart");
            window.awaitText("#hostOutcome", "anyone in the network could connect: set a token");
            window.screenshots("window-host-refused");

            window.click("#hostMakeToken");
            window.awaitText("#hostOutcome", "A token was made and copied");
            window.fill("#hostAddress", "127.0.0.1");
            window.fill("#hostCapacity", "none");
            window.click("#hostStart");
            window.awaitText("#hostOutcome", "“none” is no number of entries");
            window.press(KeyCode.ESCAPE);
            window.awaitGone("#hostDialog");
        }
    }

    @Test
    void theTokenIsNeverStored() throws Exception {
        Settings settings = Settings.inMemory();
        try (var window = OpenWindow.empty(settings, 1000, 700)) {
            HostDialog.open(window);
            window.fill("#hostToken", TOKEN);
            window.click("#hostStart");
            window.find("#hostStrip");
        }
        assertThat(settings.read("hosting", String.class, "").toString()).doesNotContain(TOKEN);
    }
}
