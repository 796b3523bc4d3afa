package clasp.journal.app;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.testing.JavaCommand;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// An instance of the program in a process of its own, whose user hosts a session in memory by its window. What is done
/// there next is told it a line at a time, and it answers each; what fails there stands in this process's error output.
/// Used by one thread.
final class HostingInstance implements AutoCloseable {
    private static final List<String> HEADLESS = List.of(
            "-Xmx512m",
            "-XX:+UseSerialGC",
            // Compiled as in a test of a window: the file says why.
            "-XX:TieredStopAtLevel=4",
            "-XX:+UnlockDiagnosticVMOptions",
            "-XX:CompilerDirectivesFile=src/build/test-compiler.json",
            "-XX:+DisplayVMOutputToStderr",
            "-Dglass.platform=Headless",
            "-Dprism.order=sw",
            "-Djava.awt.headless=true",
            "-Dtestfx.robot=glass",
            "-Duser.timezone=UTC",
            "-Duser.language=en",
            "-Duser.country=US");

    private static final String ANSWER = "answer: ";

    private final Process process;
    private final PrintStream orders;
    private final BufferedReader answers;
    private final String webSocket;
    private final String http;

    private HostingInstance(Process process) throws IOException {
        this.process = process;
        orders = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
        answers = process.inputReader(StandardCharsets.UTF_8);
        webSocket = answer();
        http = answer();
    }

    /// Returns when the session is there.
    static HostingInstance start() throws IOException {
        return new HostingInstance(new ProcessBuilder(JavaCommand.of(OtherSide.class, HEADLESS))
                .redirectError(Redirect.INHERIT)
                .start());
    }

    /// Where the session's router is reached.
    String webSocket() {
        return webSocket;
    }

    /// Where its journal is read.
    String http() {
        return http;
    }

    /// Waits until the window's status line says so.
    void awaitStatus(String part) throws IOException {
        order("status " + part);
    }

    void screenshots(String name) throws IOException {
        order("screenshots " + name);
    }

    /// Ends the session as a user does, and waits until the strip says what became of it.
    void stop(String outcome) throws IOException {
        order("stop " + outcome);
    }

    private void order(String line) throws IOException {
        orders.println(line);
        assertThat(answer()).as(line).isEqualTo("done");
    }

    private String answer() throws IOException {
        for (String line = answers.readLine(); line != null; line = answers.readLine()) {
            if (line.startsWith(ANSWER)) {
                return line.substring(ANSWER.length());
            }
        }
        throw new IllegalStateException("The instance that hosts has ended.");
    }

    /// Closes its window; a process that does not end then is ended.
    @Override
    public void close() throws InterruptedException {
        orders.close();
        boolean ended = process.waitFor(60, TimeUnit.SECONDS);
        process.destroyForcibly().waitFor();
        assertThat(ended).as("the instance that hosts ends with its window").isTrue();
    }

    /// The other process.
    static final class OtherSide {
        private OtherSide() {}

        public static void main(String[] words) {
            int status = 1;
            try (var window = OpenWindow.empty(1000, 700);
                    var orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
                HostDialog.host(window);
                answer(HostDialog.url(window, "ws://"));
                answer(HostDialog.url(window, "http://"));
                for (String order = orders.readLine(); order != null; order = orders.readLine()) {
                    obey(window, order);
                    answer("done");
                }
                status = 0;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } finally {
                // JavaFX goes on without a window.
                Runtime.getRuntime().halt(status);
            }
        }

        private static void answer(String line) {
            System.out.println(ANSWER + line);
        }

        private static void obey(OpenWindow window, String order) {
            String[] parts = order.split(" ", 2);
            switch (parts[0]) {
                case "status" -> window.awaitText(".status-line .label", parts[1]);
                case "screenshots" -> window.screenshots(parts[1]);
                case "stop" -> {
                    window.click("#hostStop");
                    window.click("#questionYes");
                    window.awaitText("#hostTraffic", parts[1]);
                }
                default -> throw new IllegalArgumentException(order);
            }
        }
    }
}
