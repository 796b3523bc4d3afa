package clasp.journal.faults;

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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;

/// Kills a process of the program (`kill -9`) at random moments of one job. Used by one thread.
final class Kills {
    private static final int ENTRIES_A_SECOND = 20_000;
    private static final int LATEST_MILLIS = 900;

    private final Job job;
    private final boolean besideAWriter;
    private final Random random;
    private final Rates rates = new Rates();
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong sending = new AtomicLong();
    private int refused;

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
        refused = 0;
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
                effect(working) + asked(),
                wrong);
    }

    /// Who was refused was not at work, though alive.
    private String effect(int working) {
        if (refused == 0) {
            return working + " at work";
        }
        return working == 0 ? "always refused" : refused + " refused, " + working + " at work";
    }

    private String asked() {
        return besideAWriter
                ? ", the writer came to " + rates
                : job == Job.RECORDING ? ", the router came to " + rates : "";
    }

    private boolean kill(Path place, Path file, List<String> wrong) throws Exception {
        Path target = job == Job.RECORDING ? place.resolve("recorded.db") : file;
        long done;
        long stored = Faults.ENTRIES;
        boolean working;
        sent.set(0);
        sending.set(0);
        try (StubbornWriter writer = besideAWriter ? StubbornWriter.start(file) : null;
                HostileRouter router = new HostileRouter().next(this::stream)) {
            Process process = start(target, router.port());
            var heard = new Heard();
            try (BufferedReader said =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                String first = said.readLine();
                heard.last.set(first == null ? -1 : Long.parseLong(first));
                Thread listener = Thread.ofVirtual().start(() -> listen(said, heard));
                if (job == Job.COMPACTION && besideAWriter) {
                    // It is refused; killed before, it would seem to have been at work.
                    heard.answered.await();
                }
                Thread.sleep(
                        Duration.ofMillis(random.nextInt(job == Job.COMPACTION ? 2 * LATEST_MILLIS : LATEST_MILLIS)));
                working = process.isAlive();
                process.destroyForcibly().waitFor();
                listener.join();
            }
            done = heard.last.get();
            if (done == 0 && heard.refusals.get() > 0) {
                refused++;
                working = false;
            }
            if (done < 0) {
                wrong.add(job + ": it did not start");
            }
            if (writer != null) {
                stored = writer.stop();
                writer.rate(rates);
            }
        }
        if (!besideAWriter && job == Job.RECORDING) {
            rates.add(sent.get(), sending.get());
        }
        Verdict verdict = new Verdict(job, stored);
        String ofWriter = besideAWriter ? verdict.journal(file) : "";
        for (String said : List.of(ofWriter, verdict.of(target, Math.max(0, done)), verdict.afterwards(file))) {
            if (!said.isEmpty()) {
                wrong.add(job + ": " + said);
            }
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

    private void stream(HostileRouter.Line line) throws Exception {
        line.behave();
        long begin = System.nanoTime();
        for (long number = 0; ; ) {
            long due = (System.nanoTime() - begin) * ENTRIES_A_SECOND / 1_000_000_000;
            while (number < due) {
                line.send(Originals.message(++number));
            }
            sent.set(number);
            sending.set(System.nanoTime() - begin);
            Thread.sleep(2);
        }
    }

    /// A line that was cut off by the kill is none.
    private static void listen(BufferedReader said, Heard heard) {
        try {
            StringBuilder line = new StringBuilder();
            for (int next = said.read(); next >= 0; next = said.read()) {
                if (next == '\n') {
                    heard.line(line.toString());
                    line.setLength(0);
                } else {
                    line.append((char) next);
                }
            }
        } catch (IOException ended) {
            // What was heard before counts.
            return;
        } finally {
            heard.answered.countDown();
        }
    }

    /// What the victim has said.
    private static final class Heard {
        /// What is done for good.
        private final AtomicLong last = new AtomicLong(-1);

        private final AtomicLong refusals = new AtomicLong();
        private final CountDownLatch answered = new CountDownLatch(1);

        void line(String line) {
            if (line.equals(Victim.REFUSED)) {
                refusals.incrementAndGet();
            } else {
                last.set(Long.parseLong(line));
            }
            answered.countDown();
        }
    }
}
