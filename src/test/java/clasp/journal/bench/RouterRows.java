package clasp.journal.bench;

import clasp.journal.model.SignalType;
import clasp.journal.router.Router;
import clasp.journal.store.sqlite.SqliteJournal;
import clasp.journal.store.sqlite.SqliteJournals;
import clasp.journal.testing.FrameAssembly;
import clasp.journal.wire.FrameWriter;
import clasp.journal.wire.Message;
import clasp.journal.wire.SubscribeOptions;
import clasp.journal.wire.WireValue;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/// The router with a journal in a file: 50 clients that SET, 50 that listen, all in this process.
final class RouterRows {
    private static final int PAIRS = 50;
    private static final int WARM_UP_SECONDS = 5;
    private static final int SECONDS = 10;

    private RouterRows() {}

    static void measure(Bench bench) throws Exception {
        for (int perSecond : new int[] {2_500, 5_000, 10_000}) {
            try (SqliteJournal journal =
                            new SqliteJournals().create(bench.files().fresh("router.db"), null);
                    Router router = Router.withJournal(journal).start()) {
                Samples delays = run(router, perSecond);
                String what = String.format("router: %,d SET/s from 50 clients to 50 subscribers, delivery", perSecond);
                bench.report().spread(what, 20, 20, delays);
                bench.report().note(what + ", delivered", String.format("%,d/s", delays.size() / SECONDS));
            }
        }
        bench.files().fresh("router.db");
    }

    private static Samples run(Router router, int perSecond) throws Exception {
        URI uri = URI.create("ws://127.0.0.1:" + router.address().getPort());
        int expected = perSecond * SECONDS;
        long begin = System.nanoTime() + 3_000_000_000L;
        long measured = begin + WARM_UP_SECONDS * 1_000_000_000L;
        Delays delays = new Delays(expected * 2, measured);
        try (HttpClient http = HttpClient.newHttpClient()) {
            List<Thread> writers = new ArrayList<>();
            for (int pair = 0; pair < PAIRS; pair++) {
                new Client(http, uri, delays).subscribe("/bench/" + pair + "/**");
                Client writer = new Client(http, uri, delays);
                int number = pair;
                writers.add(Thread.ofVirtual().start(() -> writer.write(number, begin, perSecond / PAIRS)));
            }
            for (Thread writer : writers) {
                writer.join();
            }
            Thread.sleep(2_000);
            http.shutdownNow();
        }
        return Samples.ofNanos(delays.all());
    }

    /// From when a SET should have been sent to when it was heard of.
    private static final class Delays {
        private final long[] nanos;
        private final long fromNanos;
        private final AtomicInteger count = new AtomicInteger();

        Delays(int most, long fromNanos) {
            nanos = new long[most];
            this.fromNanos = fromNanos;
        }

        void add(long dueNanos) {
            if (dueNanos >= fromNanos) {
                nanos[count.getAndIncrement()] = System.nanoTime() - dueNanos;
            }
        }

        long[] all() {
            return Arrays.copyOf(nanos, count.get());
        }
    }

    private static final class Client implements WebSocket.Listener {
        private final FrameAssembly assembly = new FrameAssembly();
        private final CountDownLatch welcome = new CountDownLatch(1);
        private final Delays delays;
        private final WebSocket socket;

        Client(HttpClient http, URI uri, Delays delays) throws Exception {
            this.delays = delays;
            socket = http.newWebSocketBuilder()
                    .subprotocols("clasp")
                    .buildAsync(uri, this)
                    .get();
            send(new Message.Hello(1, Set.of(), "bench", null));
            welcome.await();
        }

        void subscribe(String pattern) {
            send(new Message.Subscribe(1, pattern, Set.of(SignalType.PARAM), SubscribeOptions.NONE));
        }

        /// Sends at the times that the rate gives, however late the ones before were.
        void write(int number, long beginNanos, int perSecond) {
            long interval = 1_000_000_000L / perSecond;
            long offset = interval * number / PAIRS;
            for (long index = 0; index < (long) (WARM_UP_SECONDS + SECONDS) * perSecond; index++) {
                long due = beginNanos + offset + index * interval;
                for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                    LockSupport.parkNanos(left);
                }
                String address = "/bench/" + number + "/" + index % 20;
                send(new Message.Set(address, WireValue.Int.of(due), null, false, false, null));
            }
        }

        private void send(Message message) {
            socket.sendBinary(ByteBuffer.wrap(FrameWriter.write(message)), true).join();
        }

        @Override
        public CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean last) {
            assembly.add(data, last).ifPresent(message -> {
                switch (message) {
                    case Message.Set(var _, WireValue.Int(var _, long due), var _, var _, var _, var _) ->
                        delays.add(due);
                    case Message.Snapshot _ -> welcome.countDown();
                    default -> {}
                }
            });
            from.request(1);
            return null;
        }
    }
}
