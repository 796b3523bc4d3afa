package clasp.journal.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import clasp.journal.router.Router;
import clasp.journal.router.core.AccessToken;
import clasp.journal.settings.FileSettings;
import clasp.journal.store.memory.MemoryJournal;
import clasp.journal.testing.ClaspClient;
import clasp.journal.testing.Entries;
import clasp.journal.testing.JavaCommand;
import clasp.journal.testing.Patience;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A token that was typed or given is nowhere afterwards: in no file, no log, no report, no text on screen, and not in
/// the list of processes.
@Tag("thorough")
class MarkedTokenTest {
    private static final String TOKEN = "m4rked-t0ken-7d1f";

    @TempDir
    private Path folder;

    private final List<String> logged = new ArrayList<>();
    private final Logger own = Logger.getLogger("clasp.journal");
    private final Handler listening = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            synchronized (logged) {
                logged.add(new SimpleFormatter().format(entry));
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    private final MemoryJournal journal = new MemoryJournal("served", 1_000, 1, InstantSource.system());
    private Router router;

    @BeforeEach
    void listen() {
        listening.setLevel(Level.ALL);
        own.setLevel(Level.ALL);
        Logger.getLogger("").addHandler(listening);
        journal.append(Entries.set("/a", "1"));
        router = start("another");
    }

    @AfterEach
    void stop() {
        router.close();
        own.setLevel(null);
        Logger.getLogger("").removeHandler(listening);
    }

    private Router start(String token) {
        return Router.withJournal(journal)
                .withHttpOn(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .withToken(AccessToken.of(token))
                .start();
    }

    private void connect(OpenWindow window) {
        ConnectDialog.fill(window, router.httpAddress().orElseThrow(), TOKEN);
    }

    @Test
    void refusedTakenAndCrashedWithItIsNowhere() throws Exception {
        Path file = folder.resolve("settings.json");
        List<String> shown = new ArrayList<>();
        try (var settings = new FileSettings(file, Runnable::run, shown::add);
                var window = OpenWindow.empty(settings, 1000, 700)) {
            connect(window);
            window.click("#connectTest");
            window.awaitText("#connectOutcome", "refused the token");
            shown.addAll(window.texts(".label"));
            window.press(KeyCode.ESCAPE);

            router.close();
            router = start(TOKEN);
            connect(window);
            window.click("#connectOpen");
            window.awaitText(".status-line .label", "live · ");
            shown.addAll(window.texts(".label"));

            router.close();
            window.awaitText(".status-line .label", "no connection");
            window.fail(new IllegalStateException("the token was " + TOKEN, new IOException(TOKEN)));
            shown.addAll(window.texts(".label"));
            shown.addAll(window.texts(".text-area"));
            shown.addAll(window.notices());
            window.dismissNotices();
        }
        assertThat(shown).isNotEmpty().noneMatch(text -> text.contains(TOKEN));
        assertThat(logged)
                .anyMatch(text -> text.contains("IllegalStateException"))
                .noneMatch(text -> text.contains(TOKEN));
        assertThat(filesWith(TOKEN)).isEmpty();
        assertThat(FailureReport.of(
                        new IllegalStateException(TOKEN), InstantSource.system().instant()))
                .doesNotContain(TOKEN);
    }

    @Test
    void recordedAndHostedWithItIsInNoLogAndOnNoScreen() throws Exception {
        router.close();
        router = start(TOKEN);
        List<String> shown = new ArrayList<>();
        try (var settings = new FileSettings(folder.resolve("settings.json"), Runnable::run, shown::add);
                var window = OpenWindow.empty(settings, 1000, 700)) {
            window.press(KeyCode.CONTROL, KeyCode.R);
            window.press(KeyCode.CONTROL, KeyCode.A);
            window.type("127.0.0.1:" + router.address().getPort());
            window.click("#recordToken");
            window.type(TOKEN);
            window.click("#recordStart");
            window.awaitText("#recordingState", "Recording");
            shown.addAll(window.texts(".label"));
            router.close();
            window.awaitText("#recordingState", "No connection");
            window.click("#recordingStop");

            HostDialog.open(window);
            window.fill("#hostToken", TOKEN);
            window.click("#hostStart");
            String url = HostDialog.url(window, "ws://");
            try (var client = new ClaspClient(url, TOKEN)) {
                client.set("/a", 1);
                window.awaitText("#hostTraffic", "1 client");
            }
            shown.addAll(window.texts(".label"));
            own.info("heard");
        }
        assertThat(logged).anyMatch(text -> text.contains("heard")).noneMatch(text -> text.contains(TOKEN));
        assertThat(shown).isNotEmpty().noneMatch(text -> text.contains(TOKEN));
        assertThat(filesWith(TOKEN)).isEmpty();
    }

    @Test
    void givenToTheCommandByTheEnvironmentItIsNotInTheListOfProcesses() throws Exception {
        assumeThat(Path.of("/proc/self/cmdline")).exists();
        router.close();
        router = start(TOKEN);
        Path out = folder.resolve("out.txt");
        ProcessBuilder command = new ProcessBuilder(JavaCommand.of(
                        Main.class,
                        List.of(),
                        "record",
                        "ws://127.0.0.1:" + router.address().getPort(),
                        "--journal",
                        folder.resolve("recorded.db").toString()))
                .redirectErrorStream(true)
                .redirectOutput(out.toFile());
        command.environment().put("CLASP_TOKEN", TOKEN);
        Process process = command.start();
        try {
            Patience.until("the recording", () -> Files.readString(out).contains("Recording"));
            assertThat(commandLines()).noneMatch(line -> line.contains(TOKEN));
        } finally {
            process.destroy();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(filesWith(TOKEN)).isEmpty();
    }

    private static List<String> commandLines() throws IOException {
        List<String> all = new ArrayList<>();
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            for (Path process : processes.toList()) {
                if (process.getFileName().toString().chars().allMatch(Character::isDigit)) {
                    all.add(read(process.resolve("cmdline")));
                }
            }
        }
        return all;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException hasEnded) {
            return "";
        }
    }

    private List<Path> filesWith(String text) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> read(file).contains(text))
                    .toList();
        }
    }
}
