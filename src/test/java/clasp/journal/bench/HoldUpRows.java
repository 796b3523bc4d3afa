package clasp.journal.bench;

import clasp.journal.model.Param;
import clasp.journal.router.Router;
import clasp.journal.store.sqlite.SqliteJournal;
import clasp.journal.store.sqlite.SqliteJournals;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Selector;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// How long a client that SETs, and waits until it hears of that, is held up at most while a router of many params does
/// something with all of them. The clients take what comes without looking into it. Confined to one thread.
final class HoldUpRows implements AutoCloseable {
    private static final int PARAMS = 90_000;
    private static final int TIMES = 9;
    private static final Duration SNAPSHOT_EVERY = Duration.ofSeconds(3);
    private static final long QUIET_NANOS = 3_000_000_000L;
    private static final double MOST_MILLIS = 100;

    private final int port;
    private final Selector selector = Selector.open();
    private final LoadClient prober;
    private long sent;
    private long heard;
    private long sentNanos;
    private long longestNanos;

    private HoldUpRows(int port) throws IOException {
        this.port = port;
        prober = LoadClient.connect(port, value -> heard = value);
        prober.subscribe("/probe");
        prober.register(selector);
    }

    static void measure(Bench bench) throws Exception {
        Path file = bench.files().fresh("hold-up.db");
        try (SqliteJournal journal = new SqliteJournals().create(file, null)) {
            journal.snapshot(state());
            String among = String.format("router of %,d params, longest hold-up of a client, ", PARAMS);
            try (Router router = Router.withJournal(journal).start();
                    HoldUpRows clients = new HoldUpRows(router.address().getPort())) {
                bench.report().median(among + "nothing else", MOST_MILLIS, clients.quiet());
                bench.report().median(among + "another says HELLO", MOST_MILLIS, clients.another("/probe"));
                bench.report()
                        .median(
                                among + "another subscribes to 80,000 params",
                                MOST_MILLIS,
                                clients.another("/bench/[0-7]/**"));
            }
            try (Router router = Router.withJournal(journal)
                            .withSnapshots(SNAPSHOT_EVERY, false)
                            .start();
                    HoldUpRows clients = new HoldUpRows(router.address().getPort())) {
                bench.report().median(among + "a snapshot is taken", MOST_MILLIS, clients.snapshots(journal));
            }
        }
        bench.files().fresh("hold-up.db");
    }

    private static List<Param> state() {
        List<Param> params = new ArrayList<>(PARAMS);
        for (int index = 0; index < PARAMS; index++) {
            String value = index % 3 == 0 ? "\"scene " + index + "\"" : index % 3 == 1 ? index + ".25" : "[0.5,1,true]";
            params.add(new Param("/bench/" + index % 9 + "/layer/" + index, value, 7, "session-of-nobody", 1L + index));
        }
        return params;
    }

    private Samples quiet() throws IOException {
        Samples samples = new Samples();
        for (int time = 0; time < TIMES; time++) {
            long end = System.nanoTime() + QUIET_NANOS;
            longestNanos = 0;
            while (System.nanoTime() < end) {
                probe();
            }
            samples.add(longestNanos);
        }
        return samples;
    }

    /// Until it has heard of a SET, which comes after the state.
    private Samples another(String pattern) throws IOException {
        Samples samples = new Samples();
        for (int time = 0; time < TIMES; time++) {
            boolean[] served = new boolean[1];
            longestNanos = 0;
            LoadClient another = LoadClient.connect(port, value -> served[0] = true);
            another.subscribe(pattern);
            if (!pattern.equals("/probe")) {
                another.subscribe("/probe");
            }
            another.register(selector);
            while (!served[0]) {
                probe();
            }
            samples.add(longestNanos);
            another.close();
        }
        return samples;
    }

    private Samples snapshots(SqliteJournal journal) throws IOException {
        Samples samples = new Samples();
        int before = journal.snapshots().size();
        for (int time = 0; time < TIMES; time++) {
            longestNanos = 0;
            while (journal.snapshots().size() <= before + time) {
                for (int probe = 0; probe < 20; probe++) {
                    probe();
                }
            }
            samples.add(longestNanos);
        }
        return samples;
    }

    /// Sends the next SET when the last was heard of, and takes what comes.
    private void probe() throws IOException {
        long now = System.nanoTime();
        if (heard == sent) {
            sent++;
            sentNanos = now;
            prober.set("/probe", sent);
        }
        selector.select(key -> read((LoadClient) key.attachment()), 100);
        longestNanos = Math.max(longestNanos, System.nanoTime() - sentNanos);
    }

    private static void read(LoadClient client) {
        try {
            client.read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        prober.close();
        selector.close();
    }
}
