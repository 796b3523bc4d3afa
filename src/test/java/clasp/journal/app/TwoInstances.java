package clasp.journal.app;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.store.Cancellation;
import clasp.journal.store.JournalReader;
import clasp.journal.store.Progress;
import clasp.journal.store.sqlite.SqliteJournals;
import clasp.journal.testing.Patience;
import de.siegmar.fastcsv.reader.CsvReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.input.KeyCode;

/// The story of two instances of the program, each in a process of its own, over loopback: one hosts a session in
/// memory, somebody writes to it, the other connects to its journal and follows, or records it, filters, looks at the
/// state and exports. Each step is what a person would do.
final class TwoInstances {
    /// What each call of the driver writes.
    static final int LUMEN = 30;

    static final int AUDIO = 20;
    static final int CUES = 10;
    static final int ENTRIES = LUMEN + AUDIO + CUES;

    /// Writes to a router: [#LUMEN] SETs at `/lumen/0` to `/lumen/9`, then [#AUDIO] at `/audio/0` to `/audio/4` with
    /// the values from 0 upwards, then [#CUES] events at `/cue`; returns when the router has taken all of them.
    @FunctionalInterface
    interface Driver {
        void drive(String webSocketUrl) throws Exception;
    }

    private TwoInstances() {}

    static void play(Driver driver, Path csv) throws Exception {
        try (var host = HostingInstance.start();
                var other = OpenWindow.empty(1000, 700)) {
            driver.drive(host.webSocket());
            host.awaitStatus(ENTRIES + " entries");

            connect(other, host.http());
            other.awaitText(".status-line .label", ENTRIES + " entries");
            other.awaitText(".status-line .label", "live · ");
            other.click("#command-follow");
            driver.drive(host.webSocket());
            other.awaitText(".status-line .label", 2 * ENTRIES + " entries");
            other.settle();
            assertThat(other.textsInFront(".entry-cell.address")).endsWith("/cue");

            filter(other, "/audio/**");
            other.awaitText(".status-line .label", 2 * AUDIO + " of " + 2 * ENTRIES);
            export(other, csv, 2);
            state(other);
            other.screenshots("two-instances-other");
            other.click("#command-snapshots");

            host.screenshots("two-instances-host");
            host.stop(2 * ENTRIES + " entries were journaled");
            other.awaitText(".status-line .label", "no connection");
            other.dismissNotices();
        }
        assertThat(exported(csv)).isEqualTo(audio(2));
    }

    /// The same, but the other one records what the host's router tells, and saves the session.
    static void playRecorded(Driver driver, Path csv, Path session) throws Exception {
        try (var host = HostingInstance.start();
                var other = OpenWindow.empty(1000, 700)) {
            driver.drive(host.webSocket());
            record(other, host.webSocket());
            other.awaitText("#recordingState", "Recording");
            driver.drive(host.webSocket());
            other.awaitText("#recordingFacts", ENTRIES + " entries");
            other.awaitText(".status-line .label", ENTRIES + " entries");

            filter(other, "/audio/**");
            other.awaitText(".status-line .label", AUDIO + " of " + ENTRIES);
            export(other, csv, 1);
            state(other);
            other.screenshots("two-instances-recording");
            other.click("#command-snapshots");
            other.click("#recordingStop");
            other.awaitText("#recordingState", "Recording stopped");
            other.willSave(session);
            other.click("#recordingSave");
            Patience.until("the saved session", () -> Files.exists(session));
            other.settle();
        }
        assertThat(exported(csv)).isEqualTo(audio(1));
        try (JournalReader saved = new SqliteJournals().open(session, Progress.NONE, Cancellation.none())) {
            assertThat(saved.state().latestSeq()).isEqualTo(ENTRIES);
            assertThat(saved.snapshots())
                    .singleElement()
                    .satisfies(info -> assertThat(saved.snapshot(info.id(), Cancellation.none())
                                    .orElseThrow()
                                    .params())
                            .hasSize(15));
        }
    }

    private static void record(OpenWindow window, String url) {
        window.click("#command-record");
        window.press(KeyCode.CONTROL, KeyCode.A);
        window.type(url);
        window.screenshots("two-instances-record");
        window.click("#recordStart");
    }

    private static void connect(OpenWindow window, String url) {
        window.click("#command-connect");
        window.press(KeyCode.CONTROL, KeyCode.A);
        window.type(url);
        window.click("#connectOpen");
    }

    private static void filter(OpenWindow window, String text) {
        window.press(KeyCode.CONTROL, KeyCode.L);
        window.type(text);
        window.press(KeyCode.ENTER);
    }

    private static void export(OpenWindow window, Path csv, int rounds) {
        window.press(KeyCode.CONTROL, KeyCode.E);
        window.willSave(csv);
        window.click("#browse");
        window.click("#export");
        window.awaitText("#outcome", "Exported " + rounds * AUDIO + " of " + rounds * AUDIO + " entries");
        window.press(KeyCode.ESCAPE);
    }

    private static void state(OpenWindow window) {
        window.click("#command-snapshots");
        window.awaitText(".snapshot-view .label", "15 params");
    }

    private static List<String> exported(Path csv) throws Exception {
        List<String> lines = new ArrayList<>();
        try (var reader = CsvReader.builder().ofNamedCsvRecord(csv)) {
            reader.forEach(line -> lines.add(line.getField("address") + " " + line.getField("value")));
        }
        return lines;
    }

    private static List<String> audio(int rounds) {
        List<String> lines = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < AUDIO; i++) {
                lines.add("/audio/" + i % 5 + " " + i + ".0");
            }
        }
        return lines;
    }
}
