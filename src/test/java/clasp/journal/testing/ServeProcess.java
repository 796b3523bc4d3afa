package clasp.journal.testing;

import clasp.journal.app.Main;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// `serve` in a process of its own on loopback, until it is closed. Used by one thread.
public final class ServeProcess implements AutoCloseable {
    private final Process process;
    private final BufferedReader told;

    private ServeProcess(Process process) {
        this.process = process;
        this.told = process.inputReader();
    }

    /// @param httpPort of its journal over REST; 0 for any
    /// @param options such as `--memory 10000`
    public static ServeProcess start(int httpPort, String... options) throws IOException {
        List<String> words =
                new ArrayList<>(List.of("serve", "--listen", "127.0.0.1:0", "--http", "127.0.0.1:" + httpPort));
        words.addAll(Arrays.asList(options));
        return new ServeProcess(new ProcessBuilder(JavaCommand.of(Main.class, List.of(), words.toArray(String[]::new)))
                .redirectError(Redirect.DISCARD)
                .start());
    }

    /// The next address it tells: first that of its WebSocket, then that of its journal.
    public String address() throws IOException {
        return told.readLine();
    }

    /// The number of the process.
    public long pid() {
        return process.pid();
    }

    /// As if it were killed.
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            process.waitFor();
            told.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
