package clasp.journal.app;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.model.Entry;
import clasp.journal.model.MsgType;
import clasp.journal.model.Param;
import clasp.journal.router.Router;
import clasp.journal.router.core.AccessToken;
import clasp.journal.settings.FileSettings;
import clasp.journal.settings.Settings;
import clasp.journal.store.memory.MemoryJournal;
import clasp.journal.testing.FxStage;
import clasp.journal.testing.MemoryKeyring;
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
import java.util.stream.IntStream;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The whole window on the journal of a running router, in memory, over a socket.
@Tag("thorough")
class RelayWindowTest {
    private static final String TOKEN = "t0p-s3cret";

    private MemoryJournal journal = new MemoryJournal("served", 100_000, 1, InstantSource.system());
    private Router router;

    @TempDir
    private Path folder;

    @AfterEach
    void stop() {
        router.close();
    }

    private void start() {
        router = Router.withJournal(journal)
                .withHttpOn(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .withToken(AccessToken.of(TOKEN))
                .start();
    }

    private void append(String address, int entries) {
        journal.appendAll(IntStream.range(0, entries)
                .mapToObj(i -> new Entry(
                        0,
                        1_708_500_000_000_000L + i,
                        "desk",
                        address + i % 10,
                        "param",
                        Integer.toString(i),
                        i + 1L,
                        MsgType.SET))
                .toList());
    }

    private void connectAndRead(OpenWindow window, String token, String entries) {
        connectUntil(window, token, ".status-line .label", entries);
    }

    private void connectUntil(OpenWindow window, String token, String where, String said) {
        connect(window, token);
        window.click("#connectOpen");
        window.awaitText(where, said);
    }

    private void connect(OpenWindow window, String token) {
        ConnectDialog.fill(window, router.httpAddress().orElseThrow(), token);
    }

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

    private static String field(OpenWindow window, String selector) {
        var field = (TextInputControl) window.find(selector);
        return FxStage.<String>call(field::getText);
    }

    /// One on which nobody listens.
    private static int deadPort() throws IOException {
        try (var nobody = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return nobody.getLocalPort();
        }
    }

    @Test
    void aWrongTokenIsExplainedAndNoTokenIsEverStored() {
        start();
        Path file = folder.resolve("settings.json");
        List<String> warnings = new ArrayList<>();
        var settings = new FileSettings(file, Runnable::run, warnings::add);
        try (var window = OpenWindow.empty(settings, 1000, 700)) {
            connect(window, "guess");
            window.click("#connectTest");
            window.awaitText("#connectOutcome", "refused the token");
            window.fill("#connectToken", TOKEN);
            window.click("#connectOpen");
            window.awaitText(".status-line .label", "live · ");
        }
        settings.close();
        assertThat(warnings).isEmpty();
        assertThat(file).content().contains("127.0.0.1:").doesNotContain(TOKEN).doesNotContain("guess");
    }

    @Test
    void whatWasRefusedIsOpenedWithAnotherToken() {
        append("/a/", 100);
        start();
        try (var window = OpenWindow.empty(1000, 700)) {
            connectUntil(window, "guess", ".opening .label", "refused the token");
            window.command("enter token");
            window.awaitText(
                    "#tokenRefused", "refused the token: it is wrong or has expired. It says: “Invalid token”.");
            window.screenshots("window-relay-token-opening");
            window.type("another-guess");
            window.press(KeyCode.ENTER);
            window.awaitGone("#tokenDialog");
            window.awaitText(".opening .label", "refused the token");
            window.click("#command-connect");
            window.settle();
            assertThat(field(window, "#connectToken")).as("no use once more").isEmpty();
            window.press(KeyCode.ESCAPE);
            window.click("#openingToken");
            window.find("#tokenRefused");
            window.type(TOKEN);
            window.press(KeyCode.ENTER);
            window.awaitText(".status-line .label", "100 entries");
        }
    }

    @Test
    void whereATokenIsWantedAndNoneWasSentThatIsSaid() {
        start();
        try (var window = OpenWindow.empty(1000, 700)) {
            connectUntil(window, "", ".opening .label", "wants a token, and none was sent.");
        }
    }

    @Test
    void aRelayThatIsOpenIsGoneToAndShownTheTokenInsteadOfBeingOpenedAgain() {
        append("/a/", 100);
        start();
        try (var window = OpenWindow.empty(1000, 700)) {
            connectAndRead(window, TOKEN, "100 entries");
            window.open(GeneratedJournal.in(folder.resolve("beside.db"), 10));
            window.awaitText(".status-line .label", "10 entries");
            restartWith("another");
            append("/b/", 50);
            window.click("#command-connect");
            window.settle();
            window.fill("#connectToken", "another");
            window.click("#connectOpen");
            window.awaitText(".status-line .label", "150 entries");
            assertThat(window.texts("#journals > .tab-header-area .tab-label"))
                    .hasSize(2)
                    .last()
                    .isEqualTo("beside.db");
            window.dismissNotices();
        }
    }

    /// What could not be opened is no tab to go to.
    @Test
    void aRelayThatRefusedTheTokenIsOpenedInItsPlace() {
        append("/a/", 100);
        start();
        try (var window = OpenWindow.empty(1000, 700)) {
            connectUntil(window, "guess", ".opening .label", "refused the token");
            connectAndRead(window, TOKEN, "100 entries");
            assertThat(window.texts("#journals > .tab-header-area .tab-label")).hasSize(1);
        }
    }

    @Test
    void aTokenIsKeptWhereItIsAskedFor() throws Exception {
        append("/a/", 100);
        start();
        var keyring = new MemoryKeyring();
        try (var window = OpenWindow.empty(Settings.inMemory(), keyring, 1000, 700)) {
            connectUntil(window, "guess", ".opening .label", "refused the token");
            window.click("#openingToken");
            window.awaitText("#tokenRemember", "Keep the token");
            assertThat(window.find("#tokenRemember").isDisabled()).isTrue();
            window.type(TOKEN);
            window.click("#tokenRemember");
            window.click("#tokenUse");
            window.awaitText(".status-line .label", "100 entries");
            Patience.until(
                    "it is told",
                    () -> window.notices().stream()
                            .anyMatch(notice -> notice.startsWith("The system’s keyring keeps the token for ")));
            assertThat(keyring.secrets).containsValue(TOKEN).hasSize(1);
            window.dismissNotices();
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
    void aTokenIsKeptInTheKeyringAndForgottenAgain() {
        append("/a/", 10);
        start();
        var keyring = new MemoryKeyring();
        Settings settings = Settings.inMemory();
        try (var window = OpenWindow.empty(settings, keyring, 1000, 700)) {
            connect(window, TOKEN);
            window.awaitText("#connectRemember", "Keep the token");
            window.click("#connectRemember");
            window.screenshots("window-connect-remember");
            window.click("#connectOpen");
            window.awaitText(".status-line .label", "10 entries");
            window.settle();
            assertThat(keyring.secrets).containsValue(TOKEN).hasSize(1);
            window.dismissNotices();
        }
        try (var window = OpenWindow.empty(settings, keyring, 1000, 700)) {
            window.click("#command-connect");
            window.settle();
            window.click("#connectTest");
            window.awaitText("#connectOutcome", "up to seq 10");
            window.click("#connectRemember");
            window.click("#connectOpen");
            window.awaitText(".status-line .label", "10 entries");
            window.settle();
            assertThat(keyring.secrets).isEmpty();
            assertThat(window.notices()).anyMatch(notice -> notice.contains("was forgotten"));
            window.dismissNotices();
        }
    }

    private void restartWith(String token) {
        int port = router.httpAddress().orElseThrow().getPort();
        router.close();
        router = Router.withJournal(journal)
                .withHttpOn(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                .withToken(AccessToken.of(token))
                .start();
    }

    @Test
    void aTokenThatIsRevokedIsAskedForAgainAndNothingIsLost() throws Exception {
        append("/a/", 100);
        start();
        try (var window = OpenWindow.empty(1000, 700)) {
            connectAndRead(window, TOKEN, "100 entries");

            restartWith("another");
            append("/b/", 50);
            window.awaitText(".status-line .label", "wants another token");
            window.awaitText(".remedy", "Enter token");
            window.screenshots("window-relay-refused");
            window.click(".remedy");
            window.type("mistyped");
            window.screenshots("window-relay-token");
            window.click("#tokenUse");
            window.awaitGone("#tokenDialog");
            window.awaitText(".status-line .label", "wants another token");

            // The same by the palette, also when the notice was read and put away.
            window.dismissNotices();
            window.command("enter token");
            window.find("#tokenDialog");
            window.type("another");
            window.press(KeyCode.ENTER);
            window.awaitText(".status-line .label", "150 entries");
            window.awaitText(".status-line .label", "live · ");
            window.awaitGone(".remedy");
            assertThat(window.notices()).isEmpty();
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
        int port = router.httpAddress().orElseThrow().getPort();
        try (var window = OpenWindow.empty(1000, 700)) {
            connectAndRead(window, TOKEN, "20 entries");
            window.reveal(10);

            router.close();
            journal = new MemoryJournal("anew", 1_000, 1, InstantSource.system());
            append("/new/", 500);
            router = Router.withJournal(journal)
                    .withHttpOn(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                    .withToken(AccessToken.of(TOKEN))
                    .start();

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
        int port = router.httpAddress().orElseThrow().getPort();
        try (var window = OpenWindow.empty(1000, 700)) {
            connectAndRead(window, TOKEN, "100 entries");

            router.close();
            var anew = new MemoryJournal("anew", 1_000, 1, InstantSource.system());
            for (int i = 0; i < 2; i++) {
                anew.append(new Entry(0, 1_708_500_000_000_000L, "desk", "/new", "param", "1", 1L, MsgType.SET));
            }
            router = Router.withJournal(anew)
                    .withHttpOn(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                    .withToken(AccessToken.of(TOKEN))
                    .start();

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
        int port = router.httpAddress().orElseThrow().getPort();
        try (var window = OpenWindow.empty(1024, 700)) {
            connectAndRead(window, TOKEN, "400 entries");
            window.press(KeyCode.CONTROL, KeyCode.DIGIT3);
            window.awaitText("#cursorPlace", "400 of 400");
            window.awaitText("#stateSummary", "10 params");

            router.close();
            journal = new MemoryJournal("anew", 1_000, 1, InstantSource.system());
            for (int i = 0; i < 3; i++) {
                journal.append(
                        new Entry(0, 1_809_600_000_000_000L + i, "desk", "/new/" + i, "param", "1", 1L, MsgType.SET));
            }
            router = Router.withJournal(journal)
                    .withHttpOn(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                    .withToken(AccessToken.of(TOKEN))
                    .start();

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
