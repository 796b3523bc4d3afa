package clasp.journal.app;

import clasp.journal.model.Entry;
import clasp.journal.model.MsgType;
import clasp.journal.router.Router;
import clasp.journal.router.core.AccessToken;
import clasp.journal.store.memory.MemoryJournal;
import clasp.journal.testing.FxStage;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.stream.IntStream;
import javafx.scene.control.TextInputControl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/// A router on a port of this machine that wants a token and serves its journal in memory, and how a window comes to
/// it.
abstract class RelayScreen {
    static final String TOKEN = "t0p-s3cret";

    MemoryJournal journal = new MemoryJournal("served", 100_000, 1, InstantSource.system());
    Router router;

    @TempDir
    Path folder;

    @AfterEach
    void stop() {
        router.close();
    }

    void start() {
        startOn(0, TOKEN);
    }

    private void startOn(int port, String token) {
        router = Router.withJournal(journal)
                .withHttpOn(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                .withToken(AccessToken.of(token))
                .start();
    }

    void restartWith(String token) {
        int port = router.httpAddress().orElseThrow().getPort();
        router.close();
        startOn(port, token);
    }

    /// As a relay that was started again with nothing.
    ///
    /// @param written what is in the journal then, before anybody can read it
    void beginAnew(Runnable written) {
        int port = router.httpAddress().orElseThrow().getPort();
        router.close();
        journal = new MemoryJournal("anew", 1_000, 1, InstantSource.system());
        written.run();
        startOn(port, TOKEN);
    }

    void append(String address, int entries) {
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

    void connectAndRead(OpenWindow window, String token, String entries) {
        connectUntil(window, token, ".status-line .label", entries);
    }

    void connectUntil(OpenWindow window, String token, String where, String said) {
        connect(window, token);
        window.click("#connectOpen");
        window.awaitText(where, said);
    }

    void connect(OpenWindow window, String token) {
        ConnectDialog.fill(window, router.httpAddress().orElseThrow(), token);
    }

    static String field(OpenWindow window, String selector) {
        var field = (TextInputControl) window.find(selector);
        return FxStage.<String>call(field::getText);
    }
}
