package clasp.journal.app;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.testing.ClaspClient;
import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The pictures of the guide's pages on browsing, exporting, compacting, hosting, recording and connecting, in
/// `target/screenshots`, taken while the jobs are done. Those that show neither the time of day nor a port are compared
/// with the guide's.
@Tag("thorough")
class JobPicturesTest {
    private static final int WIDTH = 1200;
    private static final int HEIGHT = 760;

    /// What the pictures name as the place of files; nothing is written there.
    private static final Path SHOWN = Path.of(System.getProperty("java.io.tmpdir"));

    private static final List<String> MOMENTARY = List.of(
            ".tab-header-area .tab-label",
            "#hostCopy",
            "#hostClients",
            "#hostTraffic",
            "#recordingFacts",
            ".timeline",
            ".entry-cell.time",
            ".entry-cell.delta",
            "#column-time",
            ".fields",
            ".status-line .fact");

    @TempDir
    private Path folder;

    @Test
    void browseExportAndCompact() {
        try (var window = OpenWindow.on(GeneratedJournal.in(folder.resolve("show.db"), 20_000), WIDTH, HEIGHT)) {
            window.press(KeyCode.CONTROL, KeyCode.L);
            window.type("/lumen/scene/1/** type:param");
            window.press(KeyCode.ENTER);
            window.settle();
            window.reveal(12_042);
            window.click("#tab-history");
            window.settle();
            window.screenshots("guide-browse");
            GuidePicture.isLike(window, "guide-browse", "browse");

            window.press(KeyCode.CONTROL, KeyCode.E);
            window.awaitText("#plan", "written as CSV");
            window.fill("#target", SHOWN.resolve("show.csv").toString());
            window.settle();
            window.screenshots("guide-export");
            GuidePicture.isLike(window, "guide-export", "export");
            window.press(KeyCode.ESCAPE);

            window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.K);
            window.awaitText("#compact", "14,999 entries");
            window.find("#proof-router");
            window.fill("#backupPath", SHOWN.resolve("show-backup.db").toString());
            window.settle();
            window.screenshots("guide-compact");
            GuidePicture.isLike(window, "guide-compact", "compact");
            window.press(KeyCode.ESCAPE);

            window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.S);
            window.awaitText(".state-cell .name", "Snapshot 3");
            window.settle();
            window.click("#compareWith");
            window.press(KeyCode.DOWN, KeyCode.ENTER);
            window.find("#changes");
            window.settle();
            window.screenshots("guide-snapshots");
            GuidePicture.isLike(window, "guide-snapshots", "snapshots");
        }
    }

    @Test
    void theDialogThatConnects() {
        try (var window = OpenWindow.empty(WIDTH, HEIGHT)) {
            window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.R);
            window.settle();
            window.screenshots("guide-connect-dialog");
            GuidePicture.isLike(window, "guide-connect-dialog", "connect-dialog");
        }
    }

    /// Where the window says times, ports, sizes and who is connected.
    private static List<Bounds> ofTheMoment(OpenWindow window) {
        return GuidePicture.places(window, MOMENTARY);
    }

    @Test
    void hostRecordAndConnect() throws Exception {
        try (var window = OpenWindow.empty(WIDTH, HEIGHT)) {
            window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.H);
            window.screenshots("guide-host-dialog");
            HostDialog.chooseFreePorts(window);
            window.press(KeyCode.ENTER);
            String clients = HostDialog.url(window, "ws://");
            String journal = HostDialog.url(window, "http://");
            try (var client = new ClaspClient(clients, null)) {
                play(client, 0, 60);
                window.awaitText(".status-line .label", "60 entries");
                window.awaitText("#hostTraffic", "12 params");
                // The tree follows a journal that is written now and then.
                window.find(".address-row .count", "60");
                window.settle();
                window.reveal(57);
                window.screenshots("guide-host");
                GuidePicture.isLikeLive(ofTheMoment(window), "guide-host", "host");

                window.press(KeyCode.CONTROL, KeyCode.R);
                window.screenshots("guide-record-dialog");
                window.press(KeyCode.CONTROL, KeyCode.A);
                window.type(clients);
                window.press(KeyCode.ENTER);
                window.awaitText("#recordingState", "Recording");
                play(client, 60, 100);
                window.awaitText("#recordingFacts", "40 entries");
                window.find(".address-row .count", "40");
                window.settle();
                window.screenshots("guide-record");
                GuidePicture.isLikeLive(ofTheMoment(window), "guide-record", "record");
                window.click("#recordingStop");
                window.awaitText("#recordingState", "Recording stopped");

                window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.R);
                window.press(KeyCode.CONTROL, KeyCode.A);
                window.type(journal);
                window.press(KeyCode.ENTER);
                window.awaitText(".status-line .label", "100 entries");
                window.awaitText(".status-line .label", "live");
                window.settle();
                window.reveal(96);
                window.screenshots("guide-connect");
            }
            assertThat(window.notices()).isEmpty();
        }
    }

    private static void play(ClaspClient client, int from, int to) throws Exception {
        for (int i = from; i < to; i++) {
            client.set("/lumen/scene/0/layer/" + i % 12 + "/opacity", i);
        }
    }
}
