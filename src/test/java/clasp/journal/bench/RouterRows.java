package clasp.journal.bench;

import clasp.journal.router.Router;
import clasp.journal.store.sqlite.SqliteJournal;
import clasp.journal.store.sqlite.SqliteJournals;
import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.DataInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/// The router with a journal in a file, in this process; 50 clients that SET and 50 that listen in another one, see
/// [RouterLoad]. Besides the delays it tells what each SET costs this process: on a machine that others use, too, the
/// delays say little, and that much.
final class RouterRows {
    private static final int PAIRS = 50;
    private static final int WARM_UP_SECONDS = 10;
    private static final int SECONDS = 10;

    private RouterRows() {}

    static void measure(Bench bench) throws Exception {
        Path delays = bench.files().fresh("router-delays");
        for (int perSecond : new int[] {2_500, 5_000, 10_000}) {
            try (SqliteJournal journal =
                            new SqliteJournals().create(bench.files().fresh("router.db"), null);
                    Router router = Router.withJournal(journal).start()) {
                long processor = run(router.address().getPort(), perSecond, delays);
                Samples heard = read(delays);
                String what = String.format("router: %,d SET/s from 50 clients to 50 subscribers, delivery", perSecond);
                bench.report().spread(what, 20, 20, heard);
                bench.report()
                        .note(
                                what + ", delivered",
                                String.format(
                                        "%,d/s of %,d/s; %.0f µs of processor time a SET",
                                        heard.size() / SECONDS, perSecond, processor / 1e3 / perSecond / SECONDS));
            }
        }
        bench.files().fresh("router.db");
        Files.deleteIfExists(delays);
    }

    /// @return the processor time that this process took for what was measured
    private static long run(int port, int perSecond, Path delays) throws Exception {
        Process load = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xms64m",
                        "-Xmx128m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        RouterLoad.class.getName(),
                        Integer.toString(port),
                        Integer.toString(PAIRS),
                        Integer.toString(perSecond),
                        Integer.toString(WARM_UP_SECONDS),
                        Integer.toString(SECONDS),
                        delays.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader told = load.inputReader()) {
            told.readLine();
            long begin = processorNanos();
            told.readLine();
            long spent = processorNanos() - begin;
            load.waitFor();
            return spent;
        }
    }

    private static long processorNanos() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    private static Samples read(Path file) throws IOException {
        long[] delays = new long[(int) (Files.size(file) / Long.BYTES)];
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            for (int i = 0; i < delays.length; i++) {
                delays[i] = in.readLong();
            }
        }
        return Samples.ofNanos(delays);
    }
}
