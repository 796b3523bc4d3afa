package clasp.journal.faults;

import clasp.journal.bench.LiveWriter;
import clasp.journal.live.HostileRouter;
import clasp.journal.testing.JavaCommand;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;

/// Kills a process of the program (`kill -9`) at random moments of one job. Used by one thread.
final class Kills {
    private static final int ENTRIES_A_SECOND = 20_000;
    private static final int LATEST_MILLIS = 900;

    private final Job job;
    private final boolean besideAWriter;
    private final Random random;

    /// @param besideAWriter whether another process appends to the journal meanwhile
    Kills(Job job, boolean besideAWriter, Random random) {
        this.job = job;
        this.besideAWriter = besideAWriter;
        this.random = random;
    }

    void run(int times, FaultTable table) throws Exception {
        Path folder = Files.createTempDirectory("clasp-faults-");
        List<String> wrong = new ArrayList<>();
        int working = 0;
        try {
            Path original = Originals.journal(folder.resolve("original.db"));
            for (int i = 0; i < times; i++) {
                Path place = Files.createDirectory(folder.resolve("run" + i));
                Path file = place.resolve("show.db");
                if (job != Job.RECORDING || besideAWriter) {
                    Files.copy(original, file);
                }
                working += kill(place, file, wrong) ? 1 : 0;
                Faults.remove(place);
            }
        } finally {
            Faults.remove(folder);
        }
        table.add(
                "kill -9 during " + job.name().toLowerCase(Locale.ROOT)
                        + (besideAWriter ? ", beside a writer of 20,000/s" : ""),
                times,
                working + " at work",
                wrong);
    }

    private boolean kill(Path place, Path file, List<String> wrong) throws Exception {
        Path target = job == Job.RECORDING ? place.resolve("recorded.db") : file;
        long done;
        boolean working;
        try (LiveWriter writer = besideAWriter ? LiveWriter.start(file, ENTRIES_A_SECOND) : null;
                HostileRouter router = new HostileRouter().next(Kills::stream)) {
            Process process = start(target, router.port());
            var last = new AtomicLong(-1);
            try (BufferedReader said =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                String first = said.readLine();
                last.set(first == null ? -1 : Long.parseLong(first));
                Thread listener = Thread.ofVirtual().start(() -> listen(said, last));
                Thread.sleep(
                        Duration.ofMillis(random.nextInt(job == Job.COMPACTION ? 2 * LATEST_MILLIS : LATEST_MILLIS)));
                working = process.isAlive();
                process.destroyForcibly().waitFor();
                listener.join();
            }
            done = last.get();
            if (done < 0) {
                wrong.add(job + ": it did not start");
            }
            if (writer != null) {
                writer.stop();
            }
        } catch (NumberFormatException e) {
            wrong.add(job + ": the other writer failed. " + e.getMessage());
            return false;
        }
        String verdict = new Verdict(job, besideAWriter).of(target, Math.max(0, done));
        if (!verdict.isEmpty()) {
            wrong.add(job + ": " + verdict);
        }
        return working;
    }

    private Process start(Path file, int port) throws IOException {
        return new ProcessBuilder(JavaCommand.of(
                        Victim.class,
                        List.of(
                                "-Xmx256m",
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-Djava.io.tmpdir=" + file.getParent()),
                        job.name(),
                        file.toString(),
                        Integer.toString(port)))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static void stream(HostileRouter.Line line) throws Exception {
        line.behave();
        long begin = System.nanoTime();
        for (long sent = 0; ; ) {
            long due = (System.nanoTime() - begin) * ENTRIES_A_SECOND / 1_000_000_000;
            while (sent < due) {
                line.send(Originals.message(++sent));
            }
            Thread.sleep(2);
        }
    }

    /// A line that was cut off by the kill is none.
    private static void listen(BufferedReader said, AtomicLong last) {
        try {
            StringBuilder line = new StringBuilder();
            for (int next = said.read(); next >= 0; next = said.read()) {
                if (next == '\n') {
                    last.set(Long.parseLong(line.toString()));
                    line.setLength(0);
                } else {
                    line.append((char) next);
                }
            }
        } catch (IOException ended) {
            // What was heard before counts.
            return;
        }
    }
}
