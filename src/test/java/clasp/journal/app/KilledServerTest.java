package clasp.journal.app;

import clasp.journal.testing.ClaspClient;
import clasp.journal.testing.ServeProcess;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The window on a server of its own process: on its journal over REST, on what it tells over WebSocket; and when it is
/// killed and started again.
@Tag("thorough")
class KilledServerTest {
    @TempDir
    private Path folder;

    private final List<ServeProcess> started = new ArrayList<>();

    @AfterEach
    void endWhatIsStillRunning() {
        started.forEach(ServeProcess::close);
    }

    private ServeProcess serve(int httpPort) throws Exception {
        ServeProcess server = ServeProcess.start(
                httpPort, "--journal", folder.resolve("session.db").toString());
        started.add(server);
        return server;
    }

    private static int freePort() throws Exception {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void write(String url, int from, int to) throws Exception {
        try (var client = new ClaspClient(url, null)) {
            for (int i = from; i < to; i++) {
                client.set("/a/" + i % 7, i);
            }
        }
    }

    @Test
    void whatItWritesAfterwardsIsFollowedOnWithNothingMissing() throws Exception {
        int port = freePort();
        ServeProcess first = serve(port);
        write(first.address(), 0, 100);
        try (var window = OpenWindow.empty(1000, 700)) {
            window.click("#command-connect");
            window.press(KeyCode.CONTROL, KeyCode.A);
            window.type("127.0.0.1:" + port);
            window.click("#connectOpen");
            window.awaitText(".status-line .label", "100 entries");

            first.kill();
            window.awaitText(".status-line .label", "no connection");
            write(serve(port).address(), 100, 150);

            window.awaitText(".status-line .label", "150 entries");
            window.awaitText(".status-line .label", "live · ");
        }
    }

    @Test
    void oneWindowFollowsItsJournalAndAnotherRecordsWhatItTells() throws Exception {
        int port = freePort();
        String url = serve(port).address();
        write(url, 0, 30);
        try (var follower = OpenWindow.empty(1000, 700);
                var recorder = OpenWindow.empty(1000, 700)) {
            follower.toFront();
            follower.click("#command-connect");
            follower.press(KeyCode.CONTROL, KeyCode.A);
            follower.type("127.0.0.1:" + port);
            follower.click("#connectOpen");
            follower.awaitText(".status-line .label", "30 entries");
            recorder.toFront();
            recorder.click("#command-record");
            recorder.press(KeyCode.CONTROL, KeyCode.A);
            recorder.type(url);
            recorder.click("#recordStart");
            recorder.awaitText("#recordingState", "Recording");

            write(url, 30, 80);

            recorder.awaitText("#recordingFacts", "50 entries");
            recorder.awaitText(".status-line .label", "50 entries");
            follower.awaitText(".status-line .label", "80 entries");
            follower.awaitText(".status-line .label", "live · ");
            recorder.click("#recordingStop");
            recorder.awaitText("#recordingState", "Recording stopped");
        }
    }
}
