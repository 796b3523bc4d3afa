package clasp.journal.app;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.model.Entry;
import clasp.journal.model.MsgType;
import clasp.journal.model.Param;
import clasp.journal.store.memory.MemoryJournal;
import clasp.journal.testing.FxStage;
import clasp.journal.testing.Patience;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The whole window on the journal of a running router, in memory, over a socket.
@Tag("thorough")
class RelayWindowTest extends RelayScreen {
    @Test
    void aRelayIsConnectedToFollowedFilteredAndExported() throws Exception {
        append("/lumen/", 3_000);
        append("/audio/", 2_000);
        journal.snapshot(List.of(new Param("/lumen/1", "7", 1, "desk", 1_708_500_000_000_001L)));
        start();
        Path target = folder.resolve("audio.csv");
        try (var window = OpenWindow.empty(1000, 700)) {
            connect(window, TOKEN);
            window.click("#connectTest");
            window.awaitText("#connectOutcome", "up to seq 5000");
            window.screenshots("window-connect");
            window.click("#connectOpen");
            window.awaitText(".status-line .label", "5,000 entries");
            window.awaitText(".status-line .label", "live · ");
            window.screenshots("window-relay");

            append("/audio/", 1);
            window.awaitText(".status-line .label", "5,001 entries");

            window.press(KeyCode.CONTROL, KeyCode.L);
            window.type("/audio/**");
            window.press(KeyCode.ENTER);
            window.awaitText(".status-line .label", "2,001 of 5,001");

            window.press(KeyCode.CONTROL, KeyCode.E);
            window.willSave(target);
            window.click("#browse");
            window.click("#export");
            window.awaitText("#outcome", "Exported 2,001 of 2,001 entries");
            window.press(KeyCode.ESCAPE);

            window.click("#command-snapshots");
            window.awaitText(".state-cell .name", "Snapshot 1");
        }
        List<String> exported = new ArrayList<>();
        try (var csv = CsvReader.builder().ofNamedCsvRecord(target)) {
            csv.forEach(line -> exported.add(line.getField("address")));
        }
        assertThat(exported).hasSize(2_001).allMatch(address -> address.startsWith("/audio/"));
    }

    /// Whoever mistyped a port would have to enter everything anew.
    @Test
    void theAddressOfARelayThatIsNotThereIsChangedInPlace() throws Exception {
        append("/lumen/", 30);
        start();
        int wrong = deadPort();
        try (var window = OpenWindow.empty(1000, 700)) {
            ConnectDialog.fill(window, new InetSocketAddress(wrong), TOKEN);
            window.fill("#connectPattern", "/lumen/1");
            window.click("#connectOpen");
            window.find("#openingAddress");
            window.screenshots("window-relay-not-there");
            window.click("#openingAddress");
            window.find("#connectUrl");
            window.settle();
            assertThat(field(window, "#connectPattern")).isEqualTo("/lumen/1");
            assertThat(field(window, "#connectToken")).isEqualTo(TOKEN);
            var url = (ComboBox<?>) window.find("#connectUrl");
            assertThat(FxStage.<String>call(() -> url.getEditor().getText())).isEqualTo("127.0.0.1:" + wrong);
            window.press(KeyCode.ESCAPE);
            window.find("#openingAddress");
            window.open(GeneratedJournal.in(folder.resolve("beside.db"), 10));
            window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.TAB);

            window.click("#openingAddress");
            window.fill(
                    "#connectUrl",
                    "127.0.0.1:" + router.httpAddress().orElseThrow().getPort());
            window.click("#connectOpen");
            window.awaitText(".status-line .label", "3 entries");
            assertThat(window.texts("#journals > .tab-header-area .tab-label"))
                    .as("it stands where the other one stood")
                    .hasSize(2)
                    .last()
                    .isEqualTo("beside.db");
            window.screenshots("window-relay-corrected");
        }
    }

    /// One on which nobody listens.
    private static int deadPort() throws IOException {
        try (var nobody = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return nobody.getLocalPort();
        }
    }

    @Test
    void onlyThePartOfTheJournalThatIsAskedForIsRead() {
        append("/lumen/", 300);
        append("/audio/", 200);
        start();
        try (var window = OpenWindow.empty(1000, 700)) {
            connect(window, TOKEN);
            window.click("#connectPattern");
            window.type("/audio/[");
            window.click("#connectOpen");
            window.awaitText("#connectOutcome", "“/audio/[” is no pattern of addresses");
            window.fill("#connectPattern", "/audio/**");
            window.screenshots("window-connect-part");
            window.click("#connectOpen");
            window.awaitText(".status-line .label", "200 entries");
            window.awaitText(".tab-label", "(/audio/**)");

            append("/lumen/", 10);
            append("/audio/", 10);
            window.awaitText(".status-line .label", "210 entries");
            window.screenshots("window-relay-part");
        }
    }

    @Test
    void aPartWithoutEntriesDoesNotPassForAnEmptyJournal() {
        append("/lumen/", 300);
        start();
        try (var window = OpenWindow.empty(1000, 700)) {
            connect(window, TOKEN);
            window.fill("#connectPattern", "/video/**");
            window.click("#connectOpen");
            window.awaitText(".table-notice .title", "No entries in this part");
            window.awaitText(".status-line .label", "live · ");
            window.screenshots("window-relay-part-empty");

            append("/video/", 10);
            window.awaitText(".status-line .label", "10 entries");
        }
    }

    @Test
    void whatIsReadLaterIsCountedToo() {
        for (int i = 0; i < 20; i++) {
            append("/lumen/" + i + "/", 1_000);
        }
        start();
        try (var window = OpenWindow.empty(1400, 800)) {
            connectAndRead(window, TOKEN, "20,000 entries");
            window.awaitText(".status-line .label", "live · ");
            window.awaitText(".addresses .status", "200 addresses");
            assertThat(window.text(".addresses .status")).isEqualTo("200 addresses");
            window.settle();
            window.screenshots("window-relay-read");
        }
    }

    @Test
    void thatARelayIsTriedAgainIsToldForAsLongAsItsTabIsOpen() throws Exception {
        append("/a/", 10);
        start();
        try (var window = OpenWindow.empty(1000, 700)) {
            connectAndRead(window, TOKEN, "10 entries");
            router.close();
            Patience.until(
                    "the loss is told",
                    () -> window.notices().stream().anyMatch(notice -> notice.contains("until the tab is closed")));

            window.press(KeyCode.CONTROL, KeyCode.W);

            Patience.until("nothing is told any more", () -> window.notices().isEmpty());
        }
    }

    @Test
    void whatARingDroppedBeforeItWasReadIsShownAsAGapWithHowMany() {
        journal = new MemoryJournal("served", 40, 1, InstantSource.system());
        append("/a/", 30);
        start();
        try (var window = OpenWindow.empty(1000, 700)) {
            connectAndRead(window, TOKEN, "30 entries");

            restartWith("another");
            window.awaitText(".status-line .label", "wants another token");
            append("/b/", 100);
            restartWith(TOKEN);

            window.awaitText(".status-line .label", "60 missed");
            window.awaitText(".status-line .label", "70 entries");
            assertThat(window.notices()).anyMatch(notice -> notice.startsWith("60 entries of the relay 127.0.0.1:"));
            window.settle();
            window.screenshots("window-relay-gap");
            window.dismissNotices();
        }
    }

    @Test
    void aRelayThatBeginsAnewWithMoreEntriesLeavesNoOldRowOnScreen() throws Exception {
        append("/old/", 20);
        start();
        try (var window = OpenWindow.empty(1000, 700)) {
            connectAndRead(window, TOKEN, "20 entries");
            window.reveal(10);

            beginAnew(() -> append("/new/", 500));

            window.awaitText(".status-line .label", "500 entries");
            window.settle();
            assertThat(window.textsInFront(".entry-cell.address"))
                    .isNotEmpty()
                    .allMatch(address -> address.startsWith("/new/"));
            window.dismissNotices();
        }
    }

    @Test
    void aRelayThatBeginsAnewLeavesItsEntriesInATabOfTheirOwn() throws Exception {
        append("/old/", 100);
        start();
        try (var window = OpenWindow.empty(1000, 700)) {
            connectAndRead(window, TOKEN, "100 entries");

            beginAnew(() -> {
                for (int i = 0; i < 2; i++) {
                    journal.append(new Entry(0, 1_708_500_000_000_000L, "desk", "/new", "param", "1", 1L, MsgType.SET));
                }
            });

            window.awaitText(".tab-label", "(ended)");
            window.awaitText(".status-line .label", "2 entries");
            window.settle();
            assertThat(window.texts(".entry-cell.address")).contains("/new", "/old/0");
            assertThat(window.notices()).anyMatch(notice -> notice.contains("has begun anew"));
            window.dismissNotices();
        }
    }

    @Test
    void timelineAndRecoveryBeginAnewWithTheRelay() throws Exception {
        append("/old/", 400);
        start();
        try (var window = OpenWindow.empty(1024, 700)) {
            connectAndRead(window, TOKEN, "400 entries");
            window.press(KeyCode.CONTROL, KeyCode.DIGIT3);
            window.awaitText("#cursorPlace", "400 of 400");
            window.awaitText("#stateSummary", "10 params");

            beginAnew(() -> {
                for (int i = 0; i < 3; i++) {
                    journal.append(new Entry(
                            0, 1_809_600_000_000_000L + i, "desk", "/new/" + i, "param", "1", 1L, MsgType.SET));
                }
            });

            window.awaitText("#cursorPlace", "3 of 3");
            window.awaitText("#stateSummary", "3 params");
            window.settle();
            assertThat(window.textsInFront("#stateTable .table-cell"))
                    .contains("/new/0")
                    .noneMatch(t -> t.startsWith("/old/"));
            window.screenshots("window-relay-anew-recovery");
            window.dismissNotices();
        }
    }
}
