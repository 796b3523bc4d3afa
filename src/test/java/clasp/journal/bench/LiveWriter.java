package clasp.journal.bench;

import clasp.journal.model.Entry;
import clasp.journal.testing.ForeignWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A process of another program that appends to a journal at a steady rate, as CLASP's router does. Used by one thread.
public final class LiveWriter implements AutoCloseable {
    private static final int BATCHES_A_SECOND = 100;

    private final Process process;

    private LiveWriter(Process process) {
        this.process = process;
    }

    /// Returns when the first entries are written.
    public static LiveWriter start(Path file, long entriesPerSecond) throws IOException {
        List<String> command = List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx128m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                LiveWriter.class.getName(),
                file.toString(),
                Long.toString(entriesPerSecond));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        if (process.getInputStream().read() < 0) {
            throw new IOException("the writer did not start");
        }
        return new LiveWriter(process);
    }

    /// Ends it; returns how many entries a second it has written.
    public long stop() throws IOException {
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return Long.parseLong(said.strip());
    }

    @Override
    public void close() {
        process.destroy();
    }

    /// The other process: writes until its input ends.
    public static void main(String[] arguments) throws Exception {
        long rate = Long.parseLong(arguments[1]);
        long count = 0;
        Thread input = Thread.ofPlatform().daemon().start(LiveWriter::awaitEndOfInput);
        try (ForeignWriter journal = ForeignWriter.open(Path.of(arguments[0]))) {
            long begin = System.nanoTime();
            for (long batch = 1; input.isAlive(); batch++) {
                List<Entry> entries = new ArrayList<>();
                while (count < rate * batch / BATCHES_A_SECOND) {
                    entries.add(Entries.next(count++));
                }
                journal.append(entries);
                if (batch == 1) {
                    System.out.write('.');
                    System.out.flush();
                }
                long due = begin + batch * 1_000_000_000 / BATCHES_A_SECOND;
                Thread.sleep(Math.max(0, (due - System.nanoTime()) / 1_000_000));
            }
            System.out.println(count * 1_000_000_000 / (System.nanoTime() - begin));
        }
    }

    private static void awaitEndOfInput() {
        try {
            System.in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
