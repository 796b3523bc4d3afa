package clasp.journal.faults;

import clasp.journal.model.Entry;
import clasp.journal.testing.ForeignWriter;
import clasp.journal.testing.JavaCommand;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;

/// A process of another program that appends 20,000 entries a second to a journal, says what it has stored,
/// and goes on trying when the disk is full. Its methods are called by one thread.
final class StubbornWriter implements AutoCloseable {
    /// So many at once: [Originals#entries] of that number, again and again.
    static final int BATCH = 200;

    private static final int BATCHES_A_SECOND = 100;
    private static final int FIRST_BATCHES = 10;

    /// It works for a second or two only: better soon than fast.
    private static final List<String> OPTIONS = List.of("-Xmx128m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");
    private static final String FULL = "full";

    private final Process process;
    private final Thread listener;
    private volatile long stored;
    private volatile long first;
    private volatile long begun;
    private volatile long latest;
    private volatile long busy;
    private volatile boolean full;

    private StubbornWriter(Process process) {
        this.process = process;
        listener = Thread.ofVirtual().start(this::listen);
    }

    /// Returns when it is warm: the first batches are stored, or there is no room for them.
    static StubbornWriter start(Path file) throws IOException, InterruptedException {
        StubbornWriter writer =
                new StubbornWriter(new ProcessBuilder(JavaCommand.of(StubbornWriter.class, OPTIONS, file.toString()))
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start());
        for (int i = 0; i < FIRST_BATCHES; i++) {
            long before = writer.stored;
            writer.await(Duration.ofSeconds(60), () -> writer.full || writer.stored != before);
        }
        writer.first = writer.stored;
        writer.begun = System.nanoTime();
        return writer;
    }

    /// Whether it has met a full disk.
    boolean full() {
        return full;
    }

    /// Waits until it has stored more than now.
    void awaitMore(Duration longest) throws IOException, InterruptedException {
        long before = stored;
        await(longest, () -> stored != before);
    }

    private void await(Duration longest, BooleanSupplier reached) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        while (!reached.getAsBoolean()) {
            if (System.nanoTime() - begin > longest.toNanos()) {
                throw new IOException("the writer does not go on");
            }
            Thread.sleep(5);
        }
    }

    /// What it came to until it met a full disk, or until now.
    void rate(Rates rates) {
        rates.add(latest - first, busy);
    }

    /// Ends it; returns the seq of the last entry that it has stored.
    long stop() throws IOException, InterruptedException {
        process.getOutputStream().close();
        listener.join();
        if (process.waitFor() != 0) {
            throw new IOException("the other writer failed");
        }
        return stored;
    }

    @Override
    public void close() {
        process.destroy();
    }

    private void listen() {
        try (BufferedReader said =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                if (line.equals(FULL)) {
                    full = true;
                } else {
                    note(Long.parseLong(line));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void note(long seq) {
        long now = System.nanoTime();
        if (!full) {
            latest = seq;
            busy = now - begun;
        }
        stored = seq;
    }

    /// The other process: writes until its input ends.
    static void main(String[] arguments) throws Exception {
        Thread input = Thread.ofPlatform().daemon().start(StubbornWriter::awaitEndOfInput);
        List<Entry> entries = Originals.entries(BATCH);
        try (ForeignWriter journal = ForeignWriter.open(Path.of(arguments[0]))) {
            long due = System.nanoTime();
            while (input.isAlive()) {
                try {
                    System.out.println(journal.append(entries));
                } catch (SQLException e) {
                    if (!ForeignWriter.isFull(e)) {
                        throw e;
                    }
                    System.out.println(FULL);
                    Thread.sleep(20);
                    due = System.nanoTime();
                }
                System.out.flush();
                due += 1_000_000_000 / BATCHES_A_SECOND;
                Thread.sleep(Math.max(0, (due - System.nanoTime()) / 1_000_000));
            }
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
