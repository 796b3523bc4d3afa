package clasp.journal.app;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.model.Entry;
import clasp.journal.model.MsgType;
import clasp.journal.router.Router;
import clasp.journal.router.core.AccessToken;
import clasp.journal.settings.FileSettings;
import clasp.journal.store.memory.MemoryJournal;
import clasp.journal.ui.sources.Keyring;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A relay of the last session is connected to again, and its token is nowhere but in the keyring.
class RelaySessionTest {
    private static final String TOKEN = "t0p-s3cret";

    @TempDir
    private Path folder;

    private final List<String> warnings = new ArrayList<>();
    private final MemoryJournal journal = new MemoryJournal("served", 100_000, 1, InstantSource.system());
    private final Router router = Router.withJournal(journal)
            .withHttpOn(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
            .withToken(AccessToken.of(TOKEN))
            .start();

    @AfterEach
    void stop() {
        router.close();
    }

    @Test
    void itIsConnectedToAgainAndAsksForATokenThatTheKeyringLacks() throws Exception {
        journal.appendAll(IntStream.range(0, 300)
                .mapToObj(i -> new Entry(
                        0,
                        1_708_500_000_000_000L + i,
                        "desk",
                        "/lumen/" + i % 10,
                        "param",
                        Integer.toString(i),
                        i + 1L,
                        MsgType.SET))
                .toList());
        try (FileSettings settings = settings();
                var window = OpenWindow.empty(settings, 1000, 700)) {
            ConnectDialog.fill(window, router.httpAddress().orElseThrow(), TOKEN);
            window.click("#connectOpen");
            window.awaitText(".status-line .label", "300 entries");
            window.press(KeyCode.CONTROL, KeyCode.L);
            window.type("/lumen/3");
            window.press(KeyCode.ENTER);
            window.awaitText(".status-line .label", "30 of 300");
        }
        assertThat(Files.readString(folder.resolve("settings.json"))).doesNotContain(TOKEN);
        try (FileSettings settings = settings();
                var window = OpenWindow.resumed(settings, keyring(), 1000, 700)) {
            window.awaitText(".status-line .label", "30 of 300");
            assertThat(((TextInputControl) window.find("#query")).getText()).isEqualTo("/lumen/3");
            assertThat(window.sees("#tokenDialog")).isFalse();
        }
        try (FileSettings settings = settings();
                var window = OpenWindow.resumed(settings, 1000, 700)) {
            window.awaitText("#tokenDialog .hint", "It is tried again with this token");
            window.screenshots("relay-session-token");
            window.click("#anotherToken");
            window.type(TOKEN);
            window.click("#tokenUse");
            window.awaitText(".status-line .label", "30 of 300");
        }
        assertThat(warnings).isEmpty();
    }

    private FileSettings settings() {
        return new FileSettings(folder.resolve("settings.json"), Runnable::run, warnings::add);
    }

    private static Keyring keyring() {
        return new Keyring() {
            @Override
            public boolean isThere() {
                return true;
            }

            @Override
            public Optional<String> find(String url) {
                return Optional.of(TOKEN);
            }

            @Override
            public boolean keep(String url, String secret) {
                return true;
            }

            @Override
            public void forget(String url) {
                // Nothing to do: it has one token only.
            }
        };
    }
}
