package clasp.journal.router;

import static clasp.journal.router.core.Messages.hello;
import static clasp.journal.router.core.Messages.number;
import static clasp.journal.router.core.Messages.set;
import static clasp.journal.router.core.Messages.subscribe;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clasp.journal.model.Entry;
import clasp.journal.query.Filter;
import clasp.journal.router.core.Limits;
import clasp.journal.store.Cancellation;
import clasp.journal.store.memory.MemoryJournal;
import clasp.journal.testing.OpenHandles;
import clasp.journal.testing.Patience;
import clasp.journal.wire.Message;
import clasp.journal.wire.WireValue;
import java.net.http.WebSocketHandshakeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What a router does when there is too much: of clients, of messages, of params, of what a client has yet to read.
@Tag("thorough")
class CrowdedRouterTest extends RunningRouter {
    @Test
    void sessionsBeyondTheLimitAreRefusedUntilOneGoes() throws Exception {
        Router small = started(Router.withJournal(new MemoryJournal()).withLimits(Limits.USUAL.withSessions(2)));
        client(small);
        TestClient second = client(small);

        assertThatThrownBy(() -> TestClient.connect(small)).hasCauseInstanceOf(WebSocketHandshakeException.class);

        second.close();
        Patience.until("there is a place again", () -> comesIn(small));
    }

    private boolean comesIn(Router of) {
        try {
            client(of);
            return true;
        } catch (Exception stillFull) {
            return false;
        }
    }

    @Test
    void moreMessagesThanTheRateAreRefused() throws Exception {
        Router slow =
                started(Router.withJournal(new MemoryJournal()).withLimits(Limits.USUAL.withMessagesPerSecond(10)));
        TestClient client = client(slow);

        for (int count = 0; count < 30; count++) {
            client.send(new Message.Get("/none"));
        }

        assertThat(client.next(Message.Error.class).code()).isEqualTo(404);
        Message.Error error = client.next(Message.Error.class);
        while (error.code() == 404) {
            error = client.next(Message.Error.class);
        }
        assertThat(error)
                .isEqualTo(new Message.Error(429, "More than 10 messages a second; this one was dropped.", null, null));
    }

    @Test
    void paramsBeyondTheLimitAreRefusedAndThoseThatAreThereGoOn() throws Exception {
        TestClient client = client(started(Router.withJournal(journal).withLimits(Limits.USUAL.withParams(2))));

        assertThat(client.ask(set("/one", 1))).isInstanceOf(Message.Ack.class);
        assertThat(client.ask(set("/two", 2))).isInstanceOf(Message.Ack.class);
        client.send(set("/three", 3));
        assertThat(client.next(Message.Error.class).message())
                .isEqualTo("There are 2 params already; this router keeps no more.");
        assertThat(client.ask(set("/one", 4))).isEqualTo(new Message.Ack("/one", 2L, null, null, null));
        assertThat(journal.state().latestSeq())
                .as("what was refused is not journaled")
                .isEqualTo(3);
    }

    @Test
    void aSlowSubscriberStallsNobodyAndLearnsWhatItMissed() throws Exception {
        Router bounded = started(Router.withJournal(journal).withLimits(Limits.USUAL.withQueue(16, 100_000)));
        TestClient deaf = TestClient.deaf(bounded);
        open.addFirst(deaf);
        deaf.send(hello(null));
        deaf.send(subscribe(1, "/**"));
        TestClient quick = client(bounded);
        TestClient writer = client(bounded);
        quick.send(subscribe(1, "/**"));
        quick.untilPong();
        String large = "x".repeat(50_000);

        for (int count = 1; count <= 400; count++) {
            Message.Set set = new Message.Set("/big", new WireValue.Text(large + count), null, false, false, null);
            assertThat(writer.ask(set)).isEqualTo(new Message.Ack("/big", (long) count, null, null, null));
            assertThat(quick.next(Message.Set.class).revision()).isEqualTo(count);
        }

        deaf.listen();
        assertThat(deaf.next(Message.Error.class).message())
                .matches("\\d+ messages for this session were dropped: it reads too slowly\\.");
    }

    @Test
    void whatChangesWhileTheStateIsReadComesAfterIt() throws Exception {
        TestClient writer = client();
        for (int index = 0; index < 400; index++) {
            writer.ask(
                    new Message.Set("/p/" + index, new WireValue.Text("x".repeat(50_000)), null, false, false, null));
        }
        TestClient reader = TestClient.connect(router);
        open.addFirst(reader);
        reader.send(hello(null));
        reader.next(Message.Welcome.class);
        Patience.until(
                "the whole state is read",
                () -> reader.next(Message.Snapshot.class)
                        .params()
                        .getLast()
                        .address()
                        .equals("/p/399"));
        reader.send(subscribe(1, "/p/**"));
        writer.untilPong();

        List<String> told = new ArrayList<>();
        while (told.size() < 400) {
            reader.next(Message.Snapshot.class).params().forEach(param -> told.add(param.address()));
            writer.ask(set("/p/399", told.size()));
        }

        assertThat(told).doesNotHaveDuplicates();
        assertThat(reader.next(Message.Set.class).revision()).isEqualTo(2);
    }

    @Test
    void whoNeverReadsAStateThatIsReplacedOverAndOverIsCutOff() throws Exception {
        TestClient writer = client();
        String large = "x".repeat(60_000);
        for (int index = 0; index < 400; index++) {
            writer.ask(new Message.Set("/p/" + index, new WireValue.Text(large), null, false, false, null));
        }
        TestClient deaf = TestClient.deaf(router);
        open.addFirst(deaf);
        deaf.send(hello(null));
        Patience.until("it is there", () -> router.statistics().sessions() == 2);

        for (int count = 0; count < 1_000; count++) {
            writer.ask(new Message.Set("/p/" + count % 400, new WireValue.Text(large), null, false, false, null));
        }

        Patience.until("it is cut off", () -> router.statistics().sessions() == 1);
        assertThat(writer.ask(set("/other", 1))).isInstanceOf(Message.Ack.class);
    }

    @Test
    void aReplayOfLargeEntriesBringsEachOfThemOnce() throws Exception {
        TestClient client = client();
        for (int count = 1; count <= 60; count++) {
            client.ask(new Message.Set("/big", new WireValue.Text("x".repeat(50_000)), null, false, false, null));
        }

        client.send(new Message.Replay("/big", null, null, null, Set.of()));

        assertThat(client.untilPong())
                .extracting(message -> ((Message.Set) message).revision())
                .containsExactlyElementsOf(
                        Stream.iterate(1L, revision -> revision + 1).limit(60).toList());
    }

    @Test
    void whoLeavesIsForgotten() throws Exception {
        TestClient leaving = client();
        leaving.send(subscribe(1, "/**"));
        leaving.ask(new Message.Set("/a", number(1), null, true, false, null));
        TestClient other = client();
        assertThat(other.ask(set("/a", 2))).isInstanceOf(Message.Error.class);

        leaving.close();

        Message taken = new Message.Ack("/a", 2L, null, null, null);
        Patience.until("the lock is gone", () -> other.ask(set("/a", 2)).equals(taken));
    }

    @Test
    void concurrentWritersNeverSeeTheirRevisionsOutOfOrderInTheJournal() throws Exception {
        List<Thread> threads = new ArrayList<>();
        for (int index = 0; index < 8; index++) {
            TestClient writer = client();
            threads.add(Thread.ofVirtual().start(() -> {
                try {
                    for (int count = 0; count < 200; count++) {
                        writer.ask(set("/shared", count));
                    }
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(journaled())
                .extracting(Entry::revision)
                .containsExactlyElementsOf(Stream.iterate(1L, revision -> revision + 1)
                        .limit(1_600)
                        .toList());
        assertThat(journal.count(Filter.ALL, (done, total) -> {}, Cancellation.none()))
                .isEqualTo(1_600);
    }

    private void connectInARow(int clients) throws Exception {
        for (int count = 0; count < clients; count++) {
            try (TestClient client = TestClient.greeted(router)) {
                client.send(subscribe(1, "/**"));
            }
        }
    }

    @Test
    void aThousandConnectionsInARowLeaveNothingBehind() throws Exception {
        connectInARow(100);
        OpenHandles before = OpenHandles.now();
        connectInARow(900);
        Patience.until(
                "threads and sockets are as many as before",
                () -> OpenHandles.now().isAtMost(before));

        client();
        RouterStatistics nobodyElse = new RouterStatistics(1, 0, 0, 0, 0, 0);
        Patience.until("the others are forgotten", () -> router.statistics().equals(nobodyElse));
    }
}
