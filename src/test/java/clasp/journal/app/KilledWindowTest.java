package clasp.journal.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import clasp.journal.settings.FileSettings;
import clasp.journal.testing.JavaCommand;
import clasp.journal.testing.Patience;
import clasp.journal.ui.main.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The program itself on an X server, killed; then started again.
@Tag("thorough")
class KilledWindowTest {
    @TempDir
    private Path folder;

    private final List<Process> started = new ArrayList<>();
    private String display;
    private Path settings;

    @BeforeEach
    void startAnXServer() throws Exception {
        Process server = null;
        try {
            server = new ProcessBuilder("Xvfb", "-displayfd", "1", "-screen", "0", "1280x800x24", "-nolisten", "tcp")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException notInstalled) {
            assumeThat(notInstalled).isNull();
        }
        started.add(server);
        String number = server.inputReader().readLine();
        assumeThat(number).isNotNull();
        display = ":" + number;
        settings = folder.resolve("config/clasp-journal-browser/settings.json");
        Files.createDirectory(folder.resolve("tmp"));
        Files.createDirectory(
                folder.resolve("run"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }

    @AfterEach
    void endWhatIsStillRunning() throws Exception {
        for (Process process : started.reversed()) {
            process.destroyForcibly().waitFor();
        }
    }

    private Process program(String... words) throws IOException {
        // Whoever runs the tests in the background may ignore signals, which processes inherit and the program
        // respects.
        List<String> command = new ArrayList<>(List.of("env", "--default-signal=TERM,INT"));
        command.addAll(JavaCommand.of(
                Main.class,
                List.of("-Dprism.order=sw", "-Duser.language=en", "-Djava.io.tmpdir=" + folder.resolve("tmp")),
                words));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out" + started.size()).toFile());
        builder.environment().put("DISPLAY", display);
        builder.environment().put("XDG_CONFIG_HOME", folder.resolve("config").toString());
        builder.environment().put("XDG_RUNTIME_DIR", folder.resolve("run").toString());
        Process process = builder.start();
        started.add(process);
        return process;
    }

    @Test
    void theNextStartComesUpAndOffersWhatWasOpen() throws Exception {
        Path journal = GeneratedJournal.in(folder.resolve("one.db"), 2_000);
        byte[] before = Files.readAllBytes(journal);
        Process first = program(journal.toString());
        awaitSession("one.db");
        first.destroyForcibly().waitFor();
        assertThat(Files.readString(settings)).contains("\"ended\" : false");

        Process second = program();
        Path socket = folder.resolve("run/clasp-journal-browser.sock");
        Patience.until("the window of the second start", () -> {
            assertThat(second.isAlive()).isTrue();
            return Handover.give(
                    new HandoverPlace(socket, folder.resolve("run/clasp-journal-browser.lock")),
                    new Invocation.Window(List.of(), false));
        });
        second.destroyForcibly().waitFor();

        assertThat(journal).hasBinaryContent(before);
        assertThat(besides(journal)).isEmpty();
        List<String> warnings = new ArrayList<>();
        try (var remembered = new FileSettings(settings, Runnable::run, warnings::add);
                var window = OpenWindow.resumed(remembered, 1000, 700)) {
            assertThat(window.notices())
                    .singleElement()
                    .asString()
                    .contains("did not end as it should", "One journal was open: one.db");
            window.click(".remedy");
            window.awaitText(".status-line .label", "2,000 entries");
            assertThat(window.notices()).as("what is being mended").isEmpty();
        }
        assertThat(warnings).isEmpty();
    }

    @Test
    void theNextStartRemovesWhatLiesInTheTemporaryFolder() throws Exception {
        Path left = Files.createDirectory(folder.resolve("tmp/clasp-journal-relay-1"));
        Files.createFile(left.resolve(".clasp-in-use"));
        Files.writeString(left.resolve("copy.db"), "of a relay");
        program();
        Patience.until("what is left of a relay to go", () -> Files.notExists(left));
    }

    /// By a user's `kill`, the system when it shuts down, or Ctrl+C in the terminal that it was started in.
    @ParameterizedTest
    @CsvSource({"TERM, 143", "INT, 130"})
    void whoeverTellsItToEndEndsItInOrder(String signal, int status) throws Exception {
        Path journal = GeneratedJournal.in(folder.resolve("one.db"), 2_000);
        Process program = program(journal.toString());
        awaitSession("one.db");
        Path socket = folder.resolve("run/clasp-journal-browser.sock");
        Patience.until("the socket for later starts", () -> Files.exists(socket));

        new ProcessBuilder("kill", "-" + signal, Long.toString(program.pid()))
                .start()
                .waitFor();
        assertThat(program.waitFor(60, TimeUnit.SECONDS)).as("it ends").isTrue();
        assertThat(program.exitValue()).isEqualTo(status);

        assertThat(Files.readString(settings)).contains("\"ended\" : true");
        assertThat(socket).doesNotExist();
        assertThat(besides(journal)).isEmpty();
        try (var remembered = new FileSettings(settings, Runnable::run, warning -> {});
                var window = OpenWindow.resumed(remembered, 1000, 700)) {
            window.awaitText(".status-line .label", "2,000 entries");
            assertThat(window.notices()).isEmpty();
        }
    }

    /// Two programs would each write over what the other remembers.
    @Test
    void startsThatComeTogetherAreOneProgram() throws Exception {
        Path one = GeneratedJournal.in(folder.resolve("one.db"), 200);
        Path two = GeneratedJournal.in(folder.resolve("two.db"), 100);
        List<Process> starts = List.of(program(one.toString()), program(two.toString()));
        Patience.until("one of them to hand over", () -> starts.stream().anyMatch(start -> !start.isAlive()));
        Process program = starts.stream().filter(Process::isAlive).findFirst().orElseThrow();
        awaitSession("one.db");
        awaitSession("two.db");
        new ProcessBuilder("kill", "-TERM", Long.toString(program.pid()))
                .start()
                .waitFor();
        assertThat(program.waitFor(60, TimeUnit.SECONDS)).as("it ends").isTrue();
    }

    @Test
    void ofSeveralWindowsAllComeBackWithOneStart() throws Exception {
        Path one = GeneratedJournal.in(folder.resolve("one.db"), 200);
        Path two = GeneratedJournal.in(folder.resolve("two.db"), 100);
        Process program = program(one.toString());
        awaitSession("one.db");
        Process second = program("--new-window", two.toString());
        assertThat(second.waitFor(60, TimeUnit.SECONDS)).as("it hands over").isTrue();
        awaitSession("two.db");
        new ProcessBuilder("kill", "-TERM", Long.toString(program.pid()))
                .start()
                .waitFor();
        assertThat(program.waitFor(60, TimeUnit.SECONDS)).as("it ends").isTrue();

        program();
        awaitSession("\"ended\" : false");
        assertThat(Files.readString(settings)).contains(one.toString(), two.toString());
        try (var remembered = new FileSettings(settings, Runnable::run, warning -> {})) {
            Session session = remembered.read("session", Session.class, new Session(List.of(), true));
            assertThat(session.windows()).hasSize(2);
        }
    }

    @Test
    void aFileOfSettingsThatWasDamagedIsNoReasonNotToStart() throws Exception {
        Files.createDirectories(settings.getParent());
        Files.writeString(settings, "{{{{");
        Process first =
                program(GeneratedJournal.in(folder.resolve("one.db"), 100).toString());
        awaitSession("one.db");
        assertThat(first.isAlive()).isTrue();
        assertThat(settings.resolveSibling("settings.json.damaged")).hasContent("{{{{");
    }

    private void awaitSession(String file) throws Exception {
        Patience.until(
                "the session to be remembered",
                () -> Files.exists(settings)
                        && Files.readString(settings).contains("\"session\"")
                        && Files.readString(settings).contains(file));
    }

    /// What SQLite might have left beside it.
    private static List<Path> besides(Path journal) throws IOException {
        try (Stream<Path> files = Files.list(journal.getParent())) {
            return files.filter(file -> file.getFileName().toString().startsWith(journal.getFileName() + "-"))
                    .toList();
        }
    }
}
