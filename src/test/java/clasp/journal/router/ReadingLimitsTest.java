package clasp.journal.router;

import static org.assertj.core.api.Assertions.assertThat;

import clasp.journal.router.core.Limits;
import clasp.journal.store.Journal;
import clasp.journal.store.memory.MemoryJournal;
import clasp.journal.testing.Entries;
import clasp.journal.testing.Patience;
import clasp.journal.wire.FrameWriter;
import clasp.journal.wire.Message;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// How much of the router's work readers of its journal can take up at a time, whatever they do.
class ReadingLimitsTest {
    private static final int REQUESTS = 8;
    private static final int REPLAYS = 4;
    private static final int CONNECTIONS_BESIDE_SESSIONS = 64;

    /// Time for one too many to come in, if it could.
    private static final int A_WHILE_MILLIS = 300;

    private final HeldReads reads = new HeldReads(new MemoryJournal());
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<AutoCloseable> open = new ArrayList<>();

    private Router router(Limits limits) {
        Router router = Router.withJournal(reads.asJournal())
                .withHttpOn(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .withLimits(limits)
                .start();
        open.add(router);
        return router;
    }

    @AfterEach
    void closeAll() throws Exception {
        reads.letGo.countDown();
        for (AutoCloseable each : open.reversed()) {
            each.close();
        }
        http.shutdownNow();
        http.close();
    }

    private CompletableFuture<HttpResponse<String>> ask(Router router) {
        int port = router.httpAddress().orElseThrow().getPort();
        URI uri = URI.create("http://127.0.0.1:" + port + "/api/journal/query");
        return http.sendAsync(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void eightRequestsAreAnsweredAtATimeAndTheNinthIsSentAway() throws Exception {
        Router router = router(Limits.USUAL);
        List<CompletableFuture<HttpResponse<String>>> asked = new ArrayList<>();
        for (int count = 0; count < REQUESTS; count++) {
            asked.add(ask(router));
        }
        Patience.until("all are being answered", () -> reads.under.get() == REQUESTS);

        CompletableFuture<HttpResponse<String>> ninth = ask(router);
        Patience.until("the ninth has gone one way or the other", () -> ninth.isDone() || reads.under.get() > REQUESTS);
        reads.letGo.countDown();

        assertThat(ninth.get().statusCode()).isEqualTo(503);
        assertThat(ninth.get().body()).isEqualTo("{\"error\":\"Too many requests at a time: try again.\"}");
        for (var each : asked) {
            assertThat(each.get().statusCode()).isEqualTo(200);
        }
        Patience.until("there is a place again", () -> ask(router).get().statusCode() == 200);
    }

    @Test
    void fourReplaysAreReadAtATimeAndTheOthersWaitForTheirTurn() throws Exception {
        Router router = router(Limits.USUAL);
        reads.journal.append(Entries.set("/a", "1"));
        List<TestClient> clients = new ArrayList<>();
        for (int count = 0; count < 2 * REPLAYS; count++) {
            TestClient client = TestClient.greeted(router);
            open.add(client);
            clients.add(client);
            client.send(new Message.Replay("/**", null, null, null, Set.of()));
        }
        Patience.until("four are being read", () -> reads.under.get() >= REPLAYS);
        Thread.sleep(A_WHILE_MILLIS);
        reads.letGo.countDown();

        for (TestClient client : clients) {
            assertThat(client.untilPong()).hasSize(1);
        }
        assertThat(reads.most.get()).isEqualTo(REPLAYS);
    }

    @Test
    void whoeverConnectsBeyondTheLimitWaitsUntilAnotherGoes() throws Exception {
        reads.letGo.countDown();
        Router router = router(Limits.USUAL.withSessions(1));
        InetSocketAddress address = router.httpAddress().orElseThrow();
        List<Socket> idle = new ArrayList<>();
        for (int count = 0; count < 1 + CONNECTIONS_BESIDE_SESSIONS; count++) {
            Socket socket = new Socket(address.getAddress(), address.getPort());
            open.add(socket);
            idle.add(socket);
        }

        Thread.sleep(A_WHILE_MILLIS);
        CompletableFuture<HttpResponse<String>> beyond = ask(router);
        Thread.sleep(A_WHILE_MILLIS);

        assertThat(beyond).isNotDone();
        for (Socket socket : idle) {
            socket.close();
        }
        assertThat(beyond.get().statusCode()).isEqualTo(200);
    }

    /// A frame may be followed by bytes without a meaning, but not make a message longer than a frame can be.
    @Test
    void aMessageIsNoLongerThanAFrame() throws Exception {
        Router router = router(Limits.USUAL);
        byte[] ping = FrameWriter.write(new Message.Ping());
        int longest = FrameWriter.write(new Message.Ping()).length + 65_534 + 8;
        TestClient fits = TestClient.greeted(router);
        open.add(fits);
        TestClient tooLong = TestClient.greeted(router);
        open.add(tooLong);

        fits.sendBytes(Arrays.copyOf(ping, longest));
        tooLong.sendBytes(Arrays.copyOf(ping, longest + 1));

        assertThat(fits.next()).isEqualTo(new Message.Pong());
        assertThat(tooLong.awaitClose()).isNotNull();
    }

    /// Text is refused when it has come, so that it must not come without an end.
    @Test
    void aTextIsNotGatheredWithoutAnEnd() throws Exception {
        TestClient endless = TestClient.greeted(router(Limits.USUAL));
        open.add(endless);

        endless.beginText("x".repeat(70_000));

        assertThat(endless.awaitClose()).isNotNull();
    }

    /// A journal that is read only after it may be, and counts who reads it. Thread-safe.
    private static final class HeldReads {
        private final CountDownLatch letGo = new CountDownLatch(1);
        private final AtomicInteger under = new AtomicInteger();
        private final AtomicInteger most = new AtomicInteger();
        private final Journal journal;

        HeldReads(Journal journal) {
            this.journal = journal;
        }

        Journal asJournal() {
            return (Journal) Proxy.newProxyInstance(
                    Journal.class.getClassLoader(), new Class<?>[] {Journal.class}, (proxy, method, arguments) -> {
                        boolean held = method.getName().equals("scan")
                                && !Thread.currentThread().getName().equals("main");
                        if (held) {
                            most.accumulateAndGet(under.incrementAndGet(), Math::max);
                            letGo.await();
                        }
                        try {
                            return method.invoke(journal, arguments);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        } finally {
                            if (held) {
                                under.decrementAndGet();
                            }
                        }
                    });
        }
    }
}
