package clasp.journal.app;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.model.SignalType;
import clasp.journal.router.Router;
import clasp.journal.router.TestClient;
import clasp.journal.router.core.AccessToken;
import clasp.journal.router.core.Messages;
import clasp.journal.settings.FileSettings;
import clasp.journal.store.Cancellation;
import clasp.journal.store.JournalReader;
import clasp.journal.store.Progress;
import clasp.journal.store.memory.MemoryJournal;
import clasp.journal.store.sqlite.SqliteJournals;
import clasp.journal.testing.FxStage;
import clasp.journal.testing.Patience;
import clasp.journal.ui.sources.RecentFiles;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The whole window recording a running router, over a socket.
@Tag("thorough")
class RecordWindowTest {
    private static final String TOKEN = "t0p-s3cret";

    private final MemoryJournal served = new MemoryJournal("served", 100_000, 1, InstantSource.system());
    private Router router;

    @TempDir
    private Path folder;

    @AfterEach
    void stop() {
        router.close();
    }

    private void start(AccessToken token) {
        router = Router.withJournal(served).withToken(token).start();
    }

    private void open(OpenWindow window) {
        window.press(KeyCode.CONTROL, KeyCode.R);
        window.press(KeyCode.CONTROL, KeyCode.A);
        window.type("127.0.0.1:" + router.address().getPort());
    }

    private void recordInto(Path file, OpenWindow window) {
        open(window);
        window.willSave(file);
        window.click("#recordBrowse");
        window.click("#recordStart");
        window.awaitText("#recordingState", "Recording");
    }

    private static void play(TestClient client, int from, int to) throws Exception {
        for (int i = from; i < to; i++) {
            client.send(
                    i % 3 == 0
                            ? Messages.publish(SignalType.EVENT, "/go/" + i % 7, i)
                            : Messages.set("/lumen/" + i % 11, i / 10.0));
        }
        client.untilPong();
    }

    @Test
    void aSessionIsRecordedInMemoryStoppedSavedAndClosedAfterAQuestion() throws Exception {
        start(AccessToken.NONE);
        Path target = folder.resolve("session.db");
        try (TestClient client = TestClient.greeted(router);
                var window = OpenWindow.empty(1000, 700)) {
            play(client, 0, 600);
            open(window);
            window.click("#recordHistory");
            window.fill("#recordPatterns", "lumen/**");
            window.awaitText("#recordHint", "begin with a slash");
            window.screenshots("window-record-hint");
            window.fill("#recordPatterns", "/**");
            window.awaitGone("#recordHint");
            window.screenshots("window-record");
            window.click("#recordStart");
            window.awaitText("#recordingFacts", "600 entries");
            window.awaitText("#recordingState", "Recording");

            play(client, 600, 1_000);
            window.awaitText("#recordingFacts", "1,000 entries");
            window.awaitText(".status-line .label", "1,000 entries");
            window.awaitText(".status-line .label", "recording");
            window.awaitText(".entry-cell.seq", "1000");
            window.screenshots("window-recording");

            window.press(KeyCode.CONTROL, KeyCode.W);
            window.awaitText("#question .sentence", "still being recorded, in memory only");
            window.screenshots("window-recording-leave");
            window.press(KeyCode.ESCAPE);
            window.awaitGone("#question .sentence");

            window.click("#recordingStop");
            window.awaitText("#recordingState", "Recording stopped");
            window.press(KeyCode.CONTROL, KeyCode.W);
            window.awaitText("#question .sentence", "in memory only and will be gone");
            window.press(KeyCode.ESCAPE);

            window.willSave(target);
            window.click("#recordingSave");
            Patience.until("the file", () -> Files.exists(target));
            window.settle();
            window.screenshots("window-recording-saved");
            window.press(KeyCode.CONTROL, KeyCode.W);
            window.awaitGone("#recordingState");
        }
        try (JournalReader saved = new SqliteJournals().open(target, Progress.NONE, Cancellation.none())) {
            assertThat(saved.state().latestSeq()).isEqualTo(1_000);
            assertThat(saved.snapshots()).hasSize(1);
        }
    }

    @Test
    void aRecordingThatWasStoppedBeforeAnythingCameInSaysSo() throws Exception {
        start(AccessToken.NONE);
        try (var window = OpenWindow.empty(1000, 700)) {
            open(window);
            window.click("#recordStart");
            window.awaitText("#recordingState", "Recording");
            window.awaitText(".table-notice .title", "No entries yet");
            window.click("#recordingStop");
            window.awaitText("#recordingState", "Recording stopped");
            window.awaitText(".table-notice .title", "No entries came in");
            window.awaitText(".table-notice .hint", "stopped before anything was written");
            window.screenshots("window-recording-empty");
        }
    }

    @Test
    void aRouterThatGoesAwayIsShownAndTakenUpAgain() throws Exception {
        start(AccessToken.NONE);
        int port = router.address().getPort();
        Path file = folder.resolve("recorded.db");
        try (var window = OpenWindow.empty(1000, 700)) {
            recordInto(file, window);
            try (TestClient client = TestClient.greeted(router)) {
                play(client, 0, 90);
            }
            window.awaitText("#recordingFacts", "90 entries");

            router.close();
            window.awaitText("#recordingState", "No connection");
            window.awaitText("#recordingSentence", "It is tried again until you stop.");
            window.screenshots("window-recording-lost");
            router = Router.withJournal(served)
                    .listeningOn(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                    .start();
            window.awaitText("#recordingState", "Recording");
            window.awaitText("#recordingMissing", "connection lost once");
            window.press(KeyCode.CONTROL, KeyCode.W);
            window.awaitText("#question .sentence", "stays in its file");
            window.click("#questionYes");
            window.awaitGone("#recordingState");
            window.settle();
        }
        assertThat(folder).isDirectoryNotContaining("glob:**-wal");
        try (JournalReader recorded = new SqliteJournals().open(file, Progress.NONE, Cancellation.none())) {
            assertThat(recorded.state().latestSeq()).isEqualTo(90);
        }
    }

    /// Also when the program does not end as it should while it is recorded.
    @Test
    void aFileThatWasRecordedIntoIsOneOfThoseOpenedLastAndOpensAgainAtTheNextStart() throws Exception {
        start(AccessToken.NONE);
        Path file = folder.resolve("recorded.db");
        Path stored = folder.resolve("settings.json");
        try (var settings = new FileSettings(stored, Runnable::run, warning -> {});
                var window = OpenWindow.empty(settings, 1000, 700)) {
            recordInto(file, window);
            try (TestClient client = TestClient.greeted(router)) {
                play(client, 0, 90);
            }
            window.awaitText("#recordingFacts", "90 entries");
            Patience.until(
                    "the file as one that is open",
                    () -> Files.readString(stored).matches("(?s).*\"session\".*recorded\\.db.*"));
            window.click("#recordingStop");
            window.awaitText("#recordingState", "Recording stopped");
        }
        try (var settings = new FileSettings(stored, Runnable::run, warning -> {});
                var window = OpenWindow.resumed(settings, 1000, 700)) {
            window.awaitText(".status-line .label", "90 entries");
            assertThat(window.texts("#journals > .tab-header-area .tab-label")).containsExactly("recorded.db");
            assertThat(new RecentFiles(settings).all()).containsExactly(file);
        }
    }

    @Test
    void theAddressOfARouterThatIsNotThereIsChangedInPlace() throws Exception {
        start(AccessToken.of(TOKEN));
        int wrong = deadPort();
        try (var window = OpenWindow.empty(800, 600)) {
            window.press(KeyCode.CONTROL, KeyCode.R);
            window.press(KeyCode.CONTROL, KeyCode.A);
            window.type("127.0.0.1:" + wrong);
            window.fill("#recordToken", TOKEN);
            window.fill("#recordPatterns", "/a/**");
            window.click("#recordType-stream");
            window.click("#recordHistory");
            window.fill("#recordCapacity", "777");
            window.click("#recordStart");
            window.click("#openingAddress");
            window.find("#recordUrl");
            var patterns = (TextInputControl) window.find("#recordPatterns");
            var capacity = (TextInputControl) window.find("#recordCapacity");
            var streams = (CheckBox) window.find("#recordType-stream");
            var history = (CheckBox) window.find("#recordHistory");
            assertThat(FxStage.<String>call(patterns::getText)).isEqualTo("/a/**");
            assertThat(FxStage.<String>call(capacity::getText)).isEqualTo("777");
            assertThat(FxStage.<Boolean>call(streams::isSelected)).isFalse();
            assertThat(FxStage.<Boolean>call(history::isSelected)).isTrue();
            window.screenshots("window-record-changing");
            window.fill("#recordUrl", "127.0.0.1:" + router.address().getPort());
            window.click("#recordStart");
            window.awaitText("#recordingState", "Recording");
            assertThat(window.count("#journals .tab")).as("tabs").isEqualTo(1);
        }
    }

    /// One on which nobody listens.
    private static int deadPort() throws IOException {
        try (var nobody = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return nobody.getLocalPort();
        }
    }

    @Test
    void aWrongTokenIsExplainedAndNoTokenIsEverStored() throws Exception {
        start(AccessToken.of(TOKEN));
        Path file = folder.resolve("settings.json");
        List<String> warnings = new ArrayList<>();
        var settings = new FileSettings(file, Runnable::run, warnings::add);
        try (var window = OpenWindow.empty(settings, 800, 600)) {
            open(window);
            window.click("#recordToken");
            window.type("guess");
            window.click("#recordStart");
            window.awaitText(".opening .label", "refused the token");
            window.screenshots("window-record-refused");

            open(window);
            window.click("#recordToken");
            window.type(TOKEN);
            window.fill("#recordPatterns", "/a[");
            window.press(KeyCode.ENTER);
            window.awaitText("#recordProblem", "cannot be meant");
            window.screenshots("window-record-problem");
            window.press(KeyCode.CONTROL, KeyCode.A);
            window.type("/a/** /b");
            window.press(KeyCode.ENTER);
            window.awaitText("#recordingState", "Recording");
            window.click("#recordingStop");
            window.awaitText("#recordingState", "Recording stopped");
        }
        settings.close();
        assertThat(warnings).isEmpty();
        assertThat(file).content().contains("127.0.0.1:").doesNotContain(TOKEN).doesNotContain("guess");
    }

    @Test
    void aRefusedTokenIsAskedForAgainAtTheBeginningAndMeanwhile() throws Exception {
        start(AccessToken.of(TOKEN));
        int port = router.address().getPort();
        try (var window = OpenWindow.empty(1024, 700)) {
            open(window);
            window.click("#recordToken");
            window.type("guess");
            window.click("#recordStart");
            window.awaitText("#openingToken", "Enter token");
            assertThat(window.focusIsWithin("#openingToken")).isTrue();
            window.screenshots("window-record-refused");
            window.click("#openingToken");
            window.type("another guess");
            window.press(KeyCode.ENTER);
            window.awaitText("#tokenDialog .outcome", "holds a blank");
            window.press(KeyCode.CONTROL, KeyCode.A);
            window.type(TOKEN);
            window.press(KeyCode.ENTER);
            window.awaitText("#recordingState", "Recording");

            router.close();
            router = Router.withJournal(served)
                    .listeningOn(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                    .withToken(AccessToken.of("another"))
                    .start();
            window.awaitText("#recordingSentence", "as soon as the router takes the token");
            window.awaitText("#recordingToken", "Enter token");
            window.screenshots("window-recording-refused");
            window.command("enter token");
            window.find("#tokenDialog");
            window.type("another");
            window.screenshots("window-recording-token");
            window.click("#tokenUse");
            window.awaitText("#recordingState", "Recording");
            window.awaitGone("#recordingSentence");
            try (TestClient client = TestClient.greeted(router, "another")) {
                play(client, 0, 90);
            }
            window.awaitText("#recordingFacts", "90 entries");
            window.click("#recordingStop");
            window.awaitText("#recordingState", "Recording stopped");
        }
    }
}
