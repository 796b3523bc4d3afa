package clasp.journal.bench;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Clients of a router, as cheap as they can be made, in a process of their own: one thread, raw frames. So many write
/// at a steady rate, however late the ones before were, and as many listen, each to one of them.
///
/// Arguments: port, pairs of clients, SETs a second, seconds of warm-up, seconds that count, file for the delays.
/// Prints
/// `measuring` when they begin to count and `measured` at the end; the file holds a long for each delivery: from when
/// its SET was due to when it was heard of, in nanoseconds.
final class RouterLoad {
    private static final long SETTLE_NANOS = 2_000_000_000L;
    private static final long SLACK_NANOS = 100_000L;

    private final Selector selector = Selector.open();
    private final List<LoadClient> writers = new ArrayList<>();
    private final int pairs;
    private final long intervalNanos;
    private final long warmUpNanos;
    private final long measureNanos;
    private final long[] delays;
    private int count;
    private long measureFrom = Long.MAX_VALUE;

    private RouterLoad(int pairs, int perSecond, int warmUpSeconds, int seconds) throws IOException {
        this.pairs = pairs;
        intervalNanos = 1_000_000_000L / perSecond;
        warmUpNanos = TimeUnit.SECONDS.toNanos(warmUpSeconds);
        measureNanos = TimeUnit.SECONDS.toNanos(seconds);
        delays = new long[perSecond * seconds + perSecond];
    }

    public static void main(String[] arguments) throws Exception {
        int pairs = Integer.parseInt(arguments[1]);
        RouterLoad load = new RouterLoad(
                pairs, Integer.parseInt(arguments[2]), Integer.parseInt(arguments[3]), Integer.parseInt(arguments[4]));
        load.connect(Integer.parseInt(arguments[0]));
        load.run(new PrintStream(System.out, true, StandardCharsets.UTF_8));
        load.save(Path.of(arguments[5]));
    }

    private void connect(int port) throws IOException {
        for (int pair = 0; pair < pairs; pair++) {
            LoadClient listener = LoadClient.connect(port, this::delivered);
            listener.subscribe("/bench/" + pair + "/**");
            listener.register(selector);
            LoadClient writer = LoadClient.connect(port, due -> {});
            writer.register(selector);
            writers.add(writer);
        }
    }

    private void delivered(long dueNanos) {
        if (dueNanos >= measureFrom && count < delays.length) {
            delays[count] = System.nanoTime() - dueNanos;
            count++;
        }
    }

    private void run(PrintStream told) throws IOException {
        long begin = System.nanoTime() + 100_000_000L;
        long end = begin + warmUpNanos + measureNanos;
        long next = 0;
        measureFrom = begin + warmUpNanos;
        boolean measuring = false;
        for (long now = System.nanoTime(); now < end + SETTLE_NANOS; now = System.nanoTime()) {
            long due = begin + next * intervalNanos;
            while (due <= now && due < end) {
                writers.get((int) (next % pairs)).set("/bench/" + next % pairs + "/" + next / pairs % 20, due);
                next++;
                due = begin + next * intervalNanos;
            }
            if (!measuring && now >= measureFrom) {
                measuring = true;
                told.println("measuring");
            }
            rest(due < end ? due - now : end + SETTLE_NANOS - now);
        }
        told.println("measured");
    }

    /// Reads what has come, for as long as nothing is due. Whoever sleeps exactly to the next moment wakes too often.
    private void rest(long nanos) throws IOException {
        long millis = Math.max(1, TimeUnit.NANOSECONDS.toMillis(nanos));
        if (nanos < SLACK_NANOS) {
            selector.selectNow();
        } else {
            selector.select(millis);
        }
        for (SelectionKey key : selector.selectedKeys()) {
            ((LoadClient) key.attachment()).read();
        }
        selector.selectedKeys().clear();
    }

    private void save(Path file) throws IOException {
        try (var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            for (int i = 0; i < count; i++) {
                out.writeLong(delays[i]);
            }
        }
    }
}
